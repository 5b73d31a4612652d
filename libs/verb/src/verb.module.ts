import { Global, Module } from '@nestjs/common';
import { RefusedAttempts } from './refused-attempts';
import { Verbs } from './verbs';

@Global()
@Module({ providers: [Verbs, RefusedAttempts], exports: [Verbs, RefusedAttempts] })
export class VerbModule {}
