import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { refusedByStage } from '@samanker/procurement-case';
import { firstFault, InvalidInput, LocalDateScalar, Refusal, Uuid, type Asker } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { behalfOf, loggedBehalf, markOnBehalf } from './act-on-behalf';
import { logAbout } from './act-on-participation';
import { lockParticipation } from './lock-participation';
import { OnBehalfInput } from './on-behalf.input';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { mayDecideFor } from './participation.permissions';
import { participationById } from './participation.queries';
import { recomputeParticipation } from './recompute-participation';

@InputType({ description: 'A legality review of the organisation’s decision: demanded, or settled.' })
export class RecordLegalityReviewInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was demanded; null when it is settled and the decision stands.',
  })
  demandedOn?: string | null;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RecordLegalityReviewResult = createUnionType({
  name: 'RecordLegalityReviewResult',
  description: 'The participation with the review recorded, or why it was not.',
  types: () => participationAnswers,
  resolveType: (value: object) => value.constructor,
});

/**
 * Records that a legality review was demanded (kommuneloven § 27-1): the organisation does not count as anchored until it is
 * settled (R5). A decision that is found unlawful is superseded by a new one.
 */
@Injectable()
export class RecordLegalityReview {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RecordLegalityReviewInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'recordLegalityReview',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayDecideFor,
      carryOut: async (work, subject) => {
        const demandedOn = input.demandedOn ?? null;
        const { openedOn } = subject.case;
        const behalf = await behalfOf(work, subject, input.onBehalf);
        if (behalf instanceof InvalidInput) return behalf;
        const refused =
          refusedByStage(subject.case.stage) ??
          firstFault(
            demandedOn !== null &&
              demandedOn > work.today &&
              new InvalidInput(['input', 'demandedOn'], 'DATE_IN_FUTURE'),
            demandedOn !== null &&
              demandedOn < openedOn &&
              new InvalidInput(['input', 'demandedOn'], 'DATE_TOO_EARLY', openedOn),
          );
        if (refused) return refused;
        if (demandedOn === subject.legalityReviewDemandedOn) return { id: subject.id };
        await work.execute(
          'update participation set legality_review_demanded_on = $2, version = version + 1 where id = $1',
          [subject.id, demandedOn],
        );
        await markOnBehalf(work, subject, 'recordLegalityReview', behalf);
        work.log({
          verb: 'recordLegalityReview',
          ...logAbout(subject),
          before: { demandedOn: subject.legalityReviewDemandedOn },
          after: {
            demandedOn,
            onBehalf: loggedBehalf(behalf),
          },
        });
        await recomputeParticipation(work, subject.id, { begun: true });
        return { id: subject.id };
      },
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}
