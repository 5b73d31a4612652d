import { execFile } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { KeptContent } from '@samanker/attachment';
import { exportLog, type ExportOptions } from '@samanker/audit';
import { dataSourceOf, Transactions } from '@samanker/database';
import { checkpointsIn, DecisionLog, keyIdOf, LogKeys, takeCheckpoint, verifyLog } from '@samanker/decision-log';
import type { DataSource } from 'typeorm';
import { aRegion } from '../builders/organisation';
import { testDatabase, type TestDatabase } from '../environment/database';
import { unzip } from '../environment/unzip';

const run = promisify(execFile);
const THING = '01900000-0000-7000-8000-000000000001';
const SECRET = 'b7c1f0d2a94e4e3f8a61b7c1f0d2a94e';
const CASE = '01900000-0000-7000-8000-0000000000c1';
const MINUTES = Buffer.from('%PDF-1.7 the minutes of the council');
const SHA = createHash('sha256').update(MINUTES).digest('hex');

describe('an export of the log proves or disproves itself on another machine (S9)', () => {
  const root = mkdtempSync(join(tmpdir(), 'samanker-export-'));
  const keys = new LogKeys({ LOG_SIGNING_KEY: SECRET });
  const strangers = new LogKeys({ LOG_SIGNING_KEY: 'q8Zx4nVt2LrPw6Kdq8Zx4nVt2LrPw6Kd' });
  const fingerprint = keyIdOf(createPublicKey(keys.signing()));
  let db: TestDatabase;
  let app: DataSource;
  let admin: DataSource;
  let transactions: Transactions;
  let folders = 0;

  beforeAll(async () => {
    db = await testDatabase();
    app = await dataSourceOf({ url: db.DATABASE_URL, applicationName: 'test', poolSize: 4 }).initialize();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    transactions = new Transactions(app);
    new DecisionLog(transactions);
  });
  afterAll(async () => {
    rmSync(root, { recursive: true, force: true });
    await app?.destroy();
    await admin?.destroy();
    await db?.drop();
  });

  /** Thirty entries with a checkpoint after ten and after twenty-five; entry 7 speaks of the minutes. */
  async function aLog(): Promise<{ region: string; mailed: string }> {
    const region = await aRegion({ admin });
    const write = (from: number, to: number): Promise<void> =>
      transactions.asService(region, 'test', async (work) => {
        for (let n = from; n <= to; n++)
          work.log({
            verb: 'doThing',
            subjectType: 'Thing',
            subjectId: THING,
            caseId: n % 2 ? CASE : null,
            after: n === 7 ? { attachmentSha256: SHA } : { n, text: 'vedtak æøå \u2028 "\\' },
          });
      });
    await write(1, 10);
    await checkpoint(region, keys);
    await write(11, 25);
    await checkpoint(region, keys);
    await write(26, 30);
    const [, second] = await transactions.asService(region, 'test', checkpointsIn);
    const mailed = join(root, `mailed-${++folders}.json`);
    writeFileSync(mailed, JSON.stringify(second));
    return { region, mailed };
  }

  const checkpoint = (region: string, signing: LogKeys) =>
    transactions.asService(region, 'test', (work) => takeCheckpoint(work, signing, false));
  const live = async (region: string) => {
    const { fault, checkpointFault } = await transactions.asService(region, 'test', (work) => verifyLog(work, keys));
    return fault ?? checkpointFault;
  };

  async function* contents(): AsyncGenerator<KeptContent> {
    yield {
      sha256: SHA,
      bytes: MINUTES.length,
      mediaType: 'application/pdf',
      open: async () => Readable.from([MINUTES]),
    };
  }

  async function exported(region: string, options: Partial<ExportOptions> = {}): Promise<string> {
    const zip = new PassThrough();
    const [content] = await Promise.all([
      buffer(zip),
      transactions.asService(region, 'test', (work) =>
        exportLog(work, zip, { keys, attachments: contents(), ...options }),
      ),
    ]);
    const folder = join(root, String(++folders));
    await unzip(content, folder);
    return folder;
  }

  /** A process of its own that has nothing but the folder. */
  async function verified(folder: string, ...words: string[]): Promise<{ code: number; said: string }> {
    return run(process.execPath, ['verify.mjs', ...words], { cwd: folder, env: {} }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
    );
  }

  const superuser = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) await admin.query(statement);
  };
  const headTo = (region: string, seq: number): string =>
    `update decision_log_head h set seq = ${seq}, hash = l.hash from decision_log l where h.region_id = '${region}' and l.region_id = '${region}' and l.seq = ${seq}`;
  /** Writes the chain anew from an entry on, every hash right, other words in it. */
  const rewrite = (region: string, from: number, change = `replace(r.entry, 'doThing', 'undoThing')`): string => `
    do $$ declare r record; h bytea; begin
      select hash into h from decision_log where region_id = '${region}' and seq = ${from - 1};
      for r in select seq, entry from decision_log where region_id = '${region}' and seq >= ${from} order by seq loop
        update decision_log set entry = ${change}, verb = 'undoThing', previous_hash = h, hash = sha256(h || int8send(r.seq) || convert_to(${change}, 'UTF8'))
          where region_id = '${region}' and seq = r.seq returning hash into h;
      end loop;
      update decision_log_head set hash = h where region_id = '${region}';
    end $$`;

  it('holds when nothing was touched, also against the key and a checkpoint from elsewhere', async () => {
    const { region, mailed } = await aLog();
    const folder = await exported(region);
    const { code, said } = await verified(folder, '--key', fingerprint, '--checkpoint', mailed);
    expect(said).toContain('ok     30 entries of Agder, 2 checkpoints, the last at entry 25, 1 attachments');
    expect(said).toContain('the entries after 25');
    expect(code).toBe(0);
    expect((await verified(folder)).said).toContain('no key from elsewhere');
    expect(await live(region)).toBeNull();
    expect(readFileSync(join(folder, 'verify.mjs'), 'utf8').split('\n').length).toBeLessThanOrEqual(301);
    expect(readFileSync(join(folder, 'verify.mjs'), 'utf8')).not.toMatch(/from '(?!node:)/);
  });

  it.each<[string, (region: string) => string[], RegExp, object]>([
    [
      'a byte of an entry',
      (r) => [
        `update decision_log set entry = replace(entry, '"n":12', '"n":13') where region_id = '${r}' and seq = 12`,
      ],
      /FAULT {2}entry 12 was changed/,
      { seq: 12, fault: 'CHANGED' },
    ],
    [
      'the last ten dropped, the head moved back',
      (r) => [`delete from decision_log where region_id = '${r}' and seq > 20`, headTo(r, 20)],
      /FAULT {2}entry 21 is missing: checkpoint 2 states 25 entries, here are 20/,
      { seq: 21, fault: 'TRUNCATED' },
    ],
    [
      'the chain rewritten from entry 15 with right hashes',
      (r) => [rewrite(r, 15)],
      /FAULT {2}entries 11 to 25 were rewritten: checkpoint 2/,
      { seq: 25, fault: 'REWRITTEN', since: 11 },
    ],
    [
      'two entries swapped',
      (r) => [
        `update decision_log set seq = -seq where region_id = '${r}' and seq in (8, 9)`,
        `update decision_log set seq = 17 + seq where region_id = '${r}' and seq < 0`,
      ],
      /FAULT {2}entry 8 does not follow/,
      { seq: 8, fault: 'BROKEN_LINK' },
    ],
    [
      'one removed in the middle',
      (r) => [`delete from decision_log where region_id = '${r}' and seq = 14`],
      /FAULT {2}entry 14 is missing/,
      { seq: 14, fault: 'MISSING_OR_MOVED' },
    ],
    [
      'one removed and the rest moved up',
      (r) => [
        `delete from decision_log where region_id = '${r}' and seq = 14`,
        `update decision_log set seq = -seq where region_id = '${r}' and seq > 14`,
        `update decision_log set seq = -seq - 1 where region_id = '${r}' and seq < 0`,
        headTo(r, 29),
      ],
      /FAULT {2}entry 14 does not follow/,
      { seq: 14, fault: 'BROKEN_LINK' },
    ],
    [
      'one put in between',
      (r) => [
        `update decision_log set seq = -seq where region_id = '${r}' and seq > 14`,
        `update decision_log set seq = -seq + 1 where region_id = '${r}' and seq < 0`,
        `insert into decision_log select region_id, 15, entry, previous_hash, hash, now(), subject_id, case_id, verb, organisation_id, at from decision_log where region_id = '${r}' and seq = 14`,
        headTo(r, 31),
      ],
      /FAULT {2}entry 15 does not follow/,
      { seq: 15, fault: 'BROKEN_LINK' },
    ],
    [
      'a checkpoint taken away',
      (r) => [`delete from decision_log_checkpoint where region_id = '${r}' and number = 1`],
      /FAULT {2}checkpoint 1 is missing/,
      { number: 1, fault: 'OUT_OF_ORDER' },
    ],
    [
      'a checkpoint changed',
      (r) => [
        `update decision_log_checkpoint set text = replace(text, '"seq":25', '"seq":24') where region_id = '${r}' and number = 2`,
      ],
      /FAULT {2}the signature of checkpoint 2 does not hold/,
      { number: 2, fault: 'SIGNATURE' },
    ],
  ])('finds what a superuser did: %s', async (_what, deeds, told, fault) => {
    const { region } = await aLog();
    await superuser(...deeds(region));
    const { code, said } = await verified(await exported(region));
    expect(said).toMatch(told);
    expect(code).toBe(1);
    expect(await live(region)).toEqual(fault);
  });

  it('a chain rewritten together with its checkpoints, signed with another key, is found by a key or a mail from elsewhere', async () => {
    const { region, mailed } = await aLog();
    await superuser(
      rewrite(region, 15),
      `delete from decision_log_checkpoint where region_id = '${region}'`,
      `delete from decision_log_key where region_id = '${region}'`,
    );
    await checkpoint(region, strangers);
    const folder = await exported(region, { keys: strangers });
    expect((await verified(folder)).code).toBe(0);
    for (const words of [
      ['--key', fingerprint],
      ['--checkpoint', mailed],
    ]) {
      const { code, said } = await verified(folder, ...words);
      expect(said).toMatch(/FAULT {2}checkpoint 1, up to entry 30, is signed with a key that is not believed/);
      expect(code).toBe(1);
    }
    expect((await verified(folder, '--checkpoint', mailed)).said).toMatch(
      /FAULT {2}entries 1 to 25 were rewritten: checkpoint 2/,
    );
    expect(await live(region)).toEqual({ number: 1, fault: 'UNKNOWN_KEY' });
  });

  it('the last entries dropped with every checkpoint of them: found by the one that was mailed', async () => {
    const { region, mailed } = await aLog();
    await superuser(
      `delete from decision_log where region_id = '${region}' and seq > 12`,
      headTo(region, 12),
      `delete from decision_log_checkpoint where region_id = '${region}' and number = 2`,
    );
    const folder = await exported(region);
    const { code, said } = await verified(folder, '--checkpoint', mailed);
    expect(said).toContain('FAULT  checkpoint 2 was sent out and is not in the export');
    expect(said).toContain('FAULT  entry 13 is missing: checkpoint 2 states 25 entries, here are 12');
    expect(code).toBe(1);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a replaced attachment',
      (f) => writeFileSync(join(f, 'attachments', SHA), 'other minutes'),
      new RegExp(`FAULT {2}attachments/${SHA} is not what it was: entry 7 speaks of it`),
    ],
    [
      'a removed attachment',
      (f) => rmSync(join(f, 'attachments', SHA)),
      new RegExp(`FAULT {2}attachment ${SHA}, of which entry 7 speaks, is missing`),
    ],
    [
      'another README',
      (f) => appendFileSync(join(f, 'README.txt'), 'Everything is fine.\n'),
      /FAULT {2}README.txt is not what was exported/,
    ],
    [
      'another key',
      (f) => writeFileSync(join(f, 'keys', `${fingerprint}.pem`), 'no key'),
      /FAULT {2}keys\/[0-9a-f]{64}.pem is not what was exported/,
    ],
    [
      'another verifier',
      (f) => appendFileSync(join(f, 'verify.mjs'), '\n'),
      /FAULT {2}verify.mjs is not what was exported/,
    ],
    [
      'a line of the log taken out',
      (f) => edit(f, 'log.jsonl', (lines) => lines.filter((_line, at) => at !== 18)),
      /FAULT {2}entry 19 is missing or stands in the wrong place: entry 20/,
    ],
    [
      'two lines of the log swapped',
      (f) => edit(f, 'log.jsonl', (lines) => lines.toSpliced(3, 2, lines[4]!, lines[3]!)),
      /FAULT {2}entry 4 is missing or stands in the wrong place: entry 5/,
    ],
    [
      'the last lines of the log cut off',
      (f) => edit(f, 'log.jsonl', (lines) => lines.slice(0, 28)),
      /FAULT {2}entry 29: the export had 30 entries, here are 28/,
    ],
    [
      'words of an entry taken out',
      (f) => edit(f, 'log.jsonl', (lines) => lines.map((line) => line.replace('"n\\":20', '"n\\":21'))),
      /FAULT {2}entry 20 was changed/,
    ],
    [
      'its list of files',
      (f) => edit(f, 'export.json', (lines) => lines.map((line) => line.replace('Agder', 'Anger'))),
      /FAULT {2}the signature of export.json does not hold/,
    ],
  ])('finds what was done to the export: %s', async (_what, deed, told) => {
    whole ??= await exported((await aLog()).region);
    const folder = join(root, String(++folders));
    cpSync(whole, folder, { recursive: true });
    deed(folder);
    const { code, said } = await verified(folder, '--key', fingerprint);
    expect(said).toMatch(told);
    expect(code).toBe(1);
  });
  let whole: string | null = null;

  it('an export of one case holds the words of its entries and the hashes of the others', async () => {
    const { region } = await aLog();
    const folder = await exported(region, { caseId: CASE });
    const { code, said } = await verified(folder, '--key', fingerprint);
    expect(code).toBe(0);
    expect(said).toContain('15 entries of one case; of 15 others only the hashes');
    edit(folder, 'log.jsonl', (lines) => lines.map((line) => line.replace('"n\\":11', '"n\\":99')));
    expect((await verified(folder)).said).toContain('FAULT  entry 11 was changed');
  });

  it('names nobody unless it is asked to, and an attachment that was lost before is told', async () => {
    const { region } = await aLog();
    async function* lost(): AsyncGenerator<KeptContent> {
      yield { sha256: SHA, bytes: 1, mediaType: 'application/pdf', open: () => Promise.reject(new Error('gone')) };
    }
    const folder = await exported(region, { attachments: lost() });
    expect((await verified(folder)).said).toContain(`entry 7 speaks, is missing (it was when the export was made)`);
    expect(() => readFileSync(join(folder, 'people.jsonl'))).toThrow();
    expect((await verified(await exported(region, { withPeople: true }))).code).toBe(0);
  });

  it('the console checks, signs and exports; a broken log is told by its exit code and never signed', async () => {
    const region = await aRegion({ admin }, { name: 'Setesdal' });
    await transactions.asService(region, 'test', async (work) => {
      for (let n = 0; n < 5; n++) work.log({ verb: 'doThing', subjectType: 'Thing', subjectId: THING });
    });
    const [{ slug }] = await admin.query('select slug from region where id = $1', [region]);
    const repository = join(__dirname, '../..');
    const program = (...words: string[]) =>
      run(process.execPath, [join(repository, 'dist/apps/console/src/main.js'), ...words], {
        cwd: repository,
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          DATABASE_URL: db.DATABASE_URL,
          SWEEPER_DATABASE_URL: db.SWEEPER_DATABASE_URL,
          LOG_SIGNING_KEY: SECRET,
          SAMANKER_DATA_DIR: root,
        },
      }).then(
        ({ stdout }) => ({ code: 0, said: stdout, complained: '' }),
        (error: { code: number; stdout: string; stderr: string }) => ({
          code: error.code,
          said: error.stdout,
          complained: error.stderr,
        }),
      );
    // What the tests above broke is broken: only this region's line counts.
    const signed = (await program('checkpoint')).said.split('\n').find((line) => line.includes('Setesdal'))!;
    const kept = join(root, 'kept.json');
    writeFileSync(kept, signed);
    const zip = join(root, 'console.zip');
    expect(await program('export-log', '--region', slug, '--to', zip)).toMatchObject({ code: 0, complained: '' });
    const folder = join(root, String(++folders));
    await unzip(readFileSync(zip), folder);
    const { code, said } = await verified(folder, '--checkpoint', kept, '--key', fingerprint);
    expect(said).toContain('ok     5 entries of Setesdal, 1 checkpoints, the last at entry 5');
    expect(code).toBe(0);
    await admin.query(
      `update decision_log set entry = replace(entry, 'doThing', 'undo') where region_id = $1 and seq = 3`,
      [region],
    );
    const check = await program('verify-log');
    expect(check).toMatchObject({ code: 1, said: expect.stringContaining('Setesdal: BROKEN at entry 3 (CHANGED)') });
    expect(await program('export-log', '--region', 'nowhere', '--to', zip)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('There is no region "nowhere"'),
    });
  });

  function edit(folder: string, name: string, change: (lines: string[]) => string[]): void {
    const path = join(folder, name);
    writeFileSync(path, `${change(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
  }
});
