import '../matrix/matrix.spec';

// Everybody: every role in every place. With MATRIX=quick one of each kind, for whoever writes expectations.
process.env.MATRIX ??= 'whole';
