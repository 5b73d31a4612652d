/** What a request says about the page that it comes from. */
export interface Sender {
  readonly method: string;
  readonly origin?: string;
  /** Sec-Fetch-Site, which pages cannot set themselves. */
  readonly fetchSite?: string;
  readonly host?: string;
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something was sent by a page of another site (S5). Browsers name the page of every
 * such request; programs name none, and a session of theirs cannot be borrowed. `own` are the origins that people open;
 * `anyHost` also takes the address that the request itself was sent to, for ports that are chosen as they come.
 */
export function comesFromAnotherSite(sender: Sender, own: readonly string[], anyHost: boolean): boolean {
  if (CHANGES_NOTHING.has(sender.method)) return false;
  const { origin, fetchSite, host } = sender;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true;
  if (origin === undefined) return false;
  return !own.includes(origin) && !(anyHost && hostOf(origin) === host);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
