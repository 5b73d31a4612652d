import { noteDevelopment } from './development';

/** Why a log-in came to nothing, as the service says it. */
export const LOG_IN_FAILURES = [
  'NOT_SET_UP',
  'CANCELLED',
  'EXPIRED',
  'PROVIDER_AWAY',
  'NOT_TRUSTED',
  'UNSUITABLE',
  'UNKNOWN_PERSON',
  'NO_ROLE',
] as const;

export type LogInFailure = (typeof LOG_IN_FAILURES)[number];

/** Which ways in there are. */
export interface Ways {
  readonly provider: { readonly name: string; readonly standIn: boolean } | null;
  readonly development: boolean;
}

/** A place where the person may act. */
export interface Seat {
  readonly regionId: string;
  readonly regionName: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly roles: readonly string[];
}

/** For whom the person acts now, and may act. */
export interface Acting {
  readonly regionId: string;
  readonly organisationId: string | null;
  readonly seats: readonly Seat[];
}

/** Where the log-in with the provider begins; it comes back to the path. */
export function logInAddress(path: string, asSomebodyElse = false): string {
  const back = path.startsWith('/log-in-failed') ? '/' : path;
  return `/log-in?return=${encodeURIComponent(back)}${asSomebodyElse ? '&another=1' : ''}`;
}

async function answered<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`The service answers ${response.status}.`);
  return (await response.json()) as Answer;
}

const post = (path: string, body: object = {}): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export async function logInWays(signal?: AbortSignal): Promise<Ways> {
  const ways = await answered<Ways>(await fetch('/log-in/ways', { signal }));
  if (ways.development) noteDevelopment();
  return ways;
}

export async function acting(signal?: AbortSignal): Promise<Acting> {
  return answered(await fetch('/act-for', { signal }));
}

/** Acts for another organisation, or for the region as such. */
export async function actFor({ organisationId, regionId }: Seat): Promise<void> {
  await answered(await post('/act-for', { organisationId, regionId }));
}

/** Ends this session, or all of the person's; where the provider has one too, the browser goes there to end it. */
export async function logOut({ everywhere = false } = {}): Promise<{ readonly leaving: boolean }> {
  const path = everywhere ? '/log-out-everywhere' : '/log-out';
  const { continueAt } = await answered<{ continueAt: string | null }>(await post(path));
  if (continueAt) window.location.assign(continueAt);
  return { leaving: continueAt !== null };
}
