export * from './verbs';
export * from './verb.module';
