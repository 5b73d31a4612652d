import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { readStoredMail, type StoredMail, type StoredMailSummary, summaryOf } from './stored-mail';

/** How many messages are kept, the newest; and how large one may be, in bytes. */
const KEPT = 2_000;
const LARGEST = 5_000_000;
const LOOPBACK = '127.0.0.1';
const ID = /^\d{13}-[0-9a-f]{12}$/;

/** An SMTP server on the loopback interface that keeps what it is given instead of sending it. It does not exist in production. */
export class DevelopmentMailbox {
  /** Port it listens on; 0 before start(). */
  port = 0;
  private readonly server: SMTPServer;
  private readonly events = new EventEmitter();
  /** Ids, the newest first; a summary is read when it is first asked for. */
  private ids: string[] = [];
  private readonly summaries = new Map<string, StoredMailSummary>();
  private ready: Promise<void> = Promise.resolve();
  private lastTime = 0;

  constructor(private readonly folder: string) {
    if (process.env.NODE_ENV === 'production') {
      throw new Error('The development mailbox does not exist in production: set SMTP_URL to a real mail server');
    }
    this.server = new SMTPServer({
      banner: 'Samanker development mailbox',
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: LARGEST,
      // Milliseconds that idle clients are waited for when it stops.
      closeTimeout: 500,
      logger: false,
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope;
        const recipients = rcptTo.map((recipient) => recipient.address);
        this.keep(stream, mailFrom ? mailFrom.address : '', recipients).then(
          (id) => done(null, `Kept as ${id}`),
          (error: Error) => done(Object.assign(error, { responseCode: stream.sizeExceeded ? 552 : 451 })),
        );
      },
    });
    // A client that hangs up is no fault of the mailbox.
    this.server.on('error', () => undefined);
  }

  /** Opens the folder and listens; port 0 takes a free one. Answers the port. */
  async start(port = 0): Promise<number> {
    this.ready = this.load();
    await this.ready;
    const listening = this.server.listen(port, LOOPBACK);
    await once(listening, 'listening').catch((error: Error) => {
      throw new Error(`The development mailbox cannot use port ${port}: give SMTP_URL another port of 127.0.0.1`, {
        cause: error,
      });
    });
    this.port = (listening.address() as AddressInfo).port;
    return this.port;
  }

  /** Stops listening; what is kept stays on disk. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Calls the listener for every message once it is safely kept. */
  on(event: 'message', listener: (mail: StoredMailSummary) => void): this {
    this.events.on(event, listener);
    return this;
  }

  /** Takes a listener away. */
  off(event: 'message', listener: (mail: StoredMailSummary) => void): this {
    this.events.off(event, listener);
    return this;
  }

  /** The newest first; `to` keeps those that were delivered to that address. */
  async list(asked: { to?: string; limit?: number; offset?: number } = {}): Promise<{
    total: number;
    messages: StoredMailSummary[];
  }> {
    await this.ready;
    const { to, limit = 50, offset = 0 } = asked;
    if (!to) {
      const page = this.ids.slice(offset, offset + limit);
      return { total: this.ids.length, messages: await this.summariesOf(page) };
    }
    const wanted = to.trim().toLowerCase();
    const all = await this.summariesOf(this.ids);
    const found = all.filter((mail) => mail.recipients.some((address) => address.toLowerCase() === wanted));
    return { total: found.length, messages: found.slice(offset, offset + limit) };
  }

  /** One whole message, or undefined where there is none with that id. */
  async read(id: string): Promise<StoredMail | undefined> {
    await this.ready;
    if (!ID.test(id) || !this.ids.includes(id)) return undefined;
    return readStoredMail(id, await readFile(this.path(id)));
  }

  /** Throws everything away. */
  async clear(): Promise<void> {
    await this.ready;
    const gone = this.ids.splice(0);
    this.summaries.clear();
    await Promise.all(gone.map((id) => rm(this.path(id), { force: true })));
  }

  private async load(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const names = await readdir(this.folder);
    const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
    this.ids = ids.filter((id) => ID.test(id)).sort((a, b) => (a < b ? 1 : -1));
    this.lastTime = Number(this.ids[0]?.slice(0, 13) ?? 0);
    await this.prune();
  }

  private async keep(stream: Readable & { sizeExceeded: boolean }, sender: string, to: string[]): Promise<string> {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length <= LARGEST) parts.push(part);
    }
    if (stream.sizeExceeded || length > LARGEST) throw new Error('The message is larger than 5 MB');
    // Ids sort by arrival, also within one millisecond and when the clock is set back.
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    const id = `${String(this.lastTime).padStart(13, '0')}-${randomBytes(6).toString('hex')}`;
    // The envelope is kept as a mail server keeps it, in front of the message, so that a restart does not lose it.
    const envelope = [`Return-Path: <${sender}>`, ...to.map((address) => `Delivered-To: ${address}`)];
    const raw = Buffer.concat([Buffer.from(`${envelope.join('\r\n')}\r\n`), ...parts]);
    const unfinished = join(this.folder, `${id}.part`);
    // A few kilobytes: waiting for them costs less than a turn of the thread pool, which would halve the speed.
    writeFileSync(unfinished, raw);
    renameSync(unfinished, this.path(id));
    const place = this.ids.findIndex((other) => other < id);
    this.ids.splice(place < 0 ? this.ids.length : place, 0, id);
    if (this.ids.length > KEPT) await this.prune();
    if (this.events.listenerCount('message') > 0) {
      const [summary] = await this.summariesOf([id]);
      this.events.emit('message', summary);
    }
    return id;
  }

  private async prune(): Promise<void> {
    for (const id of this.ids.splice(KEPT)) {
      this.summaries.delete(id);
      await rm(this.path(id), { force: true });
    }
  }

  private async summariesOf(ids: string[]): Promise<StoredMailSummary[]> {
    const found: StoredMailSummary[] = [];
    for (const id of ids) {
      // A file may have been pruned since, or hold what no mail program can read: it is left out.
      const summary = this.summaries.get(id) ?? (await this.summaryIn(id).catch(() => undefined));
      if (!summary) continue;
      this.summaries.set(id, summary);
      found.push(summary);
    }
    return found;
  }

  private async summaryIn(id: string): Promise<StoredMailSummary> {
    return summaryOf(await readStoredMail(id, await readFile(this.path(id))));
  }

  private path(id: string): string {
    return join(this.folder, `${id}.eml`);
  }
}
