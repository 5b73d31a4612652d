import { execFile } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { takeDailyCheckpoints } from '@samanker/audit';
import { Transactions } from '@samanker/database';
import { LogKeys } from '@samanker/decision-log';
import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';
import { unzip } from '../environment/unzip';

const LOG = `query ($filter: DecisionLogFilter, $first: Int! = 50, $after: Int) { decisionLog(filter: $filter, first: $first, after: $after) {
  endCursor entries { number at verb subjectType subjectId caseId organisationId organisationName doneBy personName entry previousHash hash } } }`;
const CHECK = `{ verifyDecisionLog { entries head checkpoints brokenEntry brokenSince brokenCheckpoint fault } }`;
const TAKE = `mutation { makeCheckpoint(input: {}) { __typename ... on LogCheckpoint { id number entries hash daily text signature keyId publicKey }
  ... on UserError { code message } ... on DecisionLogBroken { brokenEntry brokenCheckpoint } } }`;

describe('the decision log is read, checked and checkpointed (R28, R31, R32)', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let birkenes: string;
  let auditor: Client;
  let secretariat: BuiltPerson;
  let contributor: Client;
  let neighbour: Client;
  let needs: string[];

  const needOf = async (client: Client, title: string, draft = false): Promise<string> => {
    const { registerNeed } = await client.mutate(
      `mutation ($input: RegisterNeedInput!) { registerNeed(input: $input) { __typename ... on Need { id } } }`,
      {
        input: {
          fields: {
            title,
            problem: 'Alarmane sluttar å verke.',
            quantity: '10',
            unitCode: 'STK',
            wantedFrom: '2017-01-01',
            wantedTo: '2020-12-31',
            cpvCodes: ['33195000'],
          },
          draft,
        },
      },
    );
    return registerNeed.id;
  };
  const log = async (client: Client, variables: object = {}) => (await client.query(LOG, { ...variables })).decisionLog;
  const take = async (client: Client) => (await client.mutate(TAKE)).makeCheckpoint;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
    regionId = await aRegion(env);
    birkenes = await anOrganisation(env, regionId, { name: 'Birkenes' });
    const lillesand = await anOrganisation(env, regionId, { name: 'Lillesand' });
    const person = await aPerson(env, regionId, {
      organisationId: birkenes,
      roles: ['CONTRIBUTOR'],
      name: 'Bidrag Birkenes',
    });
    contributor = await env.as(person);
    neighbour = await env.as(await aPerson(env, regionId, { organisationId: lillesand, roles: ['READER'] }));
    auditor = await env.as(
      await aPerson(env, regionId, { roles: ['AUDITOR'], email: 'revisor@agder.example', language: 'NN' }),
    );
    secretariat = await aPerson(env, regionId, { roles: ['SECRETARIAT'], email: 'sekretariat@agder.example' });
    needs = [
      await needOf(contributor, 'Varsling'),
      await needOf(contributor, 'Utkast om noko', true),
      await needOf(contributor, 'Lokalisering'),
    ];
    await env.drain();
  });
  afterAll(() => env?.stop());

  it('an auditor reads all of it, page by page, with names', async () => {
    const { entries } = await log(auditor);
    const registered = entries.filter((entry: { verb: string }) => entry.verb === 'registerNeed');
    expect(registered).toHaveLength(3);
    expect(registered[0]).toMatchObject({
      subjectType: 'Need',
      subjectId: needs[2],
      organisationId: birkenes,
      organisationName: 'Birkenes',
      doneBy: 'PERSON',
      personName: 'Bidrag Birkenes',
    });
    expect(registered[0].entry).not.toContain('Bidrag');
    const pages: number[] = [];
    for (let after: number | null = null; ;) {
      const page = await log(auditor, { first: 2, after });
      pages.push(...page.entries.map((entry: { number: number }) => entry.number));
      if ((after = page.endCursor) === null) break;
    }
    expect(pages).toEqual(entries.map((entry: { number: number }) => entry.number));
  });

  it('narrows by verb, subject, organisation and time', async () => {
    const count = async (filter: object) => (await log(auditor, { filter })).entries.length;
    expect(await count({ verb: 'registerNeed' })).toBe(3);
    expect(await count({ subjectId: needs[0] })).toBe(1);
    expect(await count({ organisationId: birkenes, verb: 'registerNeed' })).toBe(3);
    expect(await count({ from: '2016-11-17T00:00:00Z' })).toBe(0);
    expect(await count({ until: '2016-11-17T00:00:00Z', verb: 'registerNeed' })).toBe(3);
  });

  it('others read what was done for their organisation and in cases: not another one’s drafts', async () => {
    expect((await log(contributor, { filter: { verb: 'registerNeed' } })).entries).toHaveLength(3);
    expect((await log(neighbour, { filter: { verb: 'registerNeed' } })).entries).toEqual([]);
    const elsewhere = await aRegion(env, { name: 'Viken' });
    const stranger = await env.as(await aPerson(env, elsewhere, { roles: ['AUDITOR'] }));
    expect((await log(stranger)).entries).toEqual([]);
  });

  it('a name is told to the organisation that it was done for and to those who audit; to nobody once the salt is erased', async () => {
    await env.admin.query(`update decision_log set case_id = $2 where region_id = $1 and subject_id = $3`, [
      regionId,
      needs[0],
      needs[0],
    ]);
    const nameFor = async (client: Client) =>
      (await log(client, { filter: { subjectId: needs[0] } })).entries[0]?.personName;
    expect([await nameFor(contributor), await nameFor(neighbour), await nameFor(auditor)]).toEqual([
      'Bidrag Birkenes',
      null,
      'Bidrag Birkenes',
    ]);
    await env.admin.query(`update decision_log set case_id = null where region_id = $1 and subject_id = $2`, [
      regionId,
      needs[0],
    ]);
    const { entries } = await log(auditor, { filter: { subjectId: needs[0] } });
    const { by } = JSON.parse(entries[0].entry);
    await env.admin.query('delete from decision_log_commitment where region_id = $1 and commitment = $2', [
      regionId,
      by,
    ]);
    expect(await nameFor(auditor)).toBeNull();
    expect((await auditor.query(CHECK)).verifyDecisionLog.fault).toBeNull();
  });

  it('a checkpoint is taken by those who audit, signed, written down and mailed; to others there is none', async () => {
    expect(await take(neighbour)).toMatchObject({ __typename: 'NotPermitted' });
    const made = await take(auditor);
    expect(made).toMatchObject({ __typename: 'LogCheckpoint', number: 1, daily: false });
    expect(
      verify(null, Buffer.from(made.text), createPublicKey(made.publicKey), Buffer.from(made.signature, 'base64')),
    ).toBe(true);
    await env.drain();
    const { messages: mails } = await env.mailbox.list();
    const brought = mails.filter(({ subject }) => /sjekkpunkt 1/.test(subject));
    expect(brought.map(({ to }) => to).sort()).toEqual(['revisor@agder.example', 'sekretariat@agder.example']);
    const mail = await env.mailbox.read(brought.find(({ to }) => to.startsWith('revisor'))!.id);
    expect(mail!.subject).toMatch(/^Agder: sjekkpunkt 1 av avgjerdsloggen \d{2}\.\d{2}\.\d{4}$/);
    expect(mail!.attachments[0]!.filename).toBe('sjekkpunkt-1.json');
    const folder = process.env.CHECKPOINT_DIR!;
    const [line] = readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(line!)).toMatchObject({ text: made.text, signature: made.signature });
    const { logCheckpoints } = await auditor.query(`{ logCheckpoints { number } }`);
    expect(logCheckpoints).toEqual([{ number: 1 }]);
    expect((await neighbour.query(`{ logCheckpoints { number } }`)).logCheckpoints).toEqual([]);
  });

  it('a day with changes ends in a checkpoint, once, however many workers ask; a day of mails alone does not', async () => {
    const transactions = env.worker.context.app.get(Transactions);
    const daily = () => takeDailyCheckpoints(transactions, env.worker.context.sweeper, new LogKeys());
    expect(await daily()).toBe(0);
    await needOf(contributor, 'Nattkamera');
    expect(await daily()).toBe(0);
    await env.admin.query(`update decision_log set recorded_at = recorded_at - interval '1 day' where region_id = $1`, [
      regionId,
    ]);
    const taken = await Promise.all([daily(), daily(), daily()]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(1);
    await env.drain();
    await env.admin.query(`update decision_log set recorded_at = recorded_at - interval '1 day' where region_id = $1`, [
      regionId,
    ]);
    expect(await daily()).toBe(0);
    const { logCheckpoints } = await (await env.as(secretariat)).query(`{ logCheckpoints { number daily } }`);
    expect(logCheckpoints[0]).toEqual({ number: 2, daily: true });
  });

  it('the log is checked part by part, so that whoever waits sees how far it is', async () => {
    const PART = `query ($after: Int, $afterHash: String) { verifyDecisionLog(after: $after, afterHash: $afterHash, atMost: 2) { entries head of whole fault } }`;
    const followed: number[] = [];
    let part: { entries?: number; head?: string; of?: number; whole: boolean } = { whole: false };
    while (!part.whole) {
      part = (await auditor.query(PART, { after: part.entries, afterHash: part.head })).verifyDecisionLog;
      expect(part).toMatchObject({ fault: null, whole: part.entries === part.of });
      followed.push(part.entries!);
    }
    const { entries } = await log(auditor, { first: 1 });
    expect(followed.length).toBeGreaterThan(3);
    expect(followed.at(-1)).toBe(entries[0].number);
    // A wrong hash to go on from is a fault at the very next entry.
    const { verifyDecisionLog: wrong } = await auditor.query(PART, { after: 2, afterHash: 'nothing of that kind' });
    expect(wrong).toMatchObject({ fault: 'BROKEN_LINK' });
  });

  it('an entry names what it was done to, as every member may know it: not another one’s draft', async () => {
    const named = async (client: Client) =>
      (
        await client.query(
          `{ decisionLog(filter: { verbs: ["registerNeed", "no verb"] }) { entries { subjectName caseTitle } } }`,
        )
      ).decisionLog.entries.map((entry: { subjectName: string | null }) => entry.subjectName);
    expect(await named(auditor)).toEqual(['Nattkamera', 'Lokalisering', null, 'Varsling']);
    expect(await named(contributor)).toEqual(['Nattkamera', 'Lokalisering', 'Utkast om noko', 'Varsling']);
    expect(await named(neighbour)).toEqual([]);
  });

  it('the log is handed out as a ZIP that proves itself, to whoever asked for it, and the log says so (S9)', async () => {
    const ASK = `mutation ($input: ExportDecisionLogInput!) { exportDecisionLog(input: $input) { __typename ... on LogExport { id url entries until } ... on UserError { code } } }`;
    const ask = async (client: Client, input = {}) => (await client.mutate(ASK, { input })).exportDecisionLog;
    const fetched = (client: Client | null, url: string) =>
      fetch(env.url + url, { headers: client ? { authorization: `Bearer ${client.token}` } : {} });

    expect(await ask(neighbour)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await ask(auditor, { caseId: needs[0] })).toMatchObject({ __typename: 'NotFound' });
    const made = await ask(auditor);
    const again = await env.as(secretariat);
    expect([401, 404, 404]).toEqual([
      (await fetched(null, made.url)).status,
      (await fetched(neighbour, made.url)).status,
      (await fetched(again, made.url)).status,
    ]);
    expect((await fetched(auditor, '/decision-log/00000000-0000-7000-8000-000000000000.zip')).status).toBe(404);
    expect((await fetched(auditor, '/decision-log/anything')).status).toBe(404);

    const answer = await fetched(auditor, made.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="samanker-\d{4}-\d\d-\d\d\.zip"/);
    const zip = Buffer.from(await answer.arrayBuffer());
    expect(zip.length).toBe(Number(answer.headers.get('content-length')));
    const folder = mkdtempSync(join(tmpdir(), 'samanker-handed-out-'));
    try {
      await unzip(zip, folder);
      const { stdout } = await promisify(execFile)(process.execPath, ['verify.mjs'], { cwd: folder, env: {} });
      expect(stdout).toContain(`ok     ${made.entries + 1} entries of Agder`);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const { entries } = await log(auditor, { filter: { verb: 'exportDecisionLog' } });
    expect(entries).toMatchObject([{ subjectType: 'LogExport', subjectId: made.id, doneBy: 'PERSON' }]);

    await env.admin.query(
      `update decision_log set recorded_at = recorded_at - interval '1 hour' where region_id = $1 and subject_id = $2`,
      [regionId, made.id],
    );
    expect((await fetched(auditor, made.url)).status).toBe(404);
  });

  it('the whole log is checked by those who audit, and what a superuser did is named; it is not signed then', async () => {
    expect((await neighbour.query(CHECK)).verifyDecisionLog).toBeNull();
    const { entries } = await log(auditor, { first: 1 });
    expect((await auditor.query(CHECK)).verifyDecisionLog).toMatchObject({
      entries: entries[0].number,
      head: entries[0].hash,
      checkpoints: 2,
      brokenEntry: null,
      fault: null,
    });
    await needOf(contributor, 'Dørsensor');
    const [{ seq }] = await env.admin.query(`select max(seq) as seq from decision_log where region_id = $1`, [
      regionId,
    ]);
    await env.admin.query(
      `update decision_log set entry = replace(entry, 'registerNeed', 'withdrawNeed') where region_id = $1 and seq = $2`,
      [regionId, seq],
    );
    expect((await auditor.query(CHECK)).verifyDecisionLog).toMatchObject({
      entries: seq - 1,
      brokenEntry: seq,
      fault: 'CHANGED',
    });
    expect(await take(auditor)).toMatchObject({
      __typename: 'DecisionLogBroken',
      code: 'DECISION_LOG_BROKEN',
      brokenEntry: seq,
    });
  });
});
