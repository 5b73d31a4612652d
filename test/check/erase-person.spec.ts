import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Transactions } from '@samanker/database';
import { verifyLog } from '@samanker/decision-log';
import { personalData, PersonEraser } from '@samanker/privacy';
import { exportLogTo } from '../../apps/console/src/export-log';
import { gdpr } from '../../apps/console/src/gdpr';
import { aMemorablePerson, tablesWithout, type Memorable } from '../builders/memorable-person';
import { findEverywhere } from '../environment/find-everywhere';
import { fingerprint } from '../environment/fingerprint';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { unzip } from '../environment/unzip';

/** Columns that the register keeps, as the search names them. */
const KEPT = personalData.flatMap(({ table, columns }) =>
  columns.filter(({ erasure }) => erasure === 'KEEP').map(({ column }) => `public.${table}.${column}`),
);

describe('a person asks what is held, and is erased (S12)', () => {
  let env: SamankerUnderTest;
  let kari: Memorable;
  let folder: string;
  let before: NodeJS.ProcessEnv;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
    kari = await aMemorablePerson(env);
    await env.drain();
    // The sweep has found its needs unlike meanwhile; here it waits for its second person.
    await env.admin.query(`update merge_proposal set state = 'PROPOSED' where id = $1`, [kari.world.ids.proposalId]);
    folder = await mkdtemp(join(tmpdir(), 'samanker-gdpr-'));
    before = process.env;
    const { DATABASE_URL, SWEEPER_DATABASE_URL } = env.db;
    const ATTACHMENT_STORE = `file:${dirname(env.attachmentStore.staging)}`;
    process.env = { ...before, DATABASE_URL, SWEEPER_DATABASE_URL, ATTACHMENT_STORE };
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await rm(folder, { recursive: true, force: true });
    await env?.stop();
  });

  /** Everything that an export of the log holds, with the people behind the commitments, as one text. */
  async function exportedLog(name: string): Promise<string> {
    const to = join(folder, `${name}.zip`);
    const [{ slug }] = await env.admin.query('select slug from region where id = $1', [kari.regionId]);
    const spy = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await exportLogTo(['--region', slug, '--to', to, '--with-people'])).toBe(0);
    spy.mockRestore();
    const names = await unzip(await readFile(to), join(folder, name));
    const texts = await Promise.all(names.map((one) => readFile(join(folder, name, one), 'latin1')));
    return [...names, ...texts].join('\n');
  }

  /** Runs the command; its exit code and what it said. */
  async function console_(...args: string[]): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    try {
      return { code: await gdpr(args), said: said.join('') };
    } finally {
      spy.mockRestore();
    }
  }
  const needles = (): string[] => [kari.name, kari.email, kari.phone, '98765432', kari.personId];
  const mailsTo = async (): Promise<number> => (await env.mailbox.list({ to: kari.email })).messages.length;
  const regions = (): string[] => [kari.regionId, kari.elsewhere.regionId];

  it('has done everything there is to do: no table of the register is without the person', async () => {
    expect(kari.did.length).toBeGreaterThan(20);
    expect(await tablesWithout(env, kari.known)).toEqual([]);
    for (const needle of needles().filter((one) => one !== '98765432'))
      expect(Object.keys(await findEverywhere(env.admin, needle)).length).toBeGreaterThan(0);
    expect(await mailsTo()).toBeGreaterThan(0);
  });

  it('the log names nobody while the person is still there (R32)', async () => {
    for (const needle of needles())
      expect(await findEverywhere(env.admin, needle)).not.toHaveProperty(['public.decision_log.entry']);
  });

  it('an export of the log with the people behind it knows the person still', async () => {
    expect(await exportedLog('before')).toContain(kari.name);
  });

  it('export: everything of every table and region, in Norwegian, with what was uploaded', async () => {
    const to = join(folder, 'kari.json');
    expect(await console_('export', '--person', kari.email.toUpperCase(), '--to', to)).toMatchObject({ code: 0 });
    const told = JSON.parse(await readFile(to, 'utf8'));
    expect(told.Felles.Person).toEqual([expect.objectContaining({ Navn: kari.name, 'E-postadresse': kari.email })]);
    expect(Object.keys(told.Regioner)).toEqual(['Agder', 'Telemark']);
    const labels = personalData.map(({ label }) => label);
    const given = [told.Felles, ...Object.values(told.Regioner), told['Under behandling i tjenesten']].flatMap((one) =>
      Object.keys(one as object),
    );
    const withOwnRows = personalData
      .filter(({ columns, own }) => own || columns.some(({ holds }) => holds === 'ID'))
      .map(({ label }) => label);
    expect(withOwnRows.filter((label) => labels.includes(label) && !given.includes(label))).toEqual([]);
    const { Agder } = told.Regioner;
    const verbs = Agder['Beslutningslogg: utført av personen'].map((row: any) => row.Innførsel.verb);
    expect(verbs).toEqual(expect.arrayContaining(['decideAnchoringStep', 'recordPowerOfAttorney']));
    expect(Agder['Omtale i fritekst'].map((row: any) => row.Hvor)).toEqual(
      expect.arrayContaining(['Behov: Problem', 'Deltakelse: Lokal leder', 'Fullmakter: Underskrevet av']),
    );
    expect(JSON.stringify(told)).not.toMatch(/salt"|token_hash|Salt/);
    const zip = join(folder, 'kari.zip');
    expect((await console_('export', '--person', kari.personId, '--to', zip)).said).toContain('1 uploaded file');
    const names = await unzip(await readFile(zip), join(folder, 'kari'));
    expect(names).toEqual(['LES-MEG.txt', 'person.json', expect.stringMatching(/^filer\/1 Vedtak.*\.pdf$/)]);
    expect(JSON.parse(await readFile(join(folder, 'kari', 'person.json'), 'utf8')).Felles).toEqual(told.Felles);
    expect(await readFile(join(folder, 'kari', names[2]!), 'utf8')).toMatch(/^%PDF-1\.4/);
    expect((await stat(zip)).mode & 0o077).toBe(0);
  });

  it('refuses while nobody would be left, and says what; nothing has changed', async () => {
    const stood = await fingerprint(env.admin);
    const { code, said } = await console_('erase', '--person', kari.email);
    expect(code).toBe(1);
    expect(said).toMatch(/Telemark: the last COORDINATOR of Kommune/);
    expect(said).toMatch(/has accepted merge proposal/);
    expect(said).toMatch(/has proposed to freeze the participants/);
    expect((await console_('erase', '--person', kari.email, '--replace-by', kari.email)).code).toBe(1);
    expect((await console_('erase', '--person', 'nobody@example.org')).code).toBe(1);
    expect(await fingerprint(env.admin)).toEqual(stood);
  });

  it('a dry run tells what would be done, per table, and does nothing', async () => {
    const stood = await fingerprint(env.admin);
    const sessions = await env.admin.query('select * from session order by token_hash');
    const { code, said } = await console_(
      'erase',
      '--person',
      kari.email,
      '--replace-by',
      kari.successor.email,
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(said).toMatch(/rows deleted +\d+ {2}role/);
    expect(said).toMatch(/rows made nobody’s +\d+ {2}decision/);
    expect(said).toMatch(/texts without the name +\d+ {2}need\.problem/);
    expect(said).toMatch(/kept \(docs\/privacy\.md\) +1 {2}power_of_attorney\.signatory/);
    expect(await fingerprint(env.admin)).toEqual(stood);
    expect(await env.admin.query('select * from session order by token_hash')).toEqual(sessions);
  });

  it('broken off after a region, it is begun again with the same words and finishes', async () => {
    const transactions = env.api.get(Transactions, { strict: false });
    const eraser = new PersonEraser(transactions, env.worker.context.sweeper);
    const order = { who: kari.email, replaceBy: kari.successor.email, dryRun: false };
    const cut = eraser.erase({
      ...order,
      onRegion: () => {
        throw new Error('power cut');
      },
    });
    await expect(cut).rejects.toThrow('power cut');
    expect(await env.admin.query('select name from person where id = $1', [kari.personId])).toEqual([
      { name: kari.name },
    ]);
    const { code, said } = await console_('erase', '--person', kari.email, '--replace-by', kari.successor.email);
    expect(said).toContain('Erased.');
    expect(code).toBe(0);
    expect((await console_('erase', '--person', kari.email)).said).toContain('Nobody has this address');
  });

  it('is found nowhere but where the register says why: database, queue, outbox; id and address nowhere at all', async () => {
    await env.drain();
    for (const needle of [kari.personId, kari.email]) expect(await findEverywhere(env.admin, needle)).toEqual({});
    for (const needle of [kari.name, kari.phone, '98765432', '987 65 432']) {
      const places = Object.keys(await findEverywhere(env.admin, needle));
      expect(places.filter((place) => !KEPT.includes(place))).toEqual([]);
      expect(places).not.toContain('public.decision_log.entry');
    }
    // Canary: the search finds what stands there.
    expect(await findEverywhere(env.admin, 'slettet PERSON')).toHaveProperty(['public.need.problem']);
    expect(Object.keys(await findEverywhere(env.admin, kari.name))).toContain('public.power_of_attorney.signatory');
  });

  it('the chain of every region verifies, no entry can be tied to the person, and the erasure is told without a name', async () => {
    const transactions = env.api.get(Transactions, { strict: false });
    for (const region of regions()) {
      const { entries, fault } = await transactions.asService(region, 'test', (work) => verifyLog(work));
      expect({ fault, some: entries > 0 }).toEqual({ fault: null, some: true });
      const [{ by, entry }] = (
        await env.admin.query(
          `select entry::json->>'by' as by, entry from decision_log where region_id = $1 and verb = 'erasePerson'`,
          [region],
        )
      ).slice(-1);
      expect(by).toBeNull();
      expect(JSON.parse(entry).after.deleted.role).toBeGreaterThan(0);
    }
    expect(
      await env.admin.query('select 1 from decision_log_commitment where person_id = $1', [kari.personId]),
    ).toEqual([]);
  });

  it('no export of the log names the person any more, not even one with the people behind it', async () => {
    const exported = await exportedLog('after');
    expect(exported).toContain('erasePerson');
    expect(needles().filter((needle) => exported.includes(needle))).toEqual([]);
  });

  it('two different people are still two: what was agreed is tied to a row without a name', async () => {
    const rows = await env.admin.query(
      `select p.name, p.email from decision d join person p on p.id = d.recorded_by where p.email like '%@slettet.invalid'`,
    );
    expect(rows[0]).toMatchObject({ name: 'Slettet person', email: expect.stringMatching(/@slettet\.invalid$/) });
  });

  it('the successor holds what nobody else held; what waited for a second person is withdrawn', async () => {
    expect(
      await env.admin.query(`select kind from role where region_id = $1 and person_id = $2 and active`, [
        kari.elsewhere.regionId,
        kari.successor.personId,
      ]),
    ).toEqual([{ kind: 'COORDINATOR' }]);
    const { proposalId } = kari.world.ids;
    expect(await env.admin.query('select terms from merge_proposal where id = $1', [proposalId])).toEqual([
      { terms: null },
    ]);
    expect(await env.admin.query(`select 1 from joint_tender where state = 'PROPOSED'`)).toEqual([]);
  });

  it('the session is over, and no mail goes to the person any more; others are reminded instead', async () => {
    expect((await kari.client.ask('{ me { name } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const [{ waiting }] = await env.admin.query(
      `select count(*)::int as waiting from reminder where occasion = 'planted'`,
    );
    expect(waiting).toBe(0);
    const had = await mailsTo();
    for (const day of ['17', '18', '21', '22', '23']) {
      await env.setClock(`2016-11-${day}T10:00+01:00`);
      await env.drain();
    }
    expect(await mailsTo()).toBe(had);
    const to = join(folder, 'again.json');
    expect((await console_('export', '--person', kari.personId, '--to', to)).code).toBe(1);
    await expect(readFile(to)).rejects.toThrow('ENOENT');
  }, 60_000);
});
