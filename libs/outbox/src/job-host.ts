import type { DataSource } from 'typeorm';
import type { JobHandler } from './job-handler';
import type { Bell } from './job-queue';

/** After so many attempts a delivery is parked: visible, and out of the way of the others. */
const MOST_ATTEMPTS = 5;

/** A delivery belongs to its worker for so long; a living worker renews it, a killed one's is rung again. */
const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = 6_000;

/** Answers the bell: claims the delivery row, runs its handler, and marks the row done, or when to try again. */
export class JobHost {
  private readonly handlers: ReadonlyMap<string, JobHandler>;

  constructor(
    private readonly sweeper: DataSource,
    handlers: readonly JobHandler[],
    private readonly report: (message: string, details: Record<string, unknown>) => void,
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.job, handler]));
  }

  async answer({ deliveryId }: Bell): Promise<void> {
    const [claimed] = (await this.sweeper.query(
      `update outbox_delivery set attempts = attempts + 1, ring_at = now() + interval '${LEASE_SECONDS} seconds'
       where id = $1 and done_at is null and parked_at is null
       returning id, region_id as "regionId", job, payload, attempts`,
      [deliveryId],
    )) as [{ id: string; regionId: string; job: string; payload: Record<string, string>; attempts: number }[], number];
    const delivery = claimed[0];
    if (!delivery) return;
    const renewing = setInterval(() => void this.renew(delivery.id), RENEW_EVERY_MS);
    try {
      const handler = this.handlers.get(delivery.job);
      if (!handler) throw new Error(`No worker knows the job ${delivery.job}.`);
      await handler.carryOut(delivery);
      await this.sweeper.query('update outbox_delivery set done_at = now(), last_error = null where id = $1', [
        delivery.id,
      ]);
    } catch (error) {
      const parked = delivery.attempts >= MOST_ATTEMPTS;
      const message = error instanceof Error ? error.message : String(error);
      this.report(parked ? 'job parked' : 'job failed, will be tried again', {
        job: delivery.job,
        delivery: delivery.id,
        attempts: delivery.attempts,
        error: message,
      });
      await this.sweeper.query(
        `update outbox_delivery set last_error = left($2, 1000), ring_at = now() + make_interval(secs => $3),
           parked_at = case when $4 then now() end where id = $1`,
        [delivery.id, message, Math.min(2 ** delivery.attempts, 25), parked],
      );
    } finally {
      clearInterval(renewing);
    }
  }

  /** Failing to renew does no harm: the job is run twice at worst, which every handler bears. */
  private async renew(deliveryId: string): Promise<void> {
    await this.sweeper
      .query(
        `update outbox_delivery set ring_at = now() + interval '${LEASE_SECONDS} seconds' where id = $1 and done_at is null`,
        [deliveryId],
      )
      .catch(() => undefined);
  }
}
