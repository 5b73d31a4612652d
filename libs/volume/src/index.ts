export * from './volume-line.entity';
export * from './volume-total.entity';
export * from './volume.events';
export * from './volume.queries';
export * from './fill-lines-from-needs';
export * from './volume.module';
