import { Module } from '@nestjs/common';
import { ChooseParts } from './choose-parts';
import { ConfirmLocalGain } from './confirm-local-gain';
import { RecordLegalityReview } from './record-legality-review';
import { RecordPowerOfAttorney } from './record-power-of-attorney';
import { SettleCondition } from './settle-condition';
import { WithdrawPowerOfAttorney } from './withdraw-power-of-attorney';
import { ActOnBehalf } from './act-on-behalf.entity';
import { Condition } from './condition.entity';
import { Leaving } from './leaving.entity';
import { PartChoice } from './part-choice.entity';
import { Participation } from './participation.entity';
import { ParticipationResolver } from './participation.resolver';
import { PowerOfAttorney } from './power-of-attorney.entity';

export const participationEntities = [Participation, PartChoice, Condition, PowerOfAttorney, ActOnBehalf, Leaving];

@Module({
  providers: [
    ParticipationResolver,
    ChooseParts,
    ConfirmLocalGain,
    RecordLegalityReview,
    RecordPowerOfAttorney,
    SettleCondition,
    WithdrawPowerOfAttorney,
  ],
})
export class ParticipationModule {}
