import { Injectable } from '@nestjs/common';
import { Transactions } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { planInBatches } from './replan';

/** The deadline of a case was moved, or the case paused or resumed: every route of it is planned anew (R6). */
@Injectable()
export class PlanCase implements JobHandler {
  readonly job = 'plan-case';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    await planInBatches(this.transactions, regionId, id, 'p.case_id = $1', [payload.caseId]);
  }
}
