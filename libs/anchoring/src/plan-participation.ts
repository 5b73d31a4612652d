import { Injectable } from '@nestjs/common';
import { Transactions } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { planInBatches } from './replan';

/** A participation changed its state (its power of attorney came, it left): its plan and what is awaited of it follow. */
@Injectable()
export class PlanParticipation implements JobHandler {
  readonly job = 'plan-participation';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    await planInBatches(this.transactions, regionId, id, 'p.id = $1', [payload.participationId]);
  }
}
