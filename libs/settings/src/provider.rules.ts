/** Scopes by which providers hand out national identity numbers. */
const OF_NATIONAL_IDENTITY = /^(?:pid|ssn|nnin|nin|fnr|no_pid|national[-_]?id\w*|.*personnummer.*|.*fodselsnummer.*)$/i;

/** Whether a scope asks for a log-in, and not for a national identity number. */
export function isScope(text: string): boolean {
  const scopes = text.trim().split(/\s+/);
  return scopes.includes('openid') && !scopes.some((scope) => OF_NATIONAL_IDENTITY.test(scope));
}

/** The list that a JSON text holds; anything else when it is none. */
export function detailsOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
