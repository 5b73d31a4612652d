import { Global, Module } from '@nestjs/common';
import { Verbs } from './verbs';

@Global()
@Module({ providers: [Verbs], exports: [Verbs] })
export class VerbModule {}
