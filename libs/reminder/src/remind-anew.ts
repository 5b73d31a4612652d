import { Injectable } from '@nestjs/common';
import { Transactions } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';

/**
 * A step was handed over (R12): what has been said to somebody else is said anew to the one who is asked now. One reminder
 * per what, whom and occasion (R10): the keys of the former ones are put aside.
 */
@Injectable()
export class RemindAnew implements JobHandler {
  readonly job = 'remind-anew';

  constructor(private readonly transactions: Transactions) {}

  carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    return this.transactions.asService(regionId, id, async (work) => {
      const open = await work.query<{ id: string }>(
        `update expectation set next_reminder_on = $3::date where region_id = $1 and subject_id = $2
           and fulfilled_at is null and withdrawn_at is null returning id`,
        [regionId, payload.stepId, work.today],
      );
      await work.execute(
        `update reminder set occasion = occasion || ' ' || id where region_id = $1 and expectation_id = any($2::uuid[])
           and occasion not like '% ' || id`,
        [regionId, open.map((one) => one.id)],
      );
    });
  }
}
