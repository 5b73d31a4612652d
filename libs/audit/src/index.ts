export * from './export-log';
