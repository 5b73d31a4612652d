/** The errors of RFC 6749, 5.2, as far as this grant knows them. */
export interface TokenRefusal {
  readonly status: 400 | 401;
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';
  readonly error_description: string;
}

/** What a program asks of the token endpoint. */
export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes that it wants; null for all that it has. */
  readonly scopes: readonly string[] | null;
}

const PARAMETERS = ['grant_type', 'scope', 'client_id', 'client_secret'] as const;
// RFC 6749, appendix A.4: printable ASCII without quotation mark and backslash.
const SCOPES = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;
const LONGEST = 1_000;

const refusal = (error: TokenRefusal['error'], error_description: string): TokenRefusal => ({
  status: error === 'invalid_client' ? 401 : 400,
  error,
  error_description,
});

/** One sentence for every reason, so that nobody learns which program exists. */
export const INVALID_CLIENT = refusal(
  'invalid_client',
  'The client is unknown, ended or revoked, or its secret is wrong.',
);

/** Reads a request to the token endpoint: client credentials by HTTP Basic or in the form, never both (RFC 6749, 2.3, 4.4). */
export function readTokenRequest(authorization: string | undefined, form: unknown): TokenRequest | TokenRefusal {
  if (form === null || typeof form !== 'object')
    return refusal('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const given = form as Record<string, unknown>;
  for (const name of PARAMETERS) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined && typeof value !== 'string')
      return refusal('invalid_request', `The parameter ${name} may be sent once only.`);
    if (typeof value === 'string' && value.length > LONGEST)
      return refusal('invalid_request', `The parameter ${name} is too long.`);
  }
  const { grant_type, scope, client_id, client_secret } = given as Partial<Record<(typeof PARAMETERS)[number], string>>;
  if (!grant_type) return refusal('invalid_request', 'The parameter grant_type is missing.');
  if (grant_type !== 'client_credentials')
    return refusal('unsupported_grant_type', 'Only client_credentials is served here.');
  if (scope && !SCOPES.test(scope)) return refusal('invalid_scope', 'Scopes are separated by one space.');
  const scopes = scope ? [...new Set(scope.split(' '))] : null;

  if (authorization !== undefined) {
    if (client_secret !== undefined)
      return refusal('invalid_request', 'Send the secret in the header or in the form, not in both.');
    const basic = basicCredentials(authorization);
    if (!basic) return INVALID_CLIENT;
    if (client_id !== undefined && client_id !== basic.clientId)
      return refusal('invalid_request', 'The header and the form name different clients.');
    return { ...basic, scopes };
  }
  if (!client_id || !client_secret) return INVALID_CLIENT;
  return { clientId: client_id, clientSecret: client_secret, scopes };
}

/** The scopes of the token: what is asked for, as far as the program has it; nothing beyond is cut away in silence. */
export function grantedScopes(
  asked: readonly string[] | null,
  held: readonly string[],
): readonly string[] | TokenRefusal {
  if (asked === null) return held;
  const beyond = asked.filter((scope) => !held.includes(scope));
  return beyond.length > 0
    ? refusal('invalid_scope', `The client has ${held.join(' ')}.`)
    : held.filter((scope) => asked.includes(scope));
}

/** Is this a refusal? */
export function isTokenRefusal(value: object): value is TokenRefusal {
  return 'error' in value;
}

function basicCredentials(authorization: string): { clientId: string; clientSecret: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(authorization)?.[1];
  if (!encoded || encoded.length > 2 * LONGEST) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  try {
    return { clientId: unescaped(text.slice(0, colon)), clientSecret: unescaped(text.slice(colon + 1)) };
  } catch {
    return null;
  }
}

/** Both halves are form-encoded before they are put together (RFC 6749, 2.3.1). */
function unescaped(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
