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
import { queueEscalation } from './queue-escalation';
import { maySettleEscalation } from './reminder.permissions';
import { EscalationNoLongerOffered, NobodyToWriteTo } from './reminder.refusals';

@InputType({ description: 'Which offer to accept.' })
export class AcceptEscalationInput {
  @Field(() => Uuid, { description: 'Id of the offer.' })
  offerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AcceptEscalationResult = createUnionType({
  name: 'AcceptEscalationResult',
  description: 'The offer as it stands now, or why it was not accepted.',
  types: () =>
    [
      EscalationOffer,
      NotFound,
      NotPermitted,
      InvalidInput,
      IdempotencyKeyReused,
      LogInTooWeak,
      EscalationNoLongerOffered,
      NobodyToWriteTo,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** R10: the host's coordinator lets the mail to the next level go. */
@Injectable()
export class AcceptEscalation {
  constructor(
    private readonly verbs: Verbs,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  carryOut(asker: Asker, input: AcceptEscalationInput): Promise<EscalationOffer | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'acceptEscalation',
      load: (work) => lockEscalationOffer(work, input.offerId),
      may: maySettleEscalation,
      carryOut: async (work, offer) => {
        if (offer.state === EscalationState.SENT) return offer;
        if (offer.state !== EscalationState.OFFERED) return new EscalationNoLongerOffered(['input', 'offerId']);
        return (await queueEscalation(work, offer.id)) ? offer : new NobodyToWriteTo(['input', 'offerId']);
      },
      answer: (work, id) => escalationOfferById(work, id, this.settings.sender),
    });
  }
}
