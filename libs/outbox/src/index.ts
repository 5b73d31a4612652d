export * from './outbox';
export * from './job-handler';
export * from './job-queue';
export * from './migrate-queue';
export * from './relay';
export * from './job-host';
export * from './outbox.module';
