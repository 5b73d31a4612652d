import { DataSource, type DataSourceOptions } from 'typeorm';
import { types } from 'pg';
import { migrations } from './migrations';

// A calendar date stays text: a Date object would move it by the process's time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);
// bigint is used for counters only, which stay far below 2^53.
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

export interface DatabaseOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly poolSize?: number;
  /** Longest time of one statement in milliseconds. */
  readonly statementTimeout?: number;
  /** Taken on after log-in: the migrator becomes the owner of what it creates. */
  readonly role?: 'samanker_owner';
  readonly entities?: DataSourceOptions['entities'];
}

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
    url,
    applicationName,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: {
      max: poolSize,
      // Just-in-time compilation costs more than it gives for statements of milliseconds.
      options: `-c jit=off -c statement_timeout=${statementTimeout}${role ? ` -c role=${role}` : ''}`,
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  });
}
