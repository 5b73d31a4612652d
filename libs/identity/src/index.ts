export * from './person.entity';
export * from './session';
export * from './identity.module';
export { SESSION_COOKIE } from './development-log-in.controller';
