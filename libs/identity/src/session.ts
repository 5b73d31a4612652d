import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Real time, not domain time: a session ends twelve hours after log-in. */
const SESSION_HOURS = 12;

/** The cookie that carries the opaque session token. */
export const SESSION_COOKIE = 'samanker_session';

/** The session token of a Cookie header, or null. */
export function sessionCookieOf(header: string | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{20,100})`).exec(header ?? '')?.[1] ?? null;
}

/** SHA-256 of a session token, hexadecimal: what the database keeps, so that a stolen copy of it opens nothing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Opens a session for a person who acts for an organisation (or for the region, null) and returns the opaque token. */
export async function openSession(
  dataSource: DataSource,
  session: { personId: string; regionId: string; organisationId: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await dataSource.query(
    `insert into session (token_hash, person_id, region_id, organisation_id, expires_at)
     values ($1, $2, $3, $4, now() + interval '${SESSION_HOURS} hours')`,
    [Buffer.from(hashOfToken(token), 'hex'), session.personId, session.regionId, session.organisationId],
  );
  return token;
}

/** Ends a session; unknown tokens are ended already. */
export async function endSession(dataSource: DataSource, token: string): Promise<void> {
  await dataSource.query('delete from session where token_hash = $1', [Buffer.from(hashOfToken(token), 'hex')]);
}
