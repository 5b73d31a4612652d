import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Real time: how long somebody has to show that the work address is theirs. */
const MINUTES = 20;

/** Somebody whom the provider has recognised and the service has not. */
export interface Unconnected {
  readonly issuer: string;
  readonly subject: string;
  /** The organisations that the provider named; null where it was not asked. */
  readonly organisationNumbers: readonly string[] | null;
}

const hashOf = (browser: string): Buffer => createHash('sha256').update(browser, 'utf8').digest();

/** Keeps whom the provider has recognised, for this browser alone. */
export async function keepToConnect(
  dataSource: DataSource,
  browser: string,
  { issuer, subject, organisationNumbers }: Unconnected,
): Promise<void> {
  await dataSource.query(
    `insert into log_in_to_connect (browser_hash, issuer, subject, organisation_numbers) values ($1, $2, $3, $4)
     on conflict (browser_hash) do update set issuer = excluded.issuer, subject = excluded.subject,
       organisation_numbers = excluded.organisation_numbers, created_at = now()`,
    [hashOf(browser), issuer, subject, organisationNumbers],
  );
}

/** Whom the provider has recognised in this browser, lately; null when nobody. */
export async function toConnect(dataSource: DataSource, browser: string | null): Promise<Unconnected | null> {
  if (browser === null) return null;
  const [row] = await dataSource.query(
    `select issuer, subject, organisation_numbers as "organisationNumbers" from log_in_to_connect
     where browser_hash = $1 and created_at > now() - interval '${MINUTES} minutes'`,
    [hashOf(browser)],
  );
  return row ?? null;
}

/** Forgets it: it has been connected. */
export async function forgetToConnect(dataSource: DataSource, browser: string): Promise<void> {
  await dataSource.query('delete from log_in_to_connect where browser_hash = $1', [hashOf(browser)]);
}

/** Removes those who did not go on. */
export async function sweepToConnect(sweeper: DataSource): Promise<number> {
  const [, gone] = await sweeper.query(
    `delete from log_in_to_connect where created_at <= now() - interval '${MINUTES} minutes'`,
  );
  return Number(gone);
}
