export * from './threshold.rules';
export * from './thresholds-file';
export * from './load-thresholds';
export * from './procurement-threshold.entity';
export * from './procurement-law.queries';
export * from './procurement-law.module';
// Statutory time limits are counted by the clock (B38); whoever looks for law finds them here too.
export { statutoryLimit, isStatutoryWorkingDay } from '@samanker/clock';
