import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Refusal, Uuid, type Asker } from '@samanker/request';
import { ChooseParts, ChoosePartsInput, ChoosePartsResult } from './choose-parts';
import { ConfirmLocalGain, ConfirmLocalGainInput, ConfirmLocalGainResult } from './confirm-local-gain';
import { RecordLegalityReview, RecordLegalityReviewInput, RecordLegalityReviewResult } from './record-legality-review';
import { RecordPowerOfAttorney, RecordPowerOfAttorneyResult } from './record-power-of-attorney';
import { RecordPowerOfAttorneyInput } from './record-power-of-attorney.input';
import { SettleCondition, SettleConditionInput, SettleConditionResult } from './settle-condition';
import {
  WithdrawPowerOfAttorney,
  WithdrawPowerOfAttorneyInput,
  WithdrawPowerOfAttorneyResult,
} from './withdraw-power-of-attorney';
import { Participation } from './participation.entity';
import { participationById, participationsOf } from './participation.queries';

@Resolver(() => Participation)
export class ParticipationResolver {
  constructor(
    private readonly choosePartsVerb: ChooseParts,
    private readonly confirmLocalGainVerb: ConfirmLocalGain,
    private readonly recordLegalityReviewVerb: RecordLegalityReview,
    private readonly recordPowerOfAttorneyVerb: RecordPowerOfAttorney,
    private readonly settleConditionVerb: SettleCondition,
    private readonly withdrawPowerOfAttorneyVerb: WithdrawPowerOfAttorney,
  ) {}

  @Query(() => Participation, { nullable: true, description: 'One participation; null when there is none.' })
  async participation(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the participation.' }) id: string,
  ): Promise<Participation | null> {
    return participationById(await read.work(), id);
  }

  @Query(() => [Participation], {
    description: 'The participations of a case, by name of the organisation; none when there is no such case.',
  })
  async participations(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ): Promise<Participation[]> {
    return participationsOf(await read.work(), caseId);
  }

  @Mutation(() => ChoosePartsResult, { description: 'Chooses firm, option or out for parts of a case.' })
  chooseParts(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: ChoosePartsInput,
  ): Promise<Participation | Refusal> {
    return this.choosePartsVerb.carryOut(asker, input);
  }

  @Mutation(() => ConfirmLocalGainResult, {
    description: 'Records that the local leader has confirmed the local gain.',
  })
  confirmLocalGain(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: ConfirmLocalGainInput,
  ): Promise<Participation | Refusal> {
    return this.confirmLocalGainVerb.carryOut(asker, input);
  }

  @Mutation(() => RecordLegalityReviewResult, {
    description: 'Records that a legality review was demanded, or is settled.',
  })
  recordLegalityReview(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: RecordLegalityReviewInput,
  ): Promise<Participation | Refusal> {
    return this.recordLegalityReviewVerb.carryOut(asker, input);
  }

  @Mutation(() => RecordPowerOfAttorneyResult, {
    description: 'Records the power of attorney; a new one replaces the one in force.',
  })
  recordPowerOfAttorney(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: RecordPowerOfAttorneyInput,
  ): Promise<Participation | Refusal> {
    return this.recordPowerOfAttorneyVerb.carryOut(asker, input);
  }

  @Mutation(() => SettleConditionResult, { description: 'The host settles a condition of a decision.' })
  settleCondition(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: SettleConditionInput,
  ): Promise<Participation | Refusal> {
    return this.settleConditionVerb.carryOut(asker, input);
  }

  @Mutation(() => WithdrawPowerOfAttorneyResult, { description: 'Withdraws the power of attorney in force.' })
  withdrawPowerOfAttorney(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: WithdrawPowerOfAttorneyInput,
  ): Promise<Participation | Refusal> {
    return this.withdrawPowerOfAttorneyVerb.carryOut(asker, input);
  }
}
