export * from './held-table';
export * from './personal-data';
export * from './not-personal';
export * from './open-columns';
export * from './register-faults.rules';
