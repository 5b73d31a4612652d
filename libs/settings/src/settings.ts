import { join } from 'node:path';
import { z } from 'zod';
import {
  isAttachmentStore,
  isMailAddress,
  isPostgres,
  isQueue,
  isSender,
  isSmtp,
  isTelephone,
  isWeb,
} from './address.rules';
import { CONNECTIONS, hostsOf, isReadableOnTheWay } from './encrypted.rules';
import { isNetwork } from './network';
import { demandProductionImage } from './production-image';
import { detailsOf, isScope } from './provider.rules';
import { withSecretFiles } from './secret-files';
import { faultOfSecret, severalOf } from './secret.rules';
import { descriptions, type SettingName } from './descriptions';
import { secretSettings } from './settings-table';

const address = (fits: (text: string) => boolean) => z.string().refine(fits);

const details = z.array(z.looseObject({ type: z.string().min(1).max(100) })).max(10);

const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: address(isWeb).optional(),
  DATABASE_URL: address(isPostgres),
  MIGRATOR_DATABASE_URL: address(isPostgres).optional(),
  SWEEPER_DATABASE_URL: address(isPostgres),
  QUEUE_URL: address(isQueue).optional(),
  SMTP_URL: address(isSmtp).optional(),
  MAIL_FROM: address(isSender).optional(),
  OPERATOR_NAME: z
    .string()
    .trim()
    .regex(/^[^\r\n<>]{1,100}$/)
    .default('Samanker Drift'),
  OPERATOR_EMAIL: z.string().trim().refine(isMailAddress).default('drift@samanker.example'),
  OPERATOR_PHONE: z.string().trim().refine(isTelephone).default('00 00 00 00'),
  OIDC_ISSUER: address(isWeb).optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).default('Ansattporten'),
  OIDC_SCOPE: z.string().refine(isScope).default('openid profile email'),
  OIDC_AUTHORIZATION_DETAILS: z.string().transform(detailsOf).pipe(details).default([]),
  LOG_SIGNING_KEY: z.string().min(32).optional(),
  LOG_FORMER_KEYS: z
    .string()
    .regex(/^[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*$/)
    .transform((text) => text.split(',').map((one) => one.trim()))
    .default([]),
  CHECKPOINT_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SAMANKER_DATA_DIR: z.string().min(1).default('./.samanker'),
  ATTACHMENT_STORE: address(isAttachmentStore).optional(),
  ATTACHMENT_ACCESS_KEY: z.string().min(1).max(200).optional(),
  ATTACHMENT_SECRET_KEY: z.string().min(8).optional(),
  METRICS_TOKEN: z
    .string()
    .refine((text) => severalOf(text).length > 0 && severalOf(text).every((token) => token.length >= 16))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((proxies) => proxies.every(isNetwork))
    .optional(),
  PRIVATE_HOSTS: z
    .string()
    .regex(/^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/)
    .transform(hostsOf)
    .default([]),
  PERSISTED_ONLY: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  PERSISTED_OPERATIONS_DIR: z.string().min(1).optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000_000).default(600),
});

type Read = z.infer<typeof shape>;

/** Every setting of the product, checked. */
export type Settings = Readonly<
  Read & Required<Pick<Read, 'HOST' | 'PUBLIC_URL' | 'QUEUE_URL' | 'SMTP_URL' | 'MAIL_FROM' | 'ATTACHMENT_STORE'>>
>;

/** A provider of log-ins is known by all of these, or there is none. */
const PROVIDER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** What has a convenient default elsewhere, and none where people work. */
const NEEDED_IN_PRODUCTION = [
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'OPERATOR_NAME',
  'OPERATOR_EMAIL',
  'OPERATOR_PHONE',
  'ATTACHMENT_STORE',
  'LOG_SIGNING_KEY',
  ...PROVIDER,
] as const;

const BY_MODE = 'add ?sslmode=verify-full';

/** How each connection is encrypted. */
const TLS_BY: Readonly<Record<(typeof CONNECTIONS)[number], string>> = {
  DATABASE_URL: BY_MODE,
  MIGRATOR_DATABASE_URL: BY_MODE,
  SWEEPER_DATABASE_URL: BY_MODE,
  QUEUE_URL: 'begin it with rediss://, or add ?sslmode=verify-full to that of a PostgreSQL',
  SMTP_URL: 'begin it with smtps://, or add ?requireTLS=true',
};

/** A bucket is opened with these; a folder needs none. */
const BUCKET_KEYS = ['ATTACHMENT_ACCESS_KEY', 'ATTACHMENT_SECRET_KEY'] as const;

/** All that is wrong with the settings at once: each line says what, and how to mend it. */
export class InvalidSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'InvalidSettings';
  }
}

/**
 * Reads the settings once, at start. In production nothing has a convenient default: what is missing or guessable stops
 * the program before it answers anybody.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  // An empty value is what compose files pass on for a variable that is not set.
  const files = withSecretFiles(env);
  const given = Object.fromEntries(
    Object.entries(files.env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = shape.safeParse(given);
  const faults = [...files.faults, ...demandProductionImage(given)];
  if (!result.success) faults.push(...result.error.issues.map((issue) => faultOf(issue.path[0] as SettingName, given)));
  if (PROVIDER.some((name) => given[name] !== undefined))
    faults.push(...PROVIDER.filter((name) => given[name] === undefined).map((name) => faultOf(name, given)));
  if (given.ATTACHMENT_STORE?.startsWith('s3:'))
    faults.push(...BUCKET_KEYS.filter((name) => given[name] === undefined).map((name) => faultOf(name, given)));
  if (given.NODE_ENV === 'production') {
    const named = new Set(faults.map(settingOf));
    faults.push(...unsafeInProduction(given).filter((fault) => !named.has(settingOf(fault))));
  }
  if (!result.success || faults.length > 0) throw new InvalidSettings([...new Set(faults)]);

  const read = result.data;
  return {
    ...read,
    HOST: read.HOST ?? (read.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    PUBLIC_URL: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    QUEUE_URL: read.QUEUE_URL ?? read.DATABASE_URL,
    SMTP_URL: read.SMTP_URL ?? 'smtp://127.0.0.1:1025',
    MAIL_FROM: read.MAIL_FROM ?? 'Samanker <samanker@samanker.example>',
    ATTACHMENT_STORE: read.ATTACHMENT_STORE ?? `file:${join(read.SAMANKER_DATA_DIR, 'attachments')}`,
  };
}

function faultOf(name: SettingName, given: Record<string, string | undefined>): string {
  const { must, example } = descriptions[name];
  const state = given[name] === undefined ? 'is not set' : `has a value that does not fit`;
  return `${name} ${state}: it must be ${must}, for example ${name}=${example}`;
}

/** Every fault begins with the name of its setting; one sentence about each is enough. */
function settingOf(fault: string): string {
  return fault.split(' ', 1)[0]!;
}

function unsafeInProduction(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  for (const name of NEEDED_IN_PRODUCTION) {
    if (given[name] === undefined) faults.push(faultOf(name, given));
  }
  for (const [name, secret] of secretSettings) {
    const fault = given[name] === undefined ? null : faultOfSecret(given[name], secret);
    if (fault) faults.push(`${name} ${fault}`);
  }
  const logIns = [given.DATABASE_URL, given.MIGRATOR_DATABASE_URL, given.SWEEPER_DATABASE_URL]
    .filter((url) => url !== undefined && URL.canParse(url))
    .map((url) => new URL(url!).username);
  if (new Set(logIns).size !== logIns.length) {
    faults.push(
      'DATABASE_URL, MIGRATOR_DATABASE_URL and SWEEPER_DATABASE_URL share a log-in: each needs its own database role, ' +
        'or row-level security protects nobody (roles: samanker_app, samanker_migrator, samanker_sweeper)',
    );
  }
  if (given.PUBLIC_URL !== undefined && !given.PUBLIC_URL.startsWith('https://')) {
    faults.push('PUBLIC_URL must begin with https:// in production, because the session cookie travels only that way');
  }
  if (given.OPERATOR_EMAIL?.trim().endsWith('.example')) {
    faults.push('OPERATOR_EMAIL ends in .example: people who need help would write to an address where nobody answers');
  }
  if (given.OIDC_ISSUER !== undefined && !given.OIDC_ISSUER.startsWith('https://')) {
    faults.push('OIDC_ISSUER must begin with https:// in production, because who answers there says who people are');
  }
  const hosts = hostsOf(given.PRIVATE_HOSTS ?? '');
  for (const name of CONNECTIONS) {
    if (isReadableOnTheWay(given[name] ?? '', hosts))
      faults.push(
        `${name} leads to another machine without TLS: ${TLS_BY[name]}, or name the machine in PRIVATE_HOSTS ` +
          'if nobody else can read or answer in the network between',
      );
  }
  if (/^s3:.*[?&]endpoint=http(:|%3a)/i.test(given.ATTACHMENT_STORE ?? '')) {
    faults.push('ATTACHMENT_STORE must name an endpoint that begins with https://, because minutes travel that way');
  }
  return faults;
}
