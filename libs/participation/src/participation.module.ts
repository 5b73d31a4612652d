import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { Condition } from './condition.entity';
import { PartChoice } from './part-choice.entity';
import { Participation } from './participation.entity';
import { ParticipationResolver } from './participation.resolver';
import { PowerOfAttorney } from './power-of-attorney.entity';

export const participationEntities = [Participation, PartChoice, Condition, PowerOfAttorney];

@Module({ imports: [VerbModule], providers: [ParticipationResolver] })
export class ParticipationModule {}
