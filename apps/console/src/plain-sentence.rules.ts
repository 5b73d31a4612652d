/** What a command says to somebody who cannot read the words of a database. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    // No such table, function, column or schema; or not even the right to look into the schema.
    ['42P01', '42883', '42703', '3F000', '42501'].map((code) => [
      code,
      'The database is not up to date with this version: run "npm run console -- migrate" first.',
    ]),
  ),
  ECONNREFUSED: 'The database does not answer: start it, or correct the address.',
  ENOTFOUND: 'The machine of the database is not known: correct the address.',
  '28P01': 'The database refuses the password: correct the address.',
  '28000': 'The database refuses the log-in: correct the address.',
  '3D000': 'There is no such database: correct the address, or make it with "node scripts/make-roles.mjs".',
  '57P03': 'The database is still starting or stopping: try again in a moment.',
  '53300': 'The database has no connection left: close other programs, or raise max_connections.',
};

/** The sentence for a fault, with the database's own words behind it; other faults speak for themselves. */
export function plainSentence(fault: unknown): string {
  const { code, driverError, errors, message } = (fault ?? {}) as {
    code?: string;
    driverError?: { code?: string };
    errors?: readonly { code?: string }[];
    message?: string;
  };
  const sentence = [code, driverError?.code, errors?.[0]?.code].map((one) => SENTENCES[one ?? '']).find(Boolean);
  if (!sentence) return message ?? String(fault);
  return message ? `${sentence} (${message})` : sentence;
}
