/** What a program of ours connects to over a network, by the name of its setting. */
export const CONNECTIONS = [
  'DATABASE_URL',
  'MIGRATOR_DATABASE_URL',
  'SWEEPER_DATABASE_URL',
  'QUEUE_URL',
  'SMTP_URL',
] as const;

/** The last of several values is what the drivers take. */
const last = (url: URL, name: string): string | null => url.searchParams.getAll(name).at(-1) ?? null;

/**
 * Whether what travels to this address could be read, or its server be played by somebody else: another machine in no
 * private network, and no TLS that looks at the server's certificate. What is no address at all is told elsewhere.
 */
export function isReadableOnTheWay(text: string, privateHosts: readonly string[] = []): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const host = last(url, 'host') ?? url.hostname;
  if (isThisMachine(host) || privateHosts.includes(host.toLowerCase())) return false;
  switch (url.protocol) {
    case 'postgres:':
    case 'postgresql:':
      return !isVerified(url);
    case 'redis:':
      return true;
    case 'smtp:':
      return last(url, 'requireTLS') !== 'true' || isUnchecked(url);
    case 'smtps:':
    case 'rediss:':
      return isUnchecked(url);
    default:
      return false;
  }
}

/** How the pg driver reads it: without `uselibpqcompat` each of these looks at certificate and name. */
function isVerified(url: URL): boolean {
  const mode = last(url, 'sslmode');
  if (mode === null) return ['true', '1'].includes(last(url, 'ssl') ?? '');
  const modes = last(url, 'uselibpqcompat') === 'true' ? ['verify-full'] : ['require', 'verify-ca', 'verify-full'];
  return modes.includes(mode);
}

function isUnchecked(url: URL): boolean {
  return last(url, 'tls.rejectUnauthorized') === 'false' || last(url, 'ignoreTLS') === 'true';
}

/** This machine, by its loopback interface or a socket in the file system. */
function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\/.*|%2f.*)$/i.test(host);
}

/** The hosts that a setting names. */
export function hostsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
