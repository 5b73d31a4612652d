export * from './readiness.rules';
export * from './joint-tender.entity';
export * from './joint-tender.refusals';
export * from './joint-tender.events';
export * from './joint-tender.queries';
export * from './propose-participants';
export * from './confirm-participants';
export * from './joint-tender.module';
