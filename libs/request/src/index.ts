export * from './actor';
export * from './refusal';
export * from './invalid-input';
export * from './input.rules';
export * from './scalars';
export * from './money';
export * from './asker';
