export * from './organisation.entity';
export * from './region.entity';
export * from './organisation.queries';
export * from './organisation.module';
export * from './organisation.permissions';
