const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const hasScheme = (text: string, schemes: readonly string[]): boolean => {
  const url = parsed(text);
  return url !== null && schemes.includes(url.protocol.slice(0, -1)) && url.hostname !== '';
};

/** The address of a PostgreSQL database, with the database's name. */
export function isPostgres(text: string): boolean {
  return hasScheme(text, ['postgres', 'postgresql']) && (parsed(text)?.pathname.length ?? 0) > 1;
}

/** Where BullMQ may keep its queues: PostgreSQL or Redis. */
export function isQueue(text: string): boolean {
  return isPostgres(text) || hasScheme(text, ['redis', 'rediss']);
}

/** The address of a mail server. */
export function isSmtp(text: string): boolean {
  return hasScheme(text, ['smtp', 'smtps']);
}

/** An address that people can open in a browser. */
export function isWeb(text: string): boolean {
  return hasScheme(text, ['http', 'https']);
}

/** Where uploaded files are kept: a folder, or a bucket of an S3-compatible store with its address. */
export function isAttachmentStore(text: string): boolean {
  if (/^file:(?!\/\/)./.test(text)) return true;
  const url = parsed(text);
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) return false;
  if (url.username || url.password || !/^(\/[\w.-]+)*\/?$/.test(url.pathname)) return false;
  const { endpoint = '', region = 'us-east-1', ...unknown } = Object.fromEntries(url.searchParams);
  return isWeb(endpoint) && /^[a-z0-9-]{1,40}$/.test(region) && Object.keys(unknown).length === 0;
}

/** One mailbox, bare or with a name before it; no line break can slip into a header. */
export function isSender(text: string): boolean {
  return /^(?:[^<>\r\n]+<[^<>\s@,;]+@[^<>\s@,;]+>|[^<>\s@,;]+@[^<>\s@,;]+)$/.test(text.trim());
}

/** One bare mail address, fit for a link. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text);
}

/** A telephone number as people write it. */
export function isTelephone(text: string): boolean {
  return /^\+?[\d ]+$/.test(text) && /^\d{5,15}$/.test(text.replaceAll(/[+ ]/g, ''));
}
