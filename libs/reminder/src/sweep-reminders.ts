import { addDays, isWithinWorkingHours, nextWorkingDay, type ClosedPeriods, type DateRange } from '@samanker/clock';
import { killPoint, type Transactions, type Work } from '@samanker/database';
import { askedKey, responsibleFor, type Responsible } from '@samanker/expectation';
import { closedRangesOf } from '@samanker/meeting-calendar';
import type { RoleKind } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { queueDigests, queueDueToday, type DigestWanted } from './queue-digests';
import { isLastChance, planReminder, type Awaited, type PlannedReminder } from './sweep-reminders.rules';

/** How many expectations one transaction takes. */
const AT_A_TIME = 500;

interface Due extends Awaited {
  readonly id: string;
  readonly organisationId: string;
  readonly role: RoleKind;
  readonly personId: string | null;
}

interface Settled {
  readonly due: Due;
  readonly responsible: Responsible | undefined;
  readonly plan: PlannedReminder;
}

/**
 * R9–R12: makes mails of the expectations whose reminder is due, region by region. Runs every few seconds in every worker,
 * any number at once: rows are taken with lock-and-skip, mails and reminders are unique. Answers how many it looked at.
 */
export async function sweepReminders(transactions: Transactions, sweeper: DataSource): Promise<number> {
  const regions: { id: string; now: Date }[] = await sweeper.query(
    `select distinct region_id as id, samanker_now() as now from expectation
     where next_reminder_on <= samanker_today() and fulfilled_at is null and withdrawn_at is null`,
  );
  let swept = 0;
  for (const { id, now } of regions) {
    if (!isWithinWorkingHours(now)) break;
    for (let batch = AT_A_TIME; batch === AT_A_TIME; swept += batch) {
      batch = await transactions.asService(id, 'sweep-reminders', sweepBatch);
      killPoint('sweep:after-commit');
    }
  }
  return swept;
}

async function sweepBatch(work: Work): Promise<number> {
  const due = await claimDue(work);
  if (due.length === 0) return 0;
  killPoint('sweep:after-claim');
  const closed = await closedRangesOf(work, [...new Set(due.map(({ organisationId }) => organisationId))]);
  const responsible = await responsibleFor(work, due);
  const said = await alreadySaid(work, due);
  const all = due.map((one): Settled => {
    const periods = closedOf(closed, one.organisationId);
    return {
      due: one,
      responsible: responsible.get(askedKey(one)),
      plan: planReminder(one, work.now, work.today, periods, said.get(one.id) ?? []),
    };
  });
  const digests = await queueDigests(work, wantedMails(all, work.today));
  const late = all.filter(({ due, plan, responsible }) => isLastChance(due, plan) && !mailIn(digests, responsible));
  const notices = await queueDueToday(work, wantedMails(late, work.today));
  await keep(
    work,
    all.map((one) => ({
      ...one,
      mailId: mailIn(digests, one.responsible) ?? (late.includes(one) ? mailIn(notices, one.responsible) : null),
    })),
    closed,
  );
  const mails = [...digests.values(), ...notices.values()];
  if (mails.length > 0) {
    work.log({
      verb: 'sweepReminders',
      subjectType: 'Region',
      subjectId: work.regionId,
      after: { mails },
    });
  }
  return due.length;
}

/** What is due today goes before the backlog (P5). */
function claimDue(work: Work): Promise<Due[]> {
  return work.query<Due>(
    `select id, kind, due_on as "dueOn", organisation_id as "organisationId", role, person_id as "personId" from expectation
     where region_id = $1 and next_reminder_on <= $2 and fulfilled_at is null and withdrawn_at is null
     order by due_on < $2, due_on, id limit ${AT_A_TIME} for update skip locked`,
    [work.regionId, work.today],
  );
}

async function alreadySaid(work: Work, due: readonly Due[]): Promise<Map<string, string[]>> {
  const rows = await work.query<{ expectationId: string; occasions: string[] }>(
    `select expectation_id as "expectationId", array_agg(occasion) as occasions from reminder
     where region_id = $1 and expectation_id = any($2::uuid[]) group by 1`,
    [work.regionId, due.map(({ id }) => id)],
  );
  return new Map(rows.map(({ expectationId, occasions }) => [expectationId, occasions]));
}

/** One mail for each address (R11); nothing for those whom no address reaches. */
function wantedMails(all: readonly Settled[], today: string): DigestWanted[] {
  const wanted = new Map<string, DigestWanted>();
  for (const { due, responsible, plan } of all) {
    if (!plan.occasion || !responsible?.address) continue;
    const known = wanted.get(responsible.address);
    const urgent = due.dueOn === today || (known?.urgent ?? false);
    wanted.set(responsible.address, {
      toAddress: responsible.address,
      organisationId: known?.organisationId ?? due.organisationId,
      personId: responsible.personId,
      language: responsible.language,
      urgent,
    });
  }
  return [...wanted.values()];
}

/** Ties the reminders to their mails and says when to look at each expectation again. Two statements. */
async function keep(
  work: Work,
  all: readonly (Settled & { readonly mailId: string | null })[],
  closed: ReadonlyMap<string, DateRange[]>,
): Promise<void> {
  const rows = all.map(({ due, plan, mailId: queued }) => {
    const mailId = plan.occasion && queued;
    const later = nextWorkingDay(addDays(work.today, 1), closedOf(closed, due.organisationId));
    return { id: due.id, occasion: plan.occasion, mailId, next: plan.occasion && !mailId ? later : plan.nextOn };
  });
  await work.query(
    `insert into reminder (region_id, expectation_id, occasion, mail_id)
     select $1, r.id, r.occasion, r."mailId" from jsonb_to_recordset($2::jsonb) as r(id uuid, occasion text, "mailId" uuid)
     where r."mailId" is not null on conflict (expectation_id, occasion) do nothing`,
    [work.regionId, JSON.stringify(rows)],
  );
  await work.query(
    `update expectation e set next_reminder_on = r.next from jsonb_to_recordset($2::jsonb) as r(id uuid, next date)
     where e.region_id = $1 and e.id = r.id`,
    [work.regionId, JSON.stringify(rows)],
  );
}

function mailIn(mails: ReadonlyMap<string, string>, responsible: Responsible | undefined): string | null {
  return (responsible?.address && mails.get(responsible.address)) || null;
}

function closedOf(closed: ReadonlyMap<string, DateRange[]>, organisationId: string): ClosedPeriods {
  return { ranges: closed.get(organisationId) ?? [] };
}
