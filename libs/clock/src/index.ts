export * from './formatting';
export * from './local-date';
export * from './norwegian-holidays';
export * from './oslo-time';
export * from './statutory-limit';
export * from './working-days';
