import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { diffDays } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { isMember } from '@samanker/organisation';
import {
  checkText,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  LocalDateScalar,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { ClosedWeek } from './closed-week.entity';
import { ClosedWeeksSaved } from './meeting-calendar.events';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { closedWeeksOf } from './meeting-calendar.queries';

const MOST_PERIODS = 100;
/** Longer than any summer; a calendar closed for a year would put every working day out of reach. */
const LONGEST_PERIOD_DAYS = 92;

@InputType({ description: 'A period in which the organisation is closed; both ends are included.' })
export class ClosedWeekInput {
  @Field(() => LocalDateScalar, { description: 'The first closed day.' })
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: 'The last closed day; at most 92 days after the first.' })
  toDate!: string;

  @Field(() => String, { defaultValue: '', description: 'Why: summer, winter holiday.' })
  reason!: string;
}

@InputType({ description: 'All closed periods of an organisation; they take the place of those known before.' })
export class SaveClosedWeeksInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => [ClosedWeekInput], { description: 'Its closed periods, at most 100.' })
  periods!: ClosedWeekInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

/** All closed periods of an organisation. */
@ObjectType({ description: 'When an organisation is closed, besides weekends and public holidays.' })
export class ClosedWeeks {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => [ClosedWeek], { description: 'The periods in order.' })
  periods!: ClosedWeek[];
}

export const SaveClosedWeeksResult = createUnionType({
  name: 'SaveClosedWeeksResult',
  description: 'The closed periods as they stand now, or why they were not saved.',
  types: () => [ClosedWeeks, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Saves when an organisation is closed; working days are counted anew (R11). */
@Injectable()
export class SaveClosedWeeks {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveClosedWeeksInput) {
    return this.verbs.run(asker, input, {
      verb: 'saveClosedWeeks',
      load: async (work) => ((await isMember(work, input.organisationId, work.today)) ? input : null),
      may: mayKeepCalendar.of(() => input),
      carryOut: (work) => save(work, input),
      answer: async (work) =>
        Object.assign(new ClosedWeeks(), {
          organisationId: input.organisationId,
          periods: await closedWeeksOf(work, input.organisationId),
        }),
    });
  }
}

async function save(work: Work, input: SaveClosedWeeksInput): Promise<Done | InvalidInput> {
  const fault = faultOf(input.periods);
  if (fault) return fault;
  const before = (await closedWeeksOf(work, input.organisationId)).map(({ fromDate, toDate, reason }) => ({
    fromDate,
    toDate,
    reason,
  }));
  const after = input.periods
    .map(({ fromDate, toDate, reason }) => ({ fromDate, toDate, reason }))
    .sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  if (JSON.stringify(before) === JSON.stringify(after)) return { id: input.organisationId };
  await work.execute('delete from closed_week where region_id = $1 and organisation_id = $2', [
    work.regionId,
    input.organisationId,
  ]);
  // Two saving at once: the later one's row of the same first day gives way instead of failing.
  await work.execute(
    `insert into closed_week (region_id, organisation_id, from_date, to_date, reason)
     select $1, $2, p."fromDate", p."toDate", p.reason
     from jsonb_to_recordset($3::jsonb) as p("fromDate" date, "toDate" date, reason text) on conflict do nothing`,
    [work.regionId, input.organisationId, JSON.stringify(after)],
  );
  work.log({
    verb: 'saveClosedWeeks',
    subjectType: 'Organisation',
    subjectId: input.organisationId,
    organisationId: input.organisationId,
    before: before.map(forLog),
    after: after.map(forLog),
  });
  work.publish(new ClosedWeeksSaved({ organisationId: input.organisationId }));
  return { id: input.organisationId };
}

/** R32: why somebody is away may name them, and the log is for ever. */
function forLog({ reason, ...period }: Pick<ClosedWeekInput, 'fromDate' | 'toDate' | 'reason'>): object {
  return { ...period, reasonSha256: wordingSha256(reason) };
}

function faultOf(periods: readonly ClosedWeekInput[]): InvalidInput | null {
  if (periods.length > MOST_PERIODS) return new InvalidInput(['input', 'periods'], 'TOO_MANY', MOST_PERIODS);
  const starts = new Set<string>();
  for (const [index, { fromDate, toDate, reason }] of periods.entries()) {
    const path = ['input', 'periods', index] as const;
    if (toDate < fromDate) return new InvalidInput([...path, 'toDate'], 'ENDS_BEFORE_START');
    if (diffDays(fromDate, toDate) > LONGEST_PERIOD_DAYS)
      return new InvalidInput([...path, 'toDate'], 'TOO_LARGE', LONGEST_PERIOD_DAYS);
    if (starts.has(fromDate)) return new InvalidInput([...path, 'fromDate'], 'DUPLICATE');
    const fault = checkText(reason, [...path, 'reason'], 200);
    if (fault) return fault;
    starts.add(fromDate);
  }
  return null;
}
