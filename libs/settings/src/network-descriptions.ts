import type { Description } from './description';

/** What the settings mean that say who is believed and what is let through. */
export const networkDescriptions = {
  TRUSTED_PROXIES: {
    meaning:
      'network addresses of the proxies in front of the API, separated by commas; only they are believed when they say who asks',
    otherwise: 'nobody is believed',
    requiredInProduction: false,
    must: 'network addresses or ranges of them, separated by commas',
    example: '10.0.0.0/8,192.168.1.7',
  },
  PRIVATE_HOSTS: {
    meaning:
      'machines of PostgreSQL, Redis or mail, separated by commas, with which nobody shares the network; to all others production demands TLS',
    otherwise: 'none: TLS to every other machine',
    requiredInProduction: false,
    must: 'names of machines as they stand in the addresses, separated by commas',
    example: 'postgres,redis',
  },
  PERSISTED_ONLY: {
    meaning: '`true`: only the operations of the web app, and those in `PERSISTED_OPERATIONS_DIR`, are taken',
    otherwise: '`false`',
    requiredInProduction: false,
    must: 'true or false',
    example: 'true',
  },
  PERSISTED_OPERATIONS_DIR: {
    meaning: 'folder with operations of other programs: `*.graphql`, or `*.json` with the text under its SHA-256',
    otherwise: 'none',
    requiredInProduction: false,
    must: 'a folder',
    example: '/etc/samanker/operations',
  },
  REQUESTS_PER_MINUTE: {
    meaning: 'how many requests one session may send in a minute; log-ins, codes, tokens and uploads get a share of it',
    otherwise: '`600`',
    requiredInProduction: false,
    must: 'a whole number above 0',
    example: '600',
  },
} as const satisfies Record<string, Description>;
