import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import { checkText, firstFault, InvalidInput, LocalDateScalar, Refusal, Uuid, type Asker } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { logAbout, mayTouch, refusedToChange } from './act-on-participation';
import { lockParticipation } from './lock-participation';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { DECIDING_ROLES, onBehalf } from './participation.permissions';
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

  @Field(() => String, {
    nullable: true,
    description: 'For the host on written behalf only: why, and where that is written.',
  })
  onBehalfBecause?: string | null;

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
      may: mayTouch,
      carryOut: async (work, subject) => {
        const demandedOn = input.demandedOn ?? null;
        const { openedOn } = subject.case;
        const refused =
          refusedToChange(work, subject, DECIDING_ROLES, input.onBehalfBecause) ??
          firstFault(
            checkText(input.onBehalfBecause, ['input', 'onBehalfBecause'], 1000),
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
        work.log({
          verb: 'recordLegalityReview',
          ...logAbout(subject),
          before: { demandedOn: subject.legalityReviewDemandedOn },
          after: {
            demandedOn,
            onBehalfBecauseSha256: wordingSha256(onBehalf(work.actor, subject, input.onBehalfBecause)),
          },
        });
        await recomputeParticipation(work, subject.id, { begun: true });
        return { id: subject.id };
      },
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}
