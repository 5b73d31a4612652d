import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Checks } from './open-id-connect';

/** Real time: how long somebody may take at the provider. */
const MINUTES = 10;
/** The mark of the browser outlives that: whoever is not registered yet goes on from there. */
const MARK_MINUTES = 30;

/** Binds a log-in that is under way to the browser that began it. */
export const ATTEMPT_COOKIE = '__Host-samanker_log_in';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The Set-Cookie header that marks the browser; null takes the mark back. */
export function attemptCookie(browser: string | null): string {
  return `${ATTEMPT_COOKIE}=${browser ?? ''}; ${ATTRIBUTES}; Max-Age=${browser === null ? 0 : MARK_MINUTES * 60}`;
}

/** The mark of a Cookie header, or null. */
export function attemptCookieOf(header: string | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${ATTEMPT_COOKIE}=([\\w-]{43})(?:;|$)`).exec(header ?? '')?.[1] ?? null;
}

/** A mark that no other browser has. */
export function newBrowserMark(): string {
  return randomBytes(32).toString('base64url');
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Keeps what has to come back unchanged; what goes over the wire is kept as a hash only. */
export async function beginAttempt(
  dataSource: DataSource,
  { state, nonce, codeVerifier }: Checks,
  { browser, returnTo }: { browser: string; returnTo: string },
): Promise<void> {
  await dataSource.query(
    'insert into log_in_attempt (state_hash, browser_hash, nonce, code_verifier, return_to) values ($1, $2, $3, $4, $5)',
    [hashOf(state), hashOf(browser), nonce, codeVerifier, returnTo],
  );
}

/** Takes a log-in that this browser began, once: whoever comes second with the same state gets null. */
export async function takeAttempt(
  dataSource: DataSource,
  state: unknown,
  browser: string | null,
): Promise<(Checks & { readonly returnTo: string }) | null> {
  if (typeof state !== 'string' || browser === null) return null;
  const [[row]] = await dataSource.query(
    `delete from log_in_attempt
     where state_hash = $1 and browser_hash = $2 and created_at > now() - interval '${MINUTES} minutes'
     returning nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
    [hashOf(state), hashOf(browser)],
  );
  return row ? { state, ...row } : null;
}

/** Removes log-ins that nobody came back from. */
export async function sweepAttempts(sweeper: DataSource): Promise<number> {
  const [, gone] = await sweeper.query(
    `delete from log_in_attempt where created_at <= now() - interval '${MINUTES} minutes'`,
  );
  return Number(gone);
}
