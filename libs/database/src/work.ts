import type { Actor } from '@samanker/request';
import type { EntityManager } from 'typeorm';
import type { ClientBase } from 'pg';
import type { DomainEvent } from './domain-event';

/** What a verb wants remembered in the decision log (R31). Values are plain JSON; people are named by id only. */
export interface LogEntry {
  /** What was done, in the imperative of the verb: decideAnchoringStep. */
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly caseId?: string | null;
  /** For whom it was done. */
  readonly organisationId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * One transaction in one region. `now` is domain time and stands still for the whole transaction; `today` is its date in
 * Europe/Oslo. Entries and events are collected and written just before the commit, so that the lock on the log's head is
 * the last and the shortest.
 */
export class Work {
  readonly entries: LogEntry[] = [];
  readonly events: DomainEvent[] = [];
  private previous: Promise<unknown> = Promise.resolve();

  constructor(
    readonly actor: Actor,
    readonly now: Date,
    readonly today: string,
    readonly manager: EntityManager,
    private readonly client: ClientBase,
  ) {}

  get regionId(): string {
    return this.actor.regionId;
  }

  /** Rows of one SQL statement; parameters are always bound. `name` makes it a prepared statement. */
  async query<Row>(sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row[]> {
    const result = await this.inTurn(() =>
      this.client.query<never>({ text: sql, values: parameters as unknown[], name }),
    );
    return result.rows;
  }

  /** The first row, or null. */
  async one<Row>(sql: string, parameters: readonly unknown[] = [], name?: string): Promise<Row | null> {
    return (await this.query<Row>(sql, parameters, name))[0] ?? null;
  }

  /** How many rows a statement changed. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.inTurn(() => this.client.query({ text: sql, values: parameters as unknown[] }));
    return result.rowCount ?? 0;
  }

  /** Resolvers of one answer may ask at the same time; one connection carries one statement at a time. */
  private inTurn<Result>(ask: () => Promise<Result>): Promise<Result> {
    const answer = this.previous.then(ask, ask);
    this.previous = answer;
    return answer;
  }

  log(entry: LogEntry): void {
    this.entries.push(entry);
  }

  publish(event: DomainEvent): void {
    this.events.push(event);
  }
}
