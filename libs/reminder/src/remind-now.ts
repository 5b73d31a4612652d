import { Inject, Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { MAIL_SETTINGS, type MailSettings } from '@samanker/mail';
import { CaseClosed, CaseFrozen, lockCase, refusedByStage } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { planRemindNow, type RemindPlan } from './plan-remind-now';
import { queueDigests } from './queue-digests';
import { byHandKey } from './remind-now.rules';
import { RemindNowAnswer } from './remind-now.type';
import { mayRemindNow } from './reminder.permissions';
import { planReminder } from './sweep-reminders.rules';

const MOST = 500;

@InputType({ description: 'Whom to remind now of what is awaited of them.' })
export class RemindNowInput {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => [Uuid], { description: 'The participations; at most 500.' })
  participationIds!: string[];

  @Field(() => Boolean, { description: 'Only say who would get what; nothing is queued.' })
  dryRun!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RemindNowResult = createUnionType({
  name: 'RemindNowResult',
  description: 'Who gets what and who nothing, or why nobody is reminded.',
  types: () =>
    [
      RemindNowAnswer,
      NotFound,
      NotPermitted,
      InvalidInput,
      CaseFrozen,
      CaseClosed,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * R10: the coordinator reminds by hand, after a preview. What holds for the reminders that send themselves holds here: one
 * mail to a person on a day, in working hours, only where somebody must act, and not sent when its reason is lost (R11, R12).
 */
@Injectable()
export class RemindNow {
  constructor(
    private readonly verbs: Verbs,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  carryOut(asker: Asker, input: RemindNowInput): Promise<RemindNowAnswer | Refusal> {
    const { sender } = this.settings;
    let answer: RemindNowAnswer | null = null;
    return this.verbs.run(asker, input, {
      verb: 'remindNow',
      load: (work) => lockCase(work, input.caseId),
      may: mayRemindNow,
      carryOut: async (work, subject) => {
        if (input.participationIds.length > MOST)
          return new InvalidInput(['input', 'participationIds'], 'TOO_MANY', MOST);
        const refused = refusedByStage(subject.stage);
        if (refused) return refused;
        const plan = await planRemindNow(work, subject.id, input.participationIds, sender);
        answer = plan.answer;
        if (!input.dryRun && plan.mails.length > 0) {
          const mails = await queue(work, plan);
          answer.queued = true;
          work.log({
            verb: 'remindNow',
            subjectType: 'ProcurementCase',
            subjectId: subject.id,
            caseId: subject.id,
            organisationId: subject.hostOrganisationId,
            after: { mails, participationIds: [...new Set(input.participationIds)] },
          });
        }
        return { id: subject.id };
      },
      // The same request again: what it came to then is queued by now, and is said to be.
      answer: async (work, id) => answer ?? (await planRemindNow(work, id, input.participationIds, sender)).answer,
    });
  }
}

/** Queues the mails and ties the reminders to them: each counts as the one of the day, so that the sweep adds none. */
async function queue(work: Work, { mails, closed }: RemindPlan): Promise<string[]> {
  const queued = await queueDigests(
    work,
    mails.map(({ to, contents }) => ({
      toAddress: to.address,
      organisationId: contents[0]!.organisationId,
      personId: to.personId,
      language: to.language,
      urgent: contents.some(({ dueOn }) => dueOn === work.today),
    })),
  );
  const said = mails.flatMap(({ to, contents }) =>
    contents.flatMap((content) => {
      const mailId = queued.get(to.address);
      const periods = { ranges: closed.get(content.organisationId) ?? [] };
      const { occasion } = planReminder(content, work.now, work.today, periods, []);
      const byHand = byHandKey(content.dueOn, work.today);
      return mailId ? [{ id: content.expectationId, mailId, occasion: occasion ?? byHand, byHand }] : [];
    }),
  );
  await work.query(
    `insert into reminder (region_id, expectation_id, occasion, mail_id)
     select $1, s.id, case when exists (select from reminder r where r.expectation_id = s.id and r.occasion = s.occasion)
       then s."byHand" else s.occasion end, s."mailId"
     from jsonb_to_recordset($2::jsonb) as s(id uuid, occasion text, "byHand" text, "mailId" uuid)
     on conflict (expectation_id, occasion) do nothing`,
    [work.regionId, JSON.stringify(said)],
  );
  return [...new Set(said.map(({ mailId }) => mailId))];
}
