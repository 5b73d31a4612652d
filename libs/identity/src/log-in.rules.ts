/** Why a log-in came to nothing. The only thing that is told of it: what the provider said is never repeated. */
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

/** One of the reasons why a log-in came to nothing. */
export type LogInFailure = (typeof LOG_IN_FAILURES)[number];

const LONGEST_PATH = 500;
const OWN = 'https://own.invalid';

/**
 * Where to go after the log-in: a path of this very site, or its front page. Everything that a browser might read as
 * another site (`//host`, `/\host`, a scheme, control characters that it drops) leads to the front page.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST_PATH) return '/';
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/';
  const url = URL.canParse(wanted, OWN) ? new URL(wanted, OWN) : null;
  if (url?.origin !== OWN || url.pathname.startsWith('//')) return '/';
  return /^\/(log-in|log-out|log-in-failed)(\/|$)/.test(url.pathname) ? '/' : wanted;
}

const within = (number: number, most: number): boolean => number >= 1 && number <= most;

/**
 * Whether an identifier looks like a national identity number: eleven digits that begin with a date (day +40 for
 * D-numbers, month +40, +65 or +80 for help numbers and synthetic ones). Control digits are not looked at, because their
 * rule changes in 2032.
 */
export function looksLikeNationalIdentityNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(\d{2})(\d{2})\d{7}(?!\d)/g)].some(
    ([, day, month]) =>
      [0, 40].some((plus) => within(Number(day) - plus, 31)) &&
      [0, 40, 65, 80].some((plus) => within(Number(month) - plus, 12)),
  );
}

/** The work address that the provider has verified, or null. Only a plain `true` counts. */
export function verifiedAddressOf(claims: Readonly<Record<string, unknown>>): string | null {
  const { email, email_verified: verified } = claims;
  if (verified !== true || typeof email !== 'string') return null;
  return /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}$/.test(email) ? email : null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** `0192:910753614` (ISO 6523, the Norwegian register of organisations) or the nine digits alone. */
function organisationNumberOf(party: unknown): string | null {
  const id = isObject(party) ? (party.ID ?? party.id) : party;
  return typeof id === 'string' ? (/^(?:0192:)?(\d{9})$/.exec(id)?.[1] ?? null) : null;
}

/**
 * The organisations for which the provider says that the person may act, as numbers, in its order; null when it was not
 * asked. Ansattporten names them per kind: `authorized_parties` with an `orgno` each (Altinn resources, employer), one
 * `orgno`, or `reportees` (Altinn 2). What is of a kind that nobody asked for does not count.
 */
export function organisationNumbersOf(
  claims: Readonly<Record<string, unknown>>,
  asked: readonly { readonly type: string }[],
): string[] | null {
  if (asked.length === 0) return null;
  const kinds = new Set(asked.map(({ type }) => type));
  const numbers = listOf(claims.authorization_details)
    .filter(({ type }) => typeof type === 'string' && kinds.has(type))
    .flatMap((detail) => [
      organisationNumberOf(detail.orgno),
      ...listOf(detail.authorized_parties).map(({ orgno }) => organisationNumberOf(orgno)),
      ...listOf(detail.reportees).map(organisationNumberOf),
    ])
    .filter((number) => number !== null);
  return [...new Set(numbers)];
}

/** A place where a person may act: an organisation in a region, or the region as such. */
export interface Seat {
  readonly regionId: string;
  readonly organisationId: string | null;
  readonly organisationNumber: string | null;
}

/**
 * The places that are open at this log-in: those where the person has a role, and of these, where the provider names
 * organisations, no other organisations than the named. A role in the region as such is the region's own matter.
 */
export function openSeats<Place extends Seat>(seats: readonly Place[], named: readonly string[] | null): Place[] {
  if (named === null) return [...seats];
  const rank = ({ organisationId, organisationNumber }: Place): number =>
    organisationId === null ? named.length : named.indexOf(organisationNumber ?? '');
  return seats.filter((seat) => rank(seat) >= 0).sort((a, b) => rank(a) - rank(b));
}
