import { serviceActor, type Actor, type Asker, type Language } from '@samanker/request';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { killPoint } from './kill-point';
import { noteSessionInUse } from './session-in-use';
import { wasCut } from './try-again';
import { Work } from './work';

export const DATA_SOURCE = Symbol('DATA_SOURCE');

/**
 * What a higher word does with the work just before its commit: write the log, put the events into the outbox. A statement
 * that is returned goes to the database in one message with the commit: what it locks is not held for a round trip.
 */
export type BeforeCommit = (work: Work) => Promise<string | void>;

/** Nobody is logged in, or the session has ended. */
export class NotLoggedIn extends Error {}

/** A program asks a question without having been given the scope for questions. */
export class ReadingNotGranted extends Error {
  constructor(readonly language: Language) {
    super('The access token has no scope "read".');
  }
}

/** Thrown to undo a transaction and hand out a value all the same: an expected refusal is not a fault. */
class Undone<T> {
  constructor(readonly value: T) {}
}

interface Entered extends Omit<Actor, 'requestId'> {
  readonly now: string;
  readonly today: string;
  /** Nobody has noted for a minute that the session is in use. */
  readonly stale?: boolean;
}

const MOST_TRIES = 6;
const MOST_CONNECTIONS_TRIED = 3;

/** The only place where transactions begin: for a person's request, or for the service in one region. */
@Injectable()
export class Transactions {
  private readonly beforeCommit: { readonly order: number; readonly hook: BeforeCommit }[] = [];

  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  /** Registers what runs before every commit, lowest order first. */
  onCommit(order: number, hook: BeforeCommit): void {
    this.beforeCommit.push({ order, hook });
    this.beforeCommit.sort((a, b) => a.order - b.order);
  }

  /** A change asked for by a person. Deadlocks and serialisation failures are tried again: the verbs are idempotent. */
  asPerson<T>(asker: Asker, change: (work: Work, undo: (value: T) => never) => Promise<T>): Promise<T> {
    return this.retried((runner) =>
      this.inTransaction(
        runner,
        async (client) => {
          const entered = await enter(client, asker.sessionHash);
          if (entered.stale && !asker.unattended) noteSessionInUse(this.dataSource, asker.sessionHash!);
          return { entered, requestId: asker.requestId };
        },
        change,
      ),
    );
  }

  /** A change by the service itself, in one region. */
  asService<T>(
    regionId: string,
    requestId: string,
    change: (work: Work, undo: (value: T) => never) => Promise<T>,
  ): Promise<T> {
    return this.retried((runner) =>
      this.inTransaction(
        runner,
        async (client) => {
          const { rows } = await client.query<{ now: Date; today: string }>(
            `select set_config('samanker.region', $1, true), samanker_now() as now, samanker_today() as today`,
            [regionId],
          );
          const { now, today } = rows[0]!;
          return { entered: { ...serviceActor(regionId, requestId), now: now.toISOString(), today }, requestId };
        },
        change,
      ),
    );
  }

  private async inTransaction<T>(
    runner: QueryRunner,
    begin: (client: PoolClient) => Promise<{ entered: Entered; requestId: string }>,
    change: (work: Work, undo: (value: T) => never) => Promise<T>,
  ): Promise<T> {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    try {
      const { entered, requestId } = await begin(client);
      const work = workOf(entered, requestId, runner, client);
      const result = await change(work, (value) => {
        throw new Undone(value);
      });
      const last: string[] = [];
      for (const { hook } of this.beforeCommit) last.push((await hook(work)) || '');
      killPoint('verb:before-commit');
      const statements = last.filter(Boolean);
      if (statements.length > 0) await client.query(commitWith(statements));
      else await runner.commitTransaction();
      killPoint('verb:after-commit');
      return result;
    } catch (error) {
      // A broken connection has rolled back by itself; the first error is the one to tell.
      await runner.rollbackTransaction().catch(() => undefined);
      if (error instanceof Undone) return error.value as T;
      throw error;
    }
  }

  private async retried<T>(attempt: (runner: QueryRunner) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const runner = this.dataSource.createQueryRunner();
      try {
        return await attempt(runner);
      } catch (error) {
        if (tries >= MOST_TRIES || !isCollision(error)) throw error;
      } finally {
        await runner.release();
      }
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries * (0.5 + Math.random())));
    }
  }
}

/**
 * The last statements and the commit in one message. The commit does not wait for the disk, so that the locks taken last
 * are given back at once; the empty transaction behind it does, and nobody is answered before. The journal is written in
 * order: what is behind on disk, and on a synchronous standby, has everything before it there as well.
 */
function commitWith(statements: readonly string[]): string {
  const durable = `select pg_logical_emit_message(true, 'samanker', '')`;
  return ['set local synchronous_commit = off', ...statements, 'commit', durable].join('; ');
}

function isCollision(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? (error as { driverError?: { code?: string } }).driverError?.code;
  return code === '40001' || code === '40P01';
}

async function enter(client: PoolClient, sessionHash: string | null): Promise<Entered> {
  if (!sessionHash) throw new NotLoggedIn();
  const { rows } = await client.query<{ entered: Entered | null }>('select enter_session($1) as entered', [
    Buffer.from(sessionHash, 'hex'),
  ]);
  return admitted(rows[0]?.entered);
}

/**
 * R28: who holds no active role in the region any more is nobody there, and whose last role in an organisation was taken
 * away acts for it no longer: its drafts are not shown. Roles were read with the session, so this holds from today.
 */
function admitted(entered: Entered | null | undefined): Entered {
  if (!entered || entered.roles.length === 0) throw new NotLoggedIn();
  // S5: a session without a password, left from when the database served development, opens nothing where people work.
  if (entered.logIn === 'DEVELOPMENT' && process.env.NODE_ENV === 'production') throw new NotLoggedIn();
  const { organisationId, roles } = entered;
  return roles.some((role) => role.organisationId === organisationId) ? entered : { ...entered, organisationId: null };
}

function workOf(entered: Entered, requestId: string, runner: QueryRunner, client: PoolClient): Work {
  const { now, today, stale: _noted, ...actor } = entered;
  return new Work({ ...actor, requestId }, new Date(now), today, runner.manager, client);
}

/**
 * The read side of one request: one read-only transaction, opened by the first who asks and shared by all resolvers. For
 * queries it is a snapshot (repeatable read): what one answer says in two places always agrees (R20). After a mutation
 * each statement sees what was just committed.
 */
export class RequestRead {
  private opened: Promise<{ work: Work; runner: QueryRunner }> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly asker: Asker,
    private snapshot = false,
  ) {}

  /** From here on one snapshot for the whole answer; called before the first read of a query. */
  asSnapshot(): void {
    this.snapshot = true;
  }

  async work(): Promise<Work> {
    this.opened ??= this.open();
    return (await this.opened).work;
  }

  async end(): Promise<void> {
    const opened = this.opened;
    this.opened = null;
    if (!opened) return;
    const runner = await opened.then((o) => o.runner).catch(() => null);
    if (!runner) return;
    const client = (await runner.connect()) as PoolClient;
    await client.query('rollback').catch(() => undefined);
    await runner.release();
  }

  /** A pooled connection may have been cut while nobody used it: nothing was read by it yet, so another one is taken. */
  private async open(): Promise<{ work: Work; runner: QueryRunner }> {
    const { sessionHash } = this.asker;
    if (!sessionHash || !/^[0-9a-f]{64}$/.test(sessionHash)) throw new NotLoggedIn();
    for (let tries = 1; ; tries++) {
      try {
        return await this.openWith(sessionHash);
      } catch (error) {
        if (tries === MOST_CONNECTIONS_TRIED || !wasCut(error)) throw error;
      }
    }
  }

  private async openWith(sessionHash: string): Promise<{ work: Work; runner: QueryRunner }> {
    const { requestId, unattended } = this.asker;
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      // One message, one round trip. The hash is checked to be hexadecimal just above.
      const results = (await client.query(
        `begin ${this.snapshot ? 'isolation level repeatable read ' : ''}read only; select enter_session('\\x${sessionHash}'::bytea) as entered`,
      )) as unknown as { rows: { entered: Entered | null }[] }[];
      const entered = admitted(results[1]?.rows[0]?.entered);
      if (entered.stale && !unattended) noteSessionInUse(this.dataSource, sessionHash);
      if (entered.logIn === 'MACHINE' && !entered.scopes?.includes('read'))
        throw new ReadingNotGranted(entered.language);
      return { work: workOf(entered, requestId, runner, client), runner };
    } catch (error) {
      const client = (await runner.connect().catch(() => null)) as PoolClient | null;
      await client?.query('rollback').catch(() => undefined);
      await runner.release();
      throw error;
    }
  }
}
