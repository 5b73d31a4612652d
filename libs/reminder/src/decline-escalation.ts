import { Inject, Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { MAIL_SETTINGS, type MailSettings } from '@samanker/mail';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { escalationOfferById } from './escalation.queries';
import { EscalationOffer, EscalationState } from './escalation-offer.entity';
import { lockEscalationOffer } from './lock-escalation-offer';
import { maySettleEscalation } from './reminder.permissions';
import { EscalationNoLongerOffered } from './reminder.refusals';

@InputType({ description: 'Which offer to decline.' })
export class DeclineEscalationInput {
  @Field(() => Uuid, { description: 'Id of the offer.' })
  offerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const DeclineEscalationResult = createUnionType({
  name: 'DeclineEscalationResult',
  description: 'The offer as it stands now, or why it was not declined.',
  types: () =>
    [
      EscalationOffer,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      EscalationNoLongerOffered,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** R10: the host's coordinator chooses not to write to the next level. */
@Injectable()
export class DeclineEscalation {
  constructor(
    private readonly verbs: Verbs,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  carryOut(asker: Asker, input: DeclineEscalationInput): Promise<EscalationOffer | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'declineEscalation',
      load: (work) => lockEscalationOffer(work, input.offerId),
      may: maySettleEscalation,
      carryOut: async (work, offer) => {
        if (offer.state === EscalationState.DECLINED) return offer;
        if (offer.state !== EscalationState.OFFERED) return new EscalationNoLongerOffered(['input', 'offerId']);
        await work.execute(
          `update escalation_offer set state = 'DECLINED', settled_at = $3 where region_id = $1 and id = $2`,
          [work.regionId, offer.id, work.now],
        );
        const { caseId, organisationId } = offer;
        work.log({
          verb: 'declineEscalation',
          subjectType: 'EscalationOffer',
          subjectId: offer.id,
          caseId,
          organisationId,
          before: { state: 'OFFERED' },
          after: { state: 'DECLINED' },
        });
        return offer;
      },
      answer: (work, id) => escalationOfferById(work, id, this.settings.sender),
    });
  }
}
