import { Module } from '@nestjs/common';
import { ClassificationResolver } from './classification.resolver';
import { CpvCode } from './cpv-code.entity';
import { Unit } from './unit.entity';

/** The tables of this word. */
export const classificationEntities = [CpvCode, Unit];

@Module({ providers: [ClassificationResolver] })
export class ClassificationModule {}
