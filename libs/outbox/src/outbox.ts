import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';

/** The channel on which a commit tells the relays that there is something to do. It carries nothing: rows are the truth. */
export const OUTBOX_CHANNEL = 'samanker_outbox';

/** Writes the published events of each transaction as rows, in the same commit as the change they tell of. */
@Injectable()
export class Outbox {
  constructor(transactions: Transactions) {
    transactions.onCommit(1, (work) => this.write(work));
  }

  private async write(work: Work): Promise<void> {
    if (work.events.length === 0) return;
    await work.query(
      `with put as (
         insert into outbox_event (region_id, name, payload)
         select $1, name, payload from unnest($2::text[], $3::jsonb[]) as e(name, payload))
       select pg_notify('${OUTBOX_CHANNEL}', '')`,
      [work.regionId, work.events.map(({ name }) => name), work.events.map(({ payload }) => JSON.stringify(payload))],
      'outbox-write',
    );
  }
}
