export * from './work';
export * from './domain-event';
export * from './transactions';
export * from './data-source';
export * from './migrate';
export * from './domain-clock';
export * from './reads';
export * from './database.module';
export { migrations } from './migrations';
