import { Injectable } from '@nestjs/common';
import { Transactions } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { planInBatches } from './replan';

/** The calendar or the closed periods of an organisation changed: its running routes are planned anew (R6). */
@Injectable()
export class PlanOrganisation implements JobHandler {
  readonly job = 'plan-organisation';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    await planInBatches(
      this.transactions,
      regionId,
      id,
      `p.organisation_id = $1 and p.state not in ('DECLINED', 'WITHDRAWN')`,
      [payload.organisationId],
    );
  }
}
