export * from './step-outcome.rules';
export * from './anchoring.rules';
export * from './route.rules';
export * from './anchoring-step.entity';
export * from './decision.entity';
export * from './route-template.entity';
export * from './anchoring.events';
export * from './anchoring.module';
