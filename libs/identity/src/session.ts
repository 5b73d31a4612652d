import { createHash, randomBytes } from 'node:crypto';
import type { LogInMethod } from '@samanker/request';
import type { DataSource, EntityManager } from 'typeorm';

/** Real time, not domain time: a session ends twelve hours after log-in, and after two hours without use. */
const SESSION_HOURS = 12;
/** One that began with a one-time code: after two hours, and after half an hour without use. */
const CODE_SESSION_HOURS = 2;

/** The cookie that carries the opaque session token. By its prefix browsers keep it to this very host and to TLS. */
export const SESSION_COOKIE = '__Host-samanker';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The Set-Cookie header that hands a token to a browser; null takes it back. */
export function sessionCookie(token: string | null): string {
  return token === null
    ? `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`
    : `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${SESSION_HOURS * 3_600}`;
}

/** The session token of a Cookie header, or null. */
export function sessionCookieOf(header: string | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{20,100})`).exec(header ?? '')?.[1] ?? null;
}

/** The session token of a request: as a bearer token (programs), else as the cookie (browsers). */
export function sessionTokenOf(headers: { authorization?: string; cookie?: string }): string | null {
  const { authorization, cookie } = headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length).trim() || null;
  return sessionCookieOf(cookie);
}

/** SHA-256 of a session token, hexadecimal: what the database keeps, so that a stolen copy of it opens nothing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** What a new session says of its owner. */
export interface NewSession {
  readonly personId: string;
  readonly regionId: string;
  /** Acted for; null for the region as such. */
  readonly organisationId: string | null;
  readonly logIn?: Exclude<LogInMethod, 'SERVICE' | 'MACHINE'>;
  /** The organisations that the provider let the person act for; null when it says nothing of that. */
  readonly providerOrganisationIds?: readonly string[] | null;
  /** When it ends, if that has been decided before: who acts for another organisation stays no longer. */
  readonly expiresAt?: Date;
}

/** Opens a session, always with a token that nobody has seen before, and returns that token. */
export async function openSession(dataSource: DataSource | EntityManager, session: NewSession): Promise<string> {
  const { logIn = 'DEVELOPMENT', providerOrganisationIds = null, expiresAt = null } = session;
  if (logIn === 'DEVELOPMENT' && process.env.NODE_ENV === 'production')
    throw new Error('The development log-in does not exist in production.');
  const token = randomBytes(32).toString('base64url');
  await dataSource.query(
    `insert into session (token_hash, person_id, region_id, organisation_id, log_in, provider_organisation_ids, expires_at, idle_limit)
     values ($1, $2, $3, $4, $5, $6, coalesce($7, now() + make_interval(hours => $8)),
       case $5 when 'CODE' then interval '30 minutes' else interval '2 hours' end)`,
    [
      Buffer.from(hashOfToken(token), 'hex'),
      session.personId,
      session.regionId,
      session.organisationId,
      logIn,
      providerOrganisationIds,
      expiresAt,
      logIn === 'CODE' ? CODE_SESSION_HOURS : SESSION_HOURS,
    ],
  );
  return token;
}

/** Ends a session; unknown tokens are ended already. False when there was none. */
export async function endSession(dataSource: DataSource | EntityManager, token: string): Promise<boolean> {
  const [, ended] = await dataSource.query('delete from session where token_hash = $1', [
    Buffer.from(hashOfToken(token), 'hex'),
  ]);
  return Number(ended) > 0;
}

/** A session as it stands, for its owner. */
export interface StandingSession extends Required<Omit<NewSession, 'providerOrganisationIds'>> {
  readonly providerOrganisationIds: readonly string[] | null;
}

/** A person's session that has not ended, by its token; null for programs and for nobody. */
export async function standingSession(dataSource: DataSource, token: string): Promise<StandingSession | null> {
  const [session] = await dataSource.query(
    `select person_id as "personId", region_id as "regionId", organisation_id as "organisationId", log_in as "logIn",
       provider_organisation_ids as "providerOrganisationIds", expires_at as "expiresAt"
     from session where token_hash = $1 and expires_at > now() and seen_at > now() - idle_limit and machine_client_id is null
       and (log_in <> 'DEVELOPMENT' or not $2)`,
    [Buffer.from(hashOfToken(token), 'hex'), process.env.NODE_ENV === 'production'],
  );
  return session ?? null;
}

/** Ends every session of a person, on every device; returns how many there were. */
export async function endSessionsOf(dataSource: DataSource, personId: string): Promise<number> {
  const [, ended] = await dataSource.query('delete from session where person_id = $1', [personId]);
  return Number(ended);
}

/** Removes sessions past their limits. The sweeper's role may do so, and does not serve people. */
export async function sweepSessions(sweeper: DataSource): Promise<number> {
  const [, ended] = await sweeper.query(
    'delete from session where expires_at <= now() or seen_at <= now() - idle_limit',
  );
  return Number(ended);
}
