export * from './expectation.entity';
export * from './expect';
export * from './fulfil';
export * from './responsible';
export * from './responsible-in-region';
export * from './expectation.rules';
export * from './expectation.module';
