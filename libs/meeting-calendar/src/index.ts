export * from './meeting-calendar.rules';
