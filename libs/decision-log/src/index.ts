export * from './canonical-json.rules';
export * from './chain.rules';
export * from './decision-log';
export * from './verify-log';
export * from './wording.rules';
export * from './decision-log.module';
