import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type LogEntry, type Work } from '@samanker/database';
import { canonicalJson } from './canonical-json.rules';

/** Writes the entries of each transaction into the region's hash chain, as the last thing before the commit (R31). */
@Injectable()
export class DecisionLog {
  constructor(transactions: Transactions) {
    transactions.onCommit(2, (work) => this.write(work));
  }

  private async write(work: Work): Promise<void> {
    if (work.entries.length === 0) return;
    const by = work.actor.personId ? await this.commitTo(work, work.actor.personId) : null;
    // One statement however many they are: the head of the chain is locked from here to the commit.
    await work.query(
      `select append_decision_log($1, e.entry, e.subject, e.about)
       from unnest($2::text[], $3::uuid[], $4::uuid[]) with ordinality as e (entry, subject, about, place) order by e.place`,
      [
        work.regionId,
        work.entries.map((entry) => canonicalJson(textOf(entry, by, work))),
        work.entries.map((entry) => entry.subjectId),
        work.entries.map((entry) => entry.caseId ?? null),
      ],
      'append-decision-log',
    );
  }

  /**
   * A person stands in the log as a salted commitment only (R32): SHA-256 of a random salt and the id. The salt lies in
   * a table of its own; when it is erased, the chain still verifies and the person can no longer be found.
   */
  private async commitTo(work: Work, personId: string): Promise<string> {
    const salt = randomBytes(16).toString('hex');
    const commitment = createHash('sha256').update(`${salt}:${personId}`).digest('hex');
    await work.query(
      'insert into decision_log_commitment (commitment, region_id, person_id, salt) values ($1, $2, $3, $4)',
      [commitment, work.regionId, personId, salt],
      'commit-to-person',
    );
    return commitment;
  }
}

function textOf(entry: LogEntry, by: string | null, work: Work): Record<string, unknown> {
  return {
    v: 1,
    at: work.now.toISOString(),
    by,
    via: work.actor.logIn,
    request: work.actor.requestId,
    for: entry.organisationId ?? work.actor.organisationId,
    verb: entry.verb,
    subject: { type: entry.subjectType, id: entry.subjectId },
    before: entry.before ?? null,
    after: entry.after ?? null,
  };
}
