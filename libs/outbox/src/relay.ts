import { killPoint } from '@samanker/database';
import type { DataSource } from 'typeorm';
import type { JobQueue } from './job-queue';

/** Which jobs react to which event. */
export type Reactions = Readonly<Record<string, readonly string[]>>;

const AT_A_TIME = 200;

interface Rung {
  readonly id: string;
  readonly job: string;
  readonly rung: number;
}

/**
 * Moves events from the outbox to the queue: each event becomes one delivery row per reaction, in one transaction, and
 * then the bell is rung. Rows are taken with lock-and-skip, so that any number of relays may run.
 */
export class Relay {
  constructor(
    private readonly sweeper: DataSource,
    private readonly queue: JobQueue,
    private readonly reactions: Reactions,
  ) {}

  /** Relays what waits; returns how many events it took. */
  async relay(): Promise<number> {
    const { events, rung } = await this.sweeper.transaction(async (manager) => {
      const waiting: { id: string; region_id: string; name: string; payload: object }[] = await manager.query(
        `select id, region_id, name, payload from outbox_event where relayed_at is null order by id limit ${AT_A_TIME} for update skip locked`,
      );
      if (waiting.length === 0) return { events: 0, rung: [] };
      const deliveries = waiting.flatMap((event) => (this.reactions[event.name] ?? []).map((job) => ({ event, job })));
      const made: Rung[] = await manager.query(
        `insert into outbox_delivery (region_id, event_id, job, payload, ring_at)
         select region_id, event_id, job, payload, now() + interval '20 seconds'
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) as d(region_id, event_id, job, payload)
         on conflict (event_id, job) do nothing returning id, job, rung`,
        [
          deliveries.map(({ event }) => event.region_id),
          deliveries.map(({ event }) => event.id),
          deliveries.map(({ job }) => job),
          deliveries.map(({ event }) => JSON.stringify(event.payload)),
        ],
      );
      await manager.query('update outbox_event set relayed_at = now() where id = any($1::uuid[])', [
        waiting.map(({ id }) => id),
      ]);
      killPoint('relay:before-commit');
      return { events: waiting.length, rung: made };
    });
    killPoint('relay:after-commit');
    await this.ring(rung);
    return events;
  }

  /** Rings again for deliveries that nobody finished in time: lost bells, killed workers, retries that are due. */
  async ringAgain(): Promise<number> {
    const [rows] = (await this.sweeper.query(
      `update outbox_delivery set rung = rung + 1, ring_at = now() + interval '20 seconds'
       where id in (select id from outbox_delivery where done_at is null and parked_at is null and ring_at <= now()
                    order by ring_at limit ${AT_A_TIME} for update skip locked)
       returning id, job, rung`,
    )) as [Rung[], number];
    await this.ring(rows);
    return rows.length;
  }

  /** How much is not done yet, across regions; parked deliveries do not count. */
  async open(): Promise<number> {
    const [row] = await this.sweeper.query(
      `select (select count(*) from outbox_event where relayed_at is null)
            + (select count(*) from outbox_delivery where done_at is null and parked_at is null) as open`,
    );
    return row.open;
  }

  /** Deletes what was done more than a week ago. */
  async tidy(): Promise<void> {
    await this.sweeper.query(
      `delete from outbox_event e where relayed_at < now() - interval '7 days'
         and not exists (select from outbox_delivery d where d.event_id = e.id and d.done_at is null)`,
    );
  }

  private async ring(rows: readonly Rung[]): Promise<void> {
    if (rows.length > 0) await this.queue.ring(rows.map(({ id, job, rung }) => ({ id: `${id}_${rung}`, job })));
    killPoint('relay:after-ring');
  }
}
