import { Global, Module } from '@nestjs/common';
import { DecisionLog } from './decision-log';

@Global()
@Module({ providers: [DecisionLog], exports: [DecisionLog] })
export class DecisionLogModule {}
