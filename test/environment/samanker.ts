import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore, type AttachmentStore } from '@samanker/attachment';
import { dataSourceOf, setDomainClock } from '@samanker/database';
import { openSession, type LogInSettings } from '@samanker/identity';
import { DevelopmentMailbox, readMailSettings } from '@samanker/mail';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createApi, type OutsideOptions } from '../../apps/api/src/api';
import type { ApiOptions } from '../../apps/api/src/api.module';
import { RunningWorker } from '../../apps/worker/src/worker';
import { testDatabase, type TestDatabase } from './database';

/** What the endpoint answers. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** Asks the endpoint as one person who acts for one organisation (null: for the region). */
export interface Client {
  readonly token: string;
  ask<Data = Record<string, any>>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** The data; an error fails the test. */
  query<Data = Record<string, any>>(document: string, variables?: Record<string, unknown>): Promise<Data>;
  mutate<Data = Record<string, any>>(document: string, variables?: Record<string, unknown>): Promise<Data>;
}

/** Who runs the service under test. */
export const OPERATOR = { name: 'Drift & Vakt', email: 'drift@samanker.example', phone: '38 00 00 00' };

/** API, worker and mail sink in this process, on a database of their own. */
export interface SamankerUnderTest {
  readonly db: TestDatabase;
  /** A superuser, to look behind the walls and to build what no verb builds. */
  readonly admin: DataSource;
  readonly api: NestFastifyApplication;
  readonly worker: RunningWorker;
  readonly mailbox: DevelopmentMailbox;
  /** Where uploaded files lie. */
  readonly attachmentStore: AttachmentStore;
  /** Address of the API. */
  readonly url: string;
  as(person: { personId: string; regionId: string; organisationId?: string | null }): Promise<Client>;
  /** Nobody: no session. */
  readonly nobody: Client;
  /** Runs sweeps, relay and jobs until nothing is left to do. */
  drain(): Promise<void>;
  /** Domain time, for example 2016-11-16T10:00+01:00; it runs on from there. */
  setClock(instant: string): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Without the worker `drain` does nothing. */
  readonly worker?: boolean;
  readonly clock?: string;
  readonly queueUrl?: string;
  /** Another mail server than the sink, for example a faulty one. */
  readonly smtpUrl?: string;
  /** The built web app, served with the API. */
  readonly webFolder?: string;
  /** Where the API listens; otherwise on whatever port is free. */
  readonly port?: number;
  /** How people log in with a provider. */
  readonly logIn?: Partial<LogInSettings>;
  /** Another store of files than a folder of its own. */
  readonly attachmentStore?: AttachmentStore;
  /** Other ways to meet the outside than the generous ones of tests. */
  readonly outside?: Partial<OutsideOptions & Pick<ApiOptions, 'introspection' | 'poolSize'>>;
}

/** Starts everything; what has been started is stopped again when a later part fails, so that no run hangs. */
export async function startSamanker(options: StartOptions = {}): Promise<SamankerUnderTest> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await start(options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  {
    worker: withWorker = true,
    clock = '2016-02-01T09:00+01:00',
    queueUrl,
    smtpUrl,
    webFolder,
    attachmentStore: givenStore,
    outside,
    port: listenOn = 0,
    logIn,
  }: StartOptions,
  undo: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<SamankerUnderTest> {
  const db = await testDatabase();
  undo.push(() => db.drop());
  const folder = await mkdtemp(join(tmpdir(), 'samanker-test-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  process.env.LOG_SIGNING_KEY ??= 'b7c1f0d2a94e4e3f8a61b7c1f0d2a94e';
  process.env.CHECKPOINT_DIR = join(folder, 'checkpoints');
  const mailbox = new DevelopmentMailbox(folder);
  const port = await mailbox.start(0);
  undo.push(() => mailbox.stop());
  const mail = {
    ...readMailSettings({
      NODE_ENV: 'test',
      SMTP_URL: smtpUrl ?? `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'http://localhost:3000',
    }),
    mailboxPort: 0,
    mailboxFolder: join(folder, 'api'),
  };
  const admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test-admin', poolSize: 2 }).initialize();
  undo.push(() => admin.destroy());
  await setDomainClock(admin, new Date(clock));

  const attachmentStore = givenStore ?? new FolderStore(join(folder, 'attachments'));
  const logLevel = process.env.TEST_LOG ?? 'silent';
  const urls = { databaseUrl: db.DATABASE_URL, sweeperUrl: db.SWEEPER_DATABASE_URL, mail, attachmentStore, logLevel };
  const api = await createApi({
    ...urls,
    introspection: true,
    logIn,
    webFolder: webFolder ?? join(folder, 'none'),
    operator: OPERATOR,
    poolSize: 6,
    rates: { requestsPerMinute: 1_000_000 },
    ...outside,
  });
  undo.push(() => api.close());
  await api.listen(listenOn, '127.0.0.1');
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  const worker = await RunningWorker.create({
    ...urls,
    queueUrl: queueUrl ?? process.env.TEST_QUEUE_URL ?? db.QUEUE_URL,
    queuePrefix: new URL(db.DATABASE_URL).pathname.slice(1),
  });
  undo.push(() => worker.stop());
  if (withWorker) await worker.start();

  return {
    db,
    admin,
    api,
    worker,
    mailbox,
    attachmentStore,
    url,
    nobody: clientOf(url, ''),
    as: async ({ personId, regionId, organisationId = null }) =>
      clientOf(url, await openSession(admin, { personId, regionId, organisationId })),
    drain: async () => {
      if (withWorker) await worker.drain();
    },
    setClock: (instant) => setDomainClock(admin, new Date(instant)),
    stop,
  };
}

function clientOf(url: string, token: string): Client {
  async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  }
  async function data<Data>(query: string, variables?: Record<string, unknown>): Promise<Data> {
    const answer = await ask<Data>(query, variables);
    if (answer.errors || !answer.data) throw new Error(`${answer.status}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }
  return { token, ask, query: data, mutate: data };
}
