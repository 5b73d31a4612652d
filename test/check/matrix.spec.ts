import '../matrix/matrix.spec';

// Everybody: every role in every place, where "npm test" asks one of each kind.
process.env.MATRIX = 'whole';
