import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type LogEntry, type Work } from '@samanker/database';
import { escapeLiteral } from 'pg';
import { canonicalJson } from './canonical-json.rules';
import { withSaltedWordings } from './wording.rules';

/** Writes the entries of each transaction into the region's hash chain, as the last thing before the commit (R31). */
@Injectable()
export class DecisionLog {
  constructor(transactions: Transactions) {
    transactions.onCommit(2, (work) => this.write(work));
  }

  /** The statement that appends. The head of the chain is locked from there to the commit, which goes with it. */
  private async write(work: Work): Promise<string | void> {
    const { entries } = work;
    if (entries.length === 0) return;
    // What the service itself writes names nobody, and nobody keeps the salt of it.
    const salt = randomBytes(16).toString('hex');
    const by = work.actor.personId ? await this.commitTo(work, work.actor.personId, salt) : null;
    const texts = entries.map((entry) => canonicalJson(textOf(entry, by, salt, work)));
    const parameters = [
      arrayOf(texts, 'text'),
      escapeLiteral(work.now.toISOString()),
      arrayOf(
        entries.map(({ verb }) => verb),
        'text',
      ),
      arrayOf(
        entries.map(({ subjectId }) => subjectId),
        'uuid',
      ),
      arrayOf(
        entries.map(({ caseId }) => caseId),
        'uuid',
      ),
      arrayOf(
        entries.map((entry) => forWhom(entry, work)),
        'uuid',
      ),
    ];
    return `select append_decision_log(${parameters.join(', ')})`;
  }

  /**
   * A person stands in the log as a salted commitment only (R32): SHA-256 of a random salt and the id. The salt lies in
   * a table of its own; when it is erased, the chain still verifies, and neither the person nor what was said can be found.
   */
  private async commitTo(work: Work, personId: string, salt: string): Promise<string> {
    const commitment = createHash('sha256').update(`${salt}:${personId}`).digest('hex');
    await work.query(
      'insert into decision_log_commitment (commitment, region_id, person_id, salt) values ($1, $2, $3, $4)',
      [commitment, work.regionId, personId, salt],
      'commit-to-person',
    );
    return commitment;
  }
}

function arrayOf(values: readonly (string | null | undefined)[], type: 'text' | 'uuid'): string {
  return `array[${values.map((value) => (value ? escapeLiteral(value) : 'null')).join(',')}]::${type}[]`;
}

function forWhom(entry: LogEntry, work: Work): string | null {
  return entry.organisationId ?? work.actor.organisationId;
}

/** What is hashed. Version 2 says of which case, and how the actor had logged in. */
function textOf(entry: LogEntry, by: string | null, salt: string, work: Work): Record<string, unknown> {
  return {
    v: 2,
    at: work.now.toISOString(),
    by,
    via: work.actor.logIn,
    request: work.actor.requestId,
    for: forWhom(entry, work),
    case: entry.caseId ?? null,
    verb: entry.verb,
    subject: { type: entry.subjectType, id: entry.subjectId },
    before: withSaltedWordings(entry.before ?? null, salt),
    after: withSaltedWordings(entry.after ?? null, salt),
  };
}
