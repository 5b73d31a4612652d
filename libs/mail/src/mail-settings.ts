import { join } from 'node:path';
import { plainAddress } from './mail-address.rules';
import type { MailSender } from './mail.rules';

/** What the mail library needs to know about its surroundings. */
export interface MailSettings {
  /** smtp://user:password@host:port or smtps://… */
  smtpUrl: string;
  /** The same as it is now: its password is exchanged while the program runs. */
  smtpUrlNow?: () => string;
  sender: MailSender;
  /** True when NODE_ENV is production: then there is no development mailbox. */
  production: boolean;
  /** Folder of the development mailbox. */
  mailboxFolder: string;
  /** Port of the development mailbox on the loopback interface. */
  mailboxPort: number;
  /** Milliseconds that one attempt to send may take; 25 000 unless told. */
  attemptWithin?: number;
}

const MAILBOX_PORT = 1025;

/** Injection token of the mail settings. */
export const MAIL_SETTINGS = Symbol('MAIL_SETTINGS');

/** Reads SMTP_URL, MAIL_FROM, PUBLIC_URL (and for the development mailbox SAMANKER_DATA_DIR); says what is wrong and how to mend it. */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings {
  const production = env.NODE_ENV === 'production';
  const missing = (name: string, example: string): never => {
    throw new Error(`${name} is not set. In production it must be, for example ${name}=${example}`);
  };
  if (env.SMTP_URL === undefined && production) missing('SMTP_URL', 'smtps://user:password@smtp.example.no:465');
  const smtpUrl = readSmtpUrl(env.SMTP_URL ?? `smtp://127.0.0.1:${MAILBOX_PORT}`);
  const from =
    env.MAIL_FROM ??
    (production ? missing('MAIL_FROM', 'Samanker <samanker@example.no>') : 'samanker@samanker.example');
  const publicUrl = env.PUBLIC_URL ?? (production ? missing('PUBLIC_URL', 'https://samanker.example.no') : undefined);
  return {
    smtpUrl,
    sender: { ...readSender(from), publicUrl: readPublicUrl(publicUrl ?? `http://localhost:${env.PORT ?? '3000'}`) },
    production,
    mailboxFolder: join(env.SAMANKER_DATA_DIR ?? '.samanker', 'mailbox'),
    mailboxPort: mailboxPort(smtpUrl),
  };
}

function readSmtpUrl(text: string): string {
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol) || !new URL(text).hostname) {
    throw new Error('SMTP_URL is not an address like smtp://host:25 or smtps://user:password@host:465');
  }
  return text;
}

function readSender(text: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))\s*$/.exec(text);
  try {
    return { name: match?.[1] || 'Samanker', address: plainAddress(match?.[2] ?? match?.[3] ?? '') };
  } catch {
    throw new Error('MAIL_FROM is not an address like samanker@example.no or Samanker <samanker@example.no>');
  }
}

function readPublicUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error('PUBLIC_URL is not an address like https://samanker.example.no');
  }
  return text.replace(/\/+$/, '');
}

/** The mailbox listens where mails are sent to, if that is this machine; else it only keeps its pages, on any port. */
function mailboxPort(smtpUrl: string): number {
  const { hostname, port } = new URL(smtpUrl);
  return hostname === '127.0.0.1' ? Number(port || 25) : 0;
}
