export * from './procurement-case.rules';
export * from './procurement-case.entity';
export * from './procurement-case.events';
export * from './procurement-case.refusals';
export * from './procurement-case.permissions';
export * from './procurement-case.queries';
export * from './create-case';
export * from './procurement-case.module';
