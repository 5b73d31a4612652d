import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { escalates, ExpectationKind } from '@samanker/expectation';
import { isMember } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { ReminderPolicy } from './reminder-policy';
import { escalatesByItself, reminderPolicy } from './reminder-policy.queries';
import { mayKeepReminderPolicy } from './reminder.permissions';

@InputType({ description: 'What an organisation agrees to about reminders.' })
export class SaveReminderPolicyInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => [ExpectationKind], {
    description:
      'For what the next level may be written to without the coordinator asking; for the rest it is offered.',
  })
  escalates!: ExpectationKind[];

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SaveReminderPolicyResult = createUnionType({
  name: 'SaveReminderPolicyResult',
  description: 'How the organisation is reminded now, or why it was not changed.',
  types: () => [ReminderPolicy, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** A municipality agrees, or no longer agrees, that its leaders are written to without being asked first (R10). */
@Injectable()
export class SaveReminderPolicy {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveReminderPolicyInput) {
    return this.verbs.run(asker, input, {
      verb: 'saveReminderPolicy',
      load: async (work) => ((await isMember(work, input.organisationId, work.today)) ? input : null),
      may: mayKeepReminderPolicy.of(() => input),
      carryOut: (work) => save(work, input),
      answer: (work, id) => reminderPolicy(work, id) as Promise<ReminderPolicy>,
    });
  }
}

async function save(work: Work, { organisationId, escalates: chosen }: SaveReminderPolicyInput): Promise<Done> {
  const wanted = Object.values(ExpectationKind).filter((kind) => escalates(kind) && chosen.includes(kind));
  const before = await escalatesByItself(work, organisationId);
  if (before.join() === wanted.join()) return { id: organisationId };
  await work.execute(
    `insert into reminder_policy (region_id, organisation_id, escalates) values ($1, $2, $3)
     on conflict (region_id, organisation_id) do update set escalates = excluded.escalates`,
    [work.regionId, organisationId, wanted],
  );
  work.log({
    verb: 'saveReminderPolicy',
    subjectType: 'Organisation',
    subjectId: organisationId,
    organisationId,
    before: { escalates: before },
    after: { escalates: wanted },
  });
  return { id: organisationId };
}
