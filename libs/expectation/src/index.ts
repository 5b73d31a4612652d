export * from './expectation.entity';
export * from './expect';
export * from './fulfil';
export * from './responsible';
export * from './occasions';
export * from './expectation.module';
