import { Module } from '@nestjs/common';
import { Expectation } from './expectation.entity';

export const expectationEntities = [Expectation];

/** Expectations are called down by higher words in the transaction that causes them; there is nothing to inject. */
@Module({})
export class ExpectationModule {}
