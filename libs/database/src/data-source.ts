import { DataSource, type DataSourceOptions } from 'typeorm';
import { types } from 'pg';
import { addressNow, type Address } from './live-address';
import { liveDriver } from './live-pool';
import { migrations } from './migrations';

// A calendar date stays text: a Date object would move it by the process's time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);
// bigint is used for counters only, which stay far below 2^53.
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

export interface DatabaseOptions {
  /** A function gives the address as it is now, so that its password can be exchanged while the program runs. */
  readonly url: Address;
  readonly applicationName: string;
  readonly poolSize?: number;
  /** Longest time of one statement in milliseconds; 0 for work of administrators, which may also wait and pause as long as it likes. */
  readonly statementTimeout?: number;
  /** Taken on after log-in: the migrator becomes the owner of what it creates. */
  readonly role?: 'samanker_owner';
  readonly entities?: DataSourceOptions['entities'];
}

/** Longest wait for a row that somebody else is changing, and longest pause within a transaction; milliseconds. */
const LOCK_TIMEOUT = 10_000;
const IDLE_IN_TRANSACTION = 30_000;

/** A data source that is not yet connected. */
export function dataSourceOf({
  url,
  applicationName,
  poolSize = 10,
  statementTimeout = 15_000,
  role,
  entities = [],
}: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: addressNow(url),
    ...(typeof url === 'function' ? { driver: liveDriver(url) } : {}),
    applicationName,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: {
      max: poolSize,
      // Just-in-time compilation costs more than it gives for statements of milliseconds.
      options: Object.entries({ jit: 'off', ...limits(statementTimeout), ...(role ? { role } : {}) })
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  });
}

function limits(statement: number): Record<string, number> {
  if (statement === 0) return { statement_timeout: 0 };
  return {
    statement_timeout: statement,
    lock_timeout: Math.min(LOCK_TIMEOUT, statement),
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  };
}
