import { dataSourceOf, Transactions } from '@samanker/database';
import { verifyLog } from '@samanker/decision-log';
import type { ChaosGround } from './chaos-ground';

/** How the run may have treated mails: a process that was killed between 250 and the commit sends the same one again. */
export interface Allowed {
  readonly twiceWithTheSameId?: boolean;
}

/** Everything that must hold once the dust has settled; answers what does not, in words. */
export async function brokenInvariants(ground: ChaosGround, allowed: Allowed = {}): Promise<string[]> {
  return [
    ...(await lostDecisions(ground)),
    ...(await doubleDecisions(ground)),
    ...(await brokenLogs(ground)),
    ...(await wrongMails(ground, allowed)),
    ...(await unfinishedWork(ground)),
  ];
}

/** Every acknowledged decision stands in its table; every decision stands in the log, once. */
async function lostDecisions({ admin, acknowledged }: ChaosGround): Promise<string[]> {
  const kept: { id: string; step: string }[] = await admin.query('select id, step_id as step from decision');
  const logged: { decision: string; times: number }[] = await admin.query(
    `select entry::jsonb #>> '{after,decisionId}' as decision, count(*)::int as times from decision_log
     where entry::jsonb ->> 'verb' in ('decideAnchoringStep', 'supersedeDecision') group by 1`,
  );
  const times = new Map(logged.map((one) => [one.decision, one.times]));
  const ids = new Set(kept.map(({ id }) => id));
  return [
    ...acknowledged
      .filter(({ decisionId }) => !ids.has(decisionId))
      .map(({ decisionId }) => `decision ${decisionId} was acknowledged and is lost`),
    ...kept
      .filter(({ id }) => times.get(id) !== 1)
      .map(({ id }) => `decision ${id} stands ${times.get(id) ?? 0} times in the log`),
    ...logged
      .filter(({ decision }) => !ids.has(decision))
      .map(({ decision }) => `the log tells of decision ${decision}, which does not exist`),
  ];
}

async function doubleDecisions({ admin }: ChaosGround): Promise<string[]> {
  const rows: { step: string; count: number }[] = await admin.query(
    `select d.step_id as step, count(*)::int from decision d where d.superseded_at is null
       and d.outcome not in ('DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'SENT_UP') group by 1 having count(*) > 1`,
  );
  const stateless: { id: string }[] = await admin.query(
    `select s.id from anchoring_step s where (s.state = 'DECIDED') <> exists (select from decision d where d.step_id = s.id
       and d.superseded_at is null and d.outcome not in ('DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA'))`,
  );
  return [
    ...rows.map(({ step, count }) => `step ${step} has ${count} decisions that count`),
    ...stateless.map(({ id }) => `step ${id} and its decisions do not agree`),
  ];
}

async function brokenLogs({ admin, db }: ChaosGround): Promise<string[]> {
  const source = await dataSourceOf({ url: db.DATABASE_URL, applicationName: 'chaos', poolSize: 1 }).initialize();
  try {
    const transactions = new Transactions(source);
    const found: string[] = [];
    for (const { id } of await admin.query('select id from region')) {
      const { fault } = await transactions.asService(id, 'chaos', (work) => verifyLog(work));
      if (fault) found.push(`the log of region ${id} breaks at entry ${fault.seq}: ${fault.fault}`);
    }
    return found;
  } finally {
    await source.destroy();
  }
}

/** What the mail server accepted is what the rows say was sent: each mail once, to its one address. */
async function wrongMails({ admin, smtp }: ChaosGround, { twiceWithTheSameId }: Allowed): Promise<string[]> {
  const rows: { id: string; state: string; to: string; messageId: string | null; on: string }[] = await admin.query(
    `select id, state, to_address as "to", message_id as "messageId", mail_on::text as "on" from mail`,
  );
  const arrived = new Map<string, { times: number; to: string }>();
  for (const { messageId, recipients, acknowledged } of smtp.seen) {
    if (!acknowledged) continue;
    const known = arrived.get(messageId);
    arrived.set(messageId, { times: (known?.times ?? 0) + 1, to: recipients.join() });
  }
  const found: string[] = [];
  for (const row of rows) {
    const mail = row.messageId ? arrived.get(row.messageId) : undefined;
    if (row.state === 'SENT' && !mail) found.push(`mail ${row.id} counts as sent and never arrived`);
    if (mail && mail.to !== row.to) found.push(`mail ${row.id} went to ${mail.to} instead of ${row.to}`);
    if (mail && mail.times > (twiceWithTheSameId ? 2 : 1)) found.push(`mail ${row.id} arrived ${mail.times} times`);
  }
  const known = new Set(rows.map(({ messageId }) => messageId));
  for (const messageId of arrived.keys())
    if (!known.has(messageId)) found.push(`a mail ${messageId} arrived that no row tells of`);
  const unsaid: { id: string }[] = await admin.query(
    `select r.id from reminder r join mail m on m.id = r.mail_id where m.state not in ('SENT', 'CANCELLED')`,
  );
  return [...found, ...unsaid.map(({ id }) => `reminder ${id} was never sent`)];
}

async function unfinishedWork({ admin }: ChaosGround): Promise<string[]> {
  const rows: { job: string; error: string | null; parked: boolean }[] = await admin.query(
    `select job, last_error as error, parked_at is not null as parked from outbox_delivery where done_at is null`,
  );
  return rows.map(({ job, error, parked }) => `${job} is ${parked ? 'parked' : 'open'}: ${error ?? 'no error'}`);
}
