import type { ClosedPeriods, DateRange, LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { RoleKind } from '@samanker/request';
import { escalationOn, nextOccasion } from './expectation.rules';
import type { ExpectationFacts, ExpectationKind } from './expectation.entity';

/** What is awaited, of whom, by when, and why. */
export interface Expected {
  readonly kind: ExpectationKind | keyof typeof ExpectationKind;
  readonly caseId: string;
  readonly participationId: string;
  /** The anchoring step, or the participation, that it is about. */
  readonly subjectId: string;
  readonly organisationId: string;
  /** Which time: the id or date of the meeting, say. Another one of the same kind and subject replaces it. */
  readonly occasion: string;
  readonly role: RoleKind;
  /** One person in particular; else whoever holds the role, or the deputy, on the day. */
  readonly personId?: string | null;
  readonly dueOn: LocalDate;
  readonly facts?: ExpectationFacts;
}

/** Awaits something (R9): the row with its unique key (what, whom, occasion) is the truth, written with what causes it. */
export async function expect(work: Work, expected: Expected, closed?: ReadonlyMap<string, DateRange[]>): Promise<void> {
  await expectAll(work, [expected], closed);
}

/**
 * Awaits several things, in two statements however many they are. What is already awaited for the same day keeps its
 * reminders; with a new day they are counted afresh; what was fulfilled or withdrawn is awaited again; others of the same
 * kind and subject are replaced. `closed` are the closed periods by organisation, read here when left out.
 */
export async function expectAll(
  work: Work,
  expected: readonly Expected[],
  closed?: ReadonlyMap<string, DateRange[]>,
): Promise<void> {
  if (expected.length === 0) return;
  const ranges = closed ?? (await closedRangesOf(work, [...new Set(expected.map((one) => one.organisationId))]));
  const unique = new Map(expected.map((one) => [`${one.kind}/${one.subjectId}/${one.occasion}`, one]));
  const rows = [...unique.values()].map((one) =>
    rowOf(one, work.today, { ranges: ranges.get(one.organisationId) ?? [] }),
  );
  await work.query(REPLACE_AND_UPSERT, [work.regionId, JSON.stringify(rows), work.now]);
}

function rowOf(expected: Expected, today: LocalDate, closed: ClosedPeriods): Record<string, unknown> {
  return {
    kind: expected.kind,
    case_id: expected.caseId,
    participation_id: expected.participationId,
    subject_id: expected.subjectId,
    organisation_id: expected.organisationId,
    occasion: expected.occasion,
    role: expected.role,
    person_id: expected.personId ?? null,
    due_on: expected.dueOn,
    facts: expected.facts ?? {},
    next_reminder_on: nextOccasion(expected.kind, expected.dueOn, today, closed)?.on ?? null,
    escalation_on: escalationOn(expected.kind, expected.dueOn, closed),
  };
}

const REPLACE_AND_UPSERT = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as g(kind text, case_id uuid, participation_id uuid, subject_id uuid,
      organisation_id uuid, occasion text, role text, person_id uuid, due_on date, facts jsonb, next_reminder_on date,
      escalation_on date)
  ), replaced as (
    update expectation e set withdrawn_at = $3::timestamptz, withdrawn_because = 'REPLACED'
    where e.region_id = $1 and e.fulfilled_at is null and e.withdrawn_at is null
      and exists (select from given g where g.kind = e.kind and g.subject_id = e.subject_id)
      and not exists (select from given g where g.kind = e.kind and g.subject_id = e.subject_id and g.occasion = e.occasion)
  )
  insert into expectation as e (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role,
    person_id, due_on, facts, next_reminder_on, escalation_on, opened_at)
  select $1, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, person_id, due_on, facts,
    next_reminder_on, escalation_on, $3::timestamptz from given
  order by subject_id, kind, occasion
  on conflict (region_id, kind, subject_id, occasion) do update set
    role = excluded.role, person_id = excluded.person_id, facts = excluded.facts, due_on = excluded.due_on,
    organisation_id = excluded.organisation_id,
    next_reminder_on = case when e.due_on = excluded.due_on and e.fulfilled_at is null and e.withdrawn_at is null
      then e.next_reminder_on else excluded.next_reminder_on end,
    escalation_on = case when e.due_on = excluded.due_on and e.fulfilled_at is null and e.withdrawn_at is null
      then e.escalation_on else excluded.escalation_on end,
    opened_at = case when e.fulfilled_at is null and e.withdrawn_at is null then e.opened_at else excluded.opened_at end,
    fulfilled_at = null, withdrawn_at = null, withdrawn_because = null
  where e.fulfilled_at is not null or e.withdrawn_at is not null
    or (e.role, e.person_id, e.due_on, e.facts) is distinct from (excluded.role, excluded.person_id, excluded.due_on, excluded.facts)`;
