import '../tenancy/crowded-pool.spec';

// Three thousand requests, where "npm test" sends six hundred.
process.env.CROWD = 'whole';
