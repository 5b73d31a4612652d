import type { SecretPart } from './secret.rules';

/** One row of the table of settings in the README. */
export interface SettingRow {
  readonly name: string;
  readonly meaning: string;
  /** What holds when the variable is not set, outside production. */
  readonly otherwise: string;
  /** Whether production refuses to start without it. */
  readonly requiredInProduction: boolean;
  /** Whether it may come from a file, `NAME_FILE`, and is kept out of logs and messages. */
  readonly secret: boolean;
}

interface Description {
  readonly meaning: string;
  readonly otherwise: string;
  readonly requiredInProduction: boolean;
  /** Completes the sentence "it must be …". */
  readonly must: string;
  readonly example: string;
  /** Marks a secret: production refuses short and guessable ones, and it may come from a file. */
  readonly secret?: {
    readonly part: SecretPart;
    readonly atLeast: number;
    /** Whether several may be given, separated by commas. */
    readonly several?: boolean;
  };
}

const DATABASE_PASSWORD = { part: 'password', atLeast: 12 } as const;

/** What each setting means, in the order in which people ask. */
export const descriptions = {
  NODE_ENV: {
    meaning: '`development`, `test` or `production`; production has no development log-in and no mailbox page',
    otherwise: '`development`',
    requiredInProduction: true,
    must: 'development, test or production',
    example: 'production',
  },
  PORT: {
    meaning: 'port of the web app and GraphQL',
    otherwise: '`3000`',
    requiredInProduction: false,
    must: 'a port number from 0 to 65535',
    example: '3000',
  },
  HOST: {
    meaning: 'network address to listen on',
    otherwise: '`127.0.0.1`; in production `0.0.0.0`',
    requiredInProduction: false,
    must: 'a network address of this machine',
    example: '0.0.0.0',
  },
  PUBLIC_URL: {
    meaning: 'address that people open; links in mails begin with it',
    otherwise: '`http://localhost:` and the port',
    requiredInProduction: true,
    must: 'an address that people can open',
    example: 'https://samanker.example.no',
  },
  DATABASE_URL: {
    meaning:
      'PostgreSQL 18 as the role that serves people; alone (in development) an administrator, who makes the roles',
    otherwise: 'a PostgreSQL of its own in `SAMANKER_DATA_DIR`',
    requiredInProduction: true,
    must: 'the address of a PostgreSQL database',
    example: 'postgres://samanker_app:password@localhost:5432/samanker',
    secret: DATABASE_PASSWORD,
  },
  MIGRATOR_DATABASE_URL: {
    meaning: 'the same database as the role that changes the schema; only `console migrate` needs it',
    otherwise: 'made from `DATABASE_URL`',
    requiredInProduction: false,
    must: 'the address of a PostgreSQL database',
    example: 'postgres://samanker_migrator:password@localhost:5432/samanker',
    secret: DATABASE_PASSWORD,
  },
  SWEEPER_DATABASE_URL: {
    meaning: 'the same database as the role of sweeps and relay, which sees open work of all regions',
    otherwise: 'made from `DATABASE_URL`',
    requiredInProduction: true,
    must: 'the address of a PostgreSQL database',
    example: 'postgres://samanker_sweeper:password@localhost:5432/samanker',
    secret: DATABASE_PASSWORD,
  },
  QUEUE_URL: {
    meaning: 'where BullMQ keeps its queues: PostgreSQL or Redis',
    otherwise: 'the database of `DATABASE_URL`',
    requiredInProduction: false,
    must: 'the address of a PostgreSQL database or of a Redis',
    example: 'redis://localhost:6379',
    secret: DATABASE_PASSWORD,
  },
  SMTP_URL: {
    meaning: 'mail server',
    otherwise: 'a mailbox of its own that sends nothing on; read it at `/mailbox`',
    requiredInProduction: true,
    must: 'the address of a mail server',
    example: 'smtps://user:password@smtp.example.no:465',
    secret: { part: 'password', atLeast: 8 },
  },
  MAIL_FROM: {
    meaning: 'sender of every mail',
    otherwise: '`Samanker <samanker@samanker.example>`',
    requiredInProduction: true,
    must: 'one mail address, with a name before it if you like',
    example: 'Samanker <samanker@example.no>',
  },
  OIDC_ISSUER: {
    meaning: 'provider of log-ins (OpenID Connect): Ansattporten, ID-porten, Entra ID or another',
    otherwise: 'a stand-in of its own, where demo people are chosen',
    requiredInProduction: true,
    must: 'the issuer address of an OpenID Connect provider, with https in production',
    example: 'https://ansattporten.no',
  },
  OIDC_CLIENT_ID: {
    meaning: 'what the provider calls this service',
    otherwise: 'with the stand-in: `samanker`',
    requiredInProduction: true,
    must: 'the client id that the provider gave',
    example: 'd1f0b7a2-samanker',
  },
  OIDC_CLIENT_SECRET: {
    meaning: 'the secret of this service at the provider',
    otherwise: 'with the stand-in: a random one',
    requiredInProduction: true,
    must: 'the client secret that the provider gave, at least 16 characters',
    example: 'b7c1f0d2a94e4e3f8a61',
    secret: { part: 'value', atLeast: 16 },
  },
  OIDC_NAME: {
    meaning: 'name of the provider on the button',
    otherwise: '`Ansattporten`',
    requiredInProduction: false,
    must: 'a name of at most 40 characters',
    example: 'Ansattporten',
  },
  OIDC_SCOPE: {
    meaning: 'what is asked of the provider; national identity numbers may not be',
    otherwise: '`openid profile email`',
    requiredInProduction: false,
    must: 'scopes separated by spaces, `openid` among them, and none for national identity numbers',
    example: 'openid profile',
  },
  OIDC_AUTHORIZATION_DETAILS: {
    meaning: 'JSON list of the rights to act for organisations that are asked for; people act for no others then',
    otherwise: 'none: people act where they have a role',
    requiredInProduction: false,
    must: 'a JSON list of objects with a type',
    example: '[{"type":"ansattporten:orgno"}]',
  },
  LOG_SIGNING_KEY: {
    meaning:
      'the Ed25519 key that signs checkpoints of the decision log (PKCS #8 PEM, as it is or in base64), or a long secret that it is made from; kept where the administrator of the database is not',
    otherwise: 'made once, in `SAMANKER_DATA_DIR`',
    requiredInProduction: true,
    must: 'a private Ed25519 key, or a secret of at least 32 characters',
    example: 'f3a1c7d05b8e4926a0d17c53e98b42f6d1a7',
    secret: { part: 'value', atLeast: 32 },
  },
  LOG_FORMER_KEYS: {
    meaning: 'fingerprints of former signing keys whose checkpoints are still believed, separated by commas',
    otherwise: 'none',
    requiredInProduction: false,
    must: 'fingerprints of 64 hexadecimal digits, separated by commas',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  CHECKPOINT_DIR: {
    meaning: 'folder in which every checkpoint is written down as a line, out of the reach of the database',
    otherwise: '`checkpoints` in `SAMANKER_DATA_DIR`; in production the standard output alone',
    requiredInProduction: false,
    must: 'a folder that can be written to',
    example: '/var/lib/samanker/checkpoints',
  },
  LOG_LEVEL: {
    meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`',
    otherwise: '`info`',
    requiredInProduction: false,
    must: 'fatal, error, warn, info, debug, trace or silent',
    example: 'info',
  },
  SAMANKER_DATA_DIR: {
    meaning: 'folder of the embedded database, the mailbox and the logs',
    otherwise: '`./.samanker`',
    requiredInProduction: false,
    must: 'a folder that can be written to',
    example: './.samanker',
  },
  ATTACHMENT_STORE: {
    meaning:
      'where uploaded files are kept: `file:` and a folder, or `s3://bucket?endpoint=https://…&region=…` (S3-compatible)',
    otherwise: '`attachments` in `SAMANKER_DATA_DIR`',
    requiredInProduction: true,
    must: 'file: and a folder, or s3://bucket?endpoint=https://…&region=…',
    example: 'file:/var/lib/samanker/attachments',
  },
  ATTACHMENT_ACCESS_KEY: {
    meaning: 'name of the key to an S3-compatible store',
    otherwise: 'none; a folder needs none',
    requiredInProduction: false,
    must: 'the name of a key that may read, write and delete in the bucket',
    example: 'AKIAIOSFODNN7EXAMPLE',
  },
  ATTACHMENT_SECRET_KEY: {
    meaning: 'the key itself',
    otherwise: 'none; a folder needs none',
    requiredInProduction: false,
    must: 'the secret that belongs to ATTACHMENT_ACCESS_KEY',
    example: 'wJalrXUtnFEMIK7MDENGbPxRfiCY',
    secret: { part: 'value', atLeast: 16 },
  },
  METRICS_TOKEN: {
    meaning: 'bearer token for `/metrics`; without it the page is closed in production',
    otherwise: 'none',
    requiredInProduction: false,
    must: 'at least 16 characters; two, separated by a comma, while one is exchanged for another',
    example: 'b7c1f0d2a94e4e3f8a61',
    secret: { part: 'value', atLeast: 16, several: true },
  },
  TRUSTED_PROXIES: {
    meaning:
      'network addresses of the proxies in front of the API, separated by commas; only they are believed when they say who asks',
    otherwise: 'nobody is believed',
    requiredInProduction: false,
    must: 'network addresses or ranges of them, separated by commas',
    example: '10.0.0.0/8,192.168.1.7',
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

/** The name of a setting, which is the name of its environment variable. */
export type SettingName = keyof typeof descriptions;

const rows = Object.entries(descriptions) as [SettingName, Description][];

/** The settings that are secrets, and what production asks of each. */
export const secretSettings = new Map(rows.flatMap(([name, { secret }]) => (secret ? [[name, secret]] : [])));

/** Whether a name is that of a secret setting. */
export function isSecret(name: string): name is SettingName {
  return secretSettings.has(name as SettingName);
}

/** Every setting, as the README shows them; a self-check holds the two together. */
export function settingsTable(): SettingRow[] {
  return rows.map(([name, { meaning, otherwise, requiredInProduction, secret }]) => ({
    name,
    meaning,
    otherwise,
    requiredInProduction,
    secret: secret !== undefined,
  }));
}
