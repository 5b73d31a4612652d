import { Inject, Injectable } from '@nestjs/common';
import { writePdf } from '@samanker/attachment';
import { killPoint, SWEEPER_DATA_SOURCE, Transactions } from '@samanker/database';
import {
  buildMessage,
  MAIL_SETTINGS,
  MailRefused,
  MailTransport,
  type MailDraft,
  type MailMessage,
  type MailSettings,
} from '@samanker/mail';
import type { JobHandler } from '@samanker/outbox';
import type { DataSource } from 'typeorm';
import { LEASE_SECONDS } from './claim-mails';
import type { Letter } from './invitation-letter.rules';
import { prepareMails, type PreparedMail } from './prepare-mails';
import { SendLane } from './send-lane';
import { MailLedger, type Outcome } from './settle-mails';

/** Places for mails that are tried for the first time, and for those that have failed before: these hold up only each other. */
const FRESH = { width: 3, atATime: 50, condition: 'attempts = 0' };
const RETRIED = { width: 2, atATime: 20, condition: 'attempts > 0' };
/** A mail that cannot even be written is given up after so many attempts (C8). */
const MOST_WRITINGS = 5;
/** Real milliseconds for which what was loaded counts as fresh. */
const STALE_AFTER = 2_000;

/**
 * Sends mails that are due. The rows say what is due: the job is only the doorbell, and the same work is done by the
 * schedule when the bell was lost (R9).
 */
@Injectable()
export class SendMail implements JobHandler {
  readonly job = 'send-mail';
  private readonly lanes: readonly SendLane<PreparedMail, Outcome>[];

  constructor(
    private readonly transactions: Transactions,
    @Inject(SWEEPER_DATA_SOURCE) private readonly sweeper: DataSource | null,
    private readonly transport: MailTransport,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {
    const ledger = new MailLedger(transactions);
    this.lanes = [FRESH, RETRIED].map(
      ({ width, atATime, condition }) =>
        new SendLane(
          {
            claim: (most) => this.claim(most, condition),
            send: (mail) => this.send(mail),
            settle: (outcome) => ledger.settle(outcome),
            renew: (mails) => this.renew(mails),
          },
          width,
          atATime,
        ),
    );
  }

  /** Whichever mail the bell was for: everything due goes, and the one may have gone already. */
  async carryOut(): Promise<void> {
    await this.sendDueMail();
  }

  /** Sends everything that is due in every region; answers how many mails it saw. */
  async sendDueMail(): Promise<number> {
    const counts = await Promise.all(this.lanes.map((lane) => lane.drain()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Looks for due mails across regions, then claims them region by region. Others may be faster: then it looks again. */
  private async claim(most: number, condition: string): Promise<PreparedMail[]> {
    if (!this.sweeper)
      throw new Error('Mail is sent by processes that have a sweeper log-in: set SWEEPER_DATABASE_URL.');
    for (let tries = 0; tries < 5; tries++) {
      const due: { id: string; regionId: string }[] = await this.sweeper.query(
        `select id, region_id as "regionId" from mail where state = 'QUEUED' and next_attempt_at <= samanker_now()
           and (leased_until is null or leased_until < now()) and ${condition} order by next_attempt_at, id limit $1`,
        [most],
      );
      if (due.length === 0) return [];
      const prepared: PreparedMail[] = [];
      for (const regionId of new Set(due.map((mail) => mail.regionId))) {
        const ids = due.filter((mail) => mail.regionId === regionId).map(({ id }) => id);
        prepared.push(...(await this.prepare(regionId, ids)));
      }
      if (prepared.length > 0) return prepared;
    }
    return [];
  }

  private async prepare(regionId: string, ids: readonly string[]): Promise<PreparedMail[]> {
    const prepared = await this.transactions.asService(regionId, 'send-mail', (work) =>
      prepareMails(work, ids, this.settings.sender.publicUrl),
    );
    if (prepared.length > 0) killPoint('send:after-claim');
    return prepared;
  }

  private async send(mail: PreparedMail): Promise<Outcome> {
    const { verdict } = mail;
    if (verdict.kind === 'CANCEL') return { mail, result: { kind: 'CANCELLED' } };
    if (verdict.kind === 'PUT_OFF') return { mail, result: verdict };
    // R12: what has stood in line behind a server that hangs is given back, and its reason looked at again.
    if (performance.now() - mail.preparedAt > STALE_AFTER) return { mail, result: { kind: 'PUT_OFF', until: null } };
    let message: MailMessage;
    try {
      message = buildMessage(await withLetter(verdict.draft), this.settings.sender);
    } catch (error) {
      // Only a fault of our own can be mended by waiting; an address that is none stays none.
      const permanent = error instanceof MailRefused || mail.attempts >= MOST_WRITINGS;
      return {
        mail,
        result: {
          kind: 'FAILED',
          subject: '',
          permanent,
          response: error instanceof Error ? error.message : String(error),
        },
      };
    }
    const { subject, messageId } = message;
    const outcome = await this.transport.send(message);
    if (outcome.kind !== 'sent') {
      return {
        mail,
        result: {
          kind: 'FAILED',
          subject,
          permanent: outcome.kind === 'permanent',
          response: `${outcome.code}: ${outcome.response}`,
        },
      };
    }
    killPoint('send:after-accept');
    return { mail, result: { kind: 'SENT', subject, messageId, response: outcome.response } };
  }

  private async renew(mails: readonly PreparedMail[]): Promise<void> {
    for (const regionId of new Set(mails.map((mail) => mail.regionId))) {
      const own = mails.filter((mail) => mail.regionId === regionId);
      await this.transactions.asService(regionId, 'send-mail', (work) =>
        work.execute(
          `update mail m set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
           from unnest($2::uuid[], $3::integer[]) as o(id, attempts)
           where m.region_id = $1 and m.id = o.id and m.attempts = o.attempts and m.state = 'QUEUED' and m.leased_until is not null`,
          [regionId, own.map(({ id }) => id), own.map(({ attempts }) => attempts)],
        ),
      );
    }
  }
}

/** The PDF is made outside the transaction that claimed the mail: others do not wait for it. */
async function withLetter({ letter, ...draft }: MailDraft & { readonly letter?: Letter }): Promise<MailDraft> {
  if (!letter) return draft;
  const content = (await writePdf(letter.content)).toString('base64');
  const file = { filename: letter.filename, contentType: 'application/pdf', content, encoding: 'base64' as const };
  return { ...draft, attachments: [...(draft.attachments ?? []), file] };
}
