export * from './meeting-calendar.rules';
export * from './decision-body.entity';
export * from './meeting.entity';
export * from './closed-week.entity';
export * from './meeting-calendar.events';
export * from './meeting-calendar.queries';
export * from './meeting-calendar.module';
