import type { Transactions, Work } from '@samanker/database';
import type { PreparedMail } from './prepare-mails';
import { retryAt } from './sending-hours.rules';

/** What became of a claimed mail. */
export interface Outcome {
  readonly mail: PreparedMail;
  readonly result:
    | { readonly kind: 'SENT'; readonly subject: string; readonly messageId: string; readonly response: string }
    | { readonly kind: 'FAILED'; readonly subject: string; readonly permanent: boolean; readonly response: string }
    | { readonly kind: 'CANCELLED' }
    | { readonly kind: 'PUT_OFF'; readonly until: Date | null };
}

interface Row {
  readonly id: string;
  readonly attempts: number;
  readonly state: 'SENT' | 'REFUSED' | 'CANCELLED' | 'QUEUED';
  readonly subject: string | null;
  readonly response: string | null;
  readonly messageId: string | null;
  readonly nextAttemptAt: Date | null;
  /** An attempt that was none does not count. */
  readonly notTried: boolean;
}

interface Waiting {
  readonly outcome: Outcome;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

// A database that restarts is back in seconds; what the mail server has accepted must not be forgotten for that.
const TRIES = 4;
const PAUSE = 1_000;
/** Milliseconds in which outcomes gather before they are written. */
const GATHER = 15;

/**
 * Writes down what became of mails. While one transaction of a region runs, the outcomes that come in wait and are written
 * together by the next: a slow commit makes larger groups, not a longer queue.
 */
export class MailLedger {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly writing = new Set<string>();

  constructor(private readonly transactions: Transactions) {}

  /** Resolves when the outcome is committed. */
  settle(outcome: Outcome): Promise<void> {
    const { regionId } = outcome.mail;
    return new Promise((done, failed) => {
      this.waiting.set(regionId, [...(this.waiting.get(regionId) ?? []), { outcome, done, failed }]);
      if (!this.writing.has(regionId)) void this.writeAll(regionId);
    });
  }

  private async writeAll(regionId: string): Promise<void> {
    this.writing.add(regionId);
    await pause(GATHER);
    for (let group = this.take(regionId); group.length > 0; group = await this.takeNext(regionId)) {
      const outcomes = group.map(({ outcome }) => outcome);
      try {
        await this.persistently(() =>
          this.transactions.asService(regionId, 'send-mail', (work) => writeDown(work, outcomes)),
        );
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.writing.delete(regionId);
  }

  private async takeNext(regionId: string): Promise<Waiting[]> {
    if (this.waiting.has(regionId)) await pause(GATHER);
    return this.take(regionId);
  }

  private take(regionId: string): Waiting[] {
    const group = this.waiting.get(regionId) ?? [];
    this.waiting.delete(regionId);
    return group;
  }

  private async persistently(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await write();
      } catch (error) {
        if (tries >= TRIES) throw error;
        await pause(PAUSE);
      }
    }
  }
}

/** One statement, and one log entry for each case and state. Who sent is told by the log, to whom only by the row (R32). */
async function writeDown(work: Work, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map((outcome) => rowOf(outcome, work.now));
  const settled = await work.query<{ id: string; state: Row['state'] }>(
    `update mail m set state = r.state, leased_until = null, subject = coalesce(left(r.subject, 200), m.subject),
       last_response = coalesce(left(r.response, 1000), m.last_response), message_id = coalesce(r."messageId", m.message_id),
       next_attempt_at = coalesce(r."nextAttemptAt", m.next_attempt_at), attempts = m.attempts - case when r."notTried" then 1 else 0 end,
       sent_at = case r.state when 'SENT' then $3::timestamptz end
     from jsonb_to_recordset($2::jsonb) as r(id uuid, attempts integer, state text, subject text, response text, "messageId" text,
       "nextAttemptAt" timestamptz, "notTried" boolean)
     where m.region_id = $1 and m.id = r.id and m.state = 'QUEUED' and (m.attempts = r.attempts or r.state = 'SENT')
     returning m.id, m.state`,
    [work.regionId, JSON.stringify(rows), work.now],
  );
  // R10: a letter to the next level that lost its reason before it went has been sent to nobody.
  const cancelled = settled.filter(({ state }) => state === 'CANCELLED').map(({ id }) => id);
  if (cancelled.length > 0)
    await work.execute(
      `update escalation_offer set state = 'LAPSED', settled_at = $3 where region_id = $1 and mail_id = any($2::uuid[])`,
      [work.regionId, cancelled, work.now],
    );
  const states = new Map(settled.map(({ id, state }) => [id, state]));
  const groups = new Map<string, PreparedMail[]>();
  for (const { mail } of outcomes) {
    const state = states.get(mail.id);
    if (!state || state === 'QUEUED') continue;
    const key = `${state} ${mail.caseId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), mail]);
  }
  for (const mails of groups.values()) {
    const { id, caseId } = mails[0]!;
    work.log({
      verb: 'sendMail',
      subjectType: caseId ? 'ProcurementCase' : 'Region',
      subjectId: caseId ?? work.regionId,
      caseId,
      before: { state: 'QUEUED' },
      after: { state: states.get(id), mails: mails.map((mail) => mail.id) },
    });
  }
}

function rowOf({ mail, result }: Outcome, now: Date): Row {
  const blank = {
    id: mail.id,
    attempts: mail.attempts,
    subject: null,
    response: null,
    messageId: null,
    nextAttemptAt: null,
    notTried: false,
  };
  switch (result.kind) {
    case 'SENT':
      return {
        ...blank,
        state: 'SENT',
        subject: result.subject,
        response: result.response,
        messageId: result.messageId,
      };
    case 'CANCELLED':
      return { ...blank, state: 'CANCELLED' };
    case 'PUT_OFF':
      return { ...blank, state: 'QUEUED', nextAttemptAt: result.until, notTried: true };
    case 'FAILED': {
      const again = result.permanent ? null : retryAt(mail.attempts, now, mail.atOnce ? null : mail.closed);
      return {
        ...blank,
        state: again ? 'QUEUED' : 'REFUSED',
        subject: result.subject,
        response: result.response,
        nextAttemptAt: again,
      };
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
