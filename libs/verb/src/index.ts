export * from './log-in-strength.rules';
export * from './verbs';
export * from './verb.module';
