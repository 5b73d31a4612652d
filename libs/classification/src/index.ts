export * from './cpv-code.entity';
export * from './unit.entity';
export * from './units';
export * from './classification.rules';
export * from './classification.refusals';
export * from './classification.queries';
export * from './load-classification';
export * from './classification.module';
