export * from './person.entity';
export * from './session';
export * from './machine-client.entity';
export * from './identity.module';
export { sweepAttempts } from './log-in-attempt';
export { LOG_IN_FAILURES, type LogInFailure } from './log-in.rules';
export type { LogInSettings, ProviderSettings } from './open-id-connect';
