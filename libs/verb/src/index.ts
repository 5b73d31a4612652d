export * from './log-in-strength.rules';
export * from './refused-attempts';
export * from './verbs';
export * from './verb.module';
