import { openStore } from '@samanker/attachment';
import { osloInstant } from '@samanker/clock';
import { setDomainClock } from '@samanker/database';
import { openSession } from '@samanker/identity';
import { readMailSettings } from '@samanker/mail';
import { bucketKeys, readSettings } from '@samanker/settings';
import type { DataSource } from 'typeorm';
import { createApi } from '../../../api/src/api';
import { RunningWorker } from '../../../worker/src/worker';
import type { RegionSeed } from '../seed/agder';
import type { Asks, Drive } from './drive';
import { markModelled } from './mark-modelled';

/** A drive with its own API, worker and mailbox, to be stopped at the end. */
export interface RunningDrive extends Drive {
  stop(): Promise<void>;
}

/** Starts the real API on a free port and the real worker in this process, on the database of the settings. */
export async function inProcessDrive(owner: DataSource, seed: RegionSeed): Promise<RunningDrive> {
  const settings = readSettings();
  const mail = readMailSettings(process.env);
  const attachmentStore = openStore(settings.ATTACHMENT_STORE, bucketKeys);
  const { DATABASE_URL: databaseUrl, SWEEPER_DATABASE_URL: sweeperUrl, QUEUE_URL: queueUrl } = settings;
  const api = await createApi({
    databaseUrl,
    sweeperUrl,
    mail,
    attachmentStore,
    introspection: false,
    webFolder: '',
    logLevel: 'silent',
  });
  await api.listen(0, '127.0.0.1');
  const address = `${(await api.getUrl()).replace('[::1]', '127.0.0.1')}/graphql`;
  const urls = { databaseUrl, sweeperUrl, queueUrl };
  const worker = await RunningWorker.create({ ...urls, mail, attachmentStore, logLevel: 'error' });
  await worker.start();

  const askers = new Map<string, Promise<Asks>>();
  return {
    as(key) {
      let asker = askers.get(key);
      if (!asker) askers.set(key, (asker = logIn(owner, seed, key, address)));
      return asker;
    },
    setClock: (wallClock) => setDomainClock(owner, osloInstant(wallClock.slice(0, 10), wallClock.slice(11))),
    drain: () => worker.drain(),
    markModelled: (caseId) => markModelled(owner, seed.id, caseId),
    stop: async () => {
      await worker.stop();
      await api.close();
    },
  };
}

async function logIn(owner: DataSource, seed: RegionSeed, key: string, address: string): Promise<Asks> {
  const person = seed.people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is seeded as ${key}.`);
  const token = await openSession(owner, {
    personId: person.id,
    regionId: seed.id,
    organisationId: person.roles[0]!.organisationId,
  });
  return {
    async query<Answer>(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: document, variables }),
      });
      const answer = (await response.json()) as { data?: Answer; errors?: unknown };
      if (answer.errors || !answer.data) throw new Error(`${response.status}: ${JSON.stringify(answer.errors)}`);
      return answer.data;
    },
  };
}
