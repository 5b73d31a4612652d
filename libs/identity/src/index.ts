export * from './person.entity';
export * from './session';
export * from './identity.module';
