import { Injectable } from '@nestjs/common';
import { addDays, osloInstant } from '@samanker/clock';
import { Transactions, type Work } from '@samanker/database';
import { codeRecipient, CODE_MINUTES, makeCode, readableCode } from '@samanker/identity';
import type { Delivery, JobHandler } from '@samanker/outbox';
import type { Claimed } from './claim-mails';
import { codeCarriedBy, codeOccasion, logInCodeMail } from './log-in-code-wording.rules';
import { MailQueued } from './reminder.events';
import type { Wording } from './sentences.rules';

/** Queues the mail of a one-time code, without the code: that is made when the mail is sent. */
@Injectable()
export class SendLogInCode implements JobHandler {
  readonly job = 'send-log-in-code';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, (work) => queueCode(work, payload.codeId ?? ''));
  }
}

async function queueCode(work: Work, codeId: string): Promise<void> {
  const recipient = await codeRecipient(work, codeId);
  if (!recipient) return;
  const made = await work.one<{ id: string }>(
    `insert into mail (region_id, kind, to_address, person_id, language, mail_on, occasion, next_attempt_at)
     values ($1, 'LOG_IN_CODE', $2, $3, $4, $5, $6, $7)
     on conflict (region_id, kind, to_address, mail_on, occasion) do nothing returning id`,
    [
      work.regionId,
      recipient.address,
      recipient.personId,
      recipient.language,
      work.today,
      codeOccasion(codeId),
      // Somebody is waiting for it: it goes before everything that has stood in line since yesterday.
      osloInstant(addDays(work.today, -1), '00:00'),
    ],
  );
  if (made) work.publish(new MailQueued({ mailId: made.id }));
}

/** What the mails with codes say, by mail; nothing for those whose code is of no use any more, or whose address is another. */
export async function codeWordings(
  work: Work,
  claimed: readonly Claimed[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const wordings = new Map<string, Wording>();
  for (const mail of claimed) {
    const codeId = codeCarriedBy(mail);
    const recipient = codeId && (await codeRecipient(work, codeId));
    if (!recipient || recipient.address !== mail.toAddress) continue;
    const code = await makeCode(work, codeId);
    if (!code) continue;
    const language = mail.language.toLowerCase() as Wording['language'];
    wordings.set(
      mail.id,
      logInCodeMail({
        language,
        recipient: { name: recipient.name },
        code: readableCode(code),
        minutes: CODE_MINUTES,
        url: publicUrl,
      }),
    );
  }
  return wordings;
}
