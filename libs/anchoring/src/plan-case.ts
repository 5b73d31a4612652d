import { Injectable } from '@nestjs/common';
import { Transactions } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { recheckShares } from '@samanker/participation';
import { lockCase } from '@samanker/procurement-case';
import { planInBatches } from './replan';

/**
 * The deadline of a case was moved, or the case paused or resumed: every route of it is planned anew (R6), and what hangs
 * on the deadline is worked out afresh (R3).
 */
@Injectable()
export class PlanCase implements JobHandler {
  readonly job = 'plan-case';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    const caseId = payload.caseId as string;
    await this.transactions.asService(regionId, id, async (work) => {
      if (await lockCase(work, caseId)) await recheckShares(work, caseId);
    });
    await planInBatches(this.transactions, regionId, id, 'p.case_id = $1', [caseId]);
  }
}
