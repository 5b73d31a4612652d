import { readWorkbook } from '@samanker/attachment';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { anAnchoredParticipation, type BuiltParticipation } from '../builders/participation';
import { aLine } from '../builders/volume';
import { aWorkbook, aZip, workbookParts } from '../builders/workbook';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportVolumesInput!) { importVolumes(input: $input) { __typename
  ... on VolumeImport { dryRun quantities changes { cell itemId itemName year quantity before after } faultCount faults { cell message } }
  ... on WorkbookHasFaults { faults { cell message } } ... on UserError { code message path } } }`;
const SHEET = `query ($id: UUID!) { volumeSheet(participationId: $id) { declaredAt lines { itemId year expected maximum unitPrice origin } drafts { itemId year expected maximum unitPrice origin } } }`;

describe('the volume sheet by Excel (U7)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-02-10T09:00+01:00' });
  });
  afterAll(() => env.stop());

  const download = (client: Client | null, path: string): Promise<Response> =>
    fetch(`${env.url}/volumes/${path}`, { headers: client ? { authorization: `Bearer ${client.token}` } : {} });
  const importFile = async (client: Client, { participationId }: BuiltParticipation, file: Buffer, more = {}) =>
    (
      await client.mutate(IMPORT, {
        input: { participationId, file: file.toString('base64'), dryRun: false, ...more },
      })
    ).importVolumes;
  const sheetOf = async (client: Client, { participationId }: BuiltParticipation) =>
    (await client.query(SHEET, { id: participationId })).volumeSheet;

  const cellsOf = async (answer: Response): Promise<unknown[]> => {
    const read = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
    return typeof read === 'string' ? [read] : read[0]!.rows.flat();
  };

  /** The file as somebody gives it back: changed in some cells, and saved by another program. */
  async function filledIn(file: Buffer, change: (rows: (string | number | null)[][]) => void = () => undefined) {
    const read = await readWorkbook(file);
    if (typeof read === 'string') throw new Error(read);
    const rows = read[0]!.rows.map((row, down) =>
      row.map((cell) => (down > 0 && /^\d+(\.\d+)?$/.test(String(cell)) ? Number(cell) : (cell as string | null))),
    );
    change(rows);
    return aWorkbook(rows, read[0]!.name);
  }

  it('comes down, is filled in, told in a dry run, taken over, and the same file again changes nothing', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Lillesand' });
    const client = await env.as(built.person);
    const alarm = built.case.parts[0]!.itemIds[0]!;
    await aLine(env, built, { itemId: alarm, expected: '240.5', unitPrice: '2400.50' });
    await aLine(env, built, { itemId: alarm, year: 2018, expected: '20', origin: 'MODELLED' });

    const answer = await download(client, `${built.participationId}.xlsx`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringMatching(/^attachment; filename="Volum Lillesand .*\.xlsx"/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'private, no-store',
    });
    const file = Buffer.from(await answer.arrayBuffer());
    // As it is, and as another program saves it.
    for (const untouched of [file, await filledIn(file)])
      expect(await importFile(client, built, untouched)).toMatchObject({ quantities: 2, changes: [], faultCount: 0 });
    expect(await sheetOf(client, built)).toMatchObject({ drafts: [], declaredAt: null });

    const filled = await filledIn(file, (rows) => {
      rows[1]![4] = 300.25;
      rows[2]![4] = '1 400,5';
      rows[1]![5] = null;
    });
    const changes = [
      { cell: 'Volum!E2', itemId: alarm, year: 2017, quantity: 'EXPECTED', before: '240.5', after: '300.25' },
      { cell: 'Volum!F2', itemId: alarm, year: 2018, quantity: 'EXPECTED', before: '20', after: '0' },
      { cell: 'Volum!E3', itemId: alarm, year: 2017, quantity: 'MAXIMUM', before: null, after: '1400.5' },
    ].map((change) => expect.objectContaining(change));
    expect(await importFile(client, built, filled, { dryRun: true })).toMatchObject({ dryRun: true, changes });
    expect(await sheetOf(client, built)).toMatchObject({ drafts: [] });

    expect(await importFile(client, built, filled)).toMatchObject({ dryRun: false, changes });
    expect(await sheetOf(client, built)).toMatchObject({
      declaredAt: null,
      lines: [{ expected: '240.5' }, { expected: '20' }],
      drafts: [
        { year: 2017, expected: '300.25', maximum: '1400.5', unitPrice: '2400.50', origin: 'DECLARED' },
        { year: 2018, expected: '0', origin: 'DECLARED' },
      ],
    });
    expect(await importFile(client, built, filled)).toMatchObject({ changes: [] });
    // What is saved is in the next download of its own people, and of nobody else's (R28).
    const own = await download(client, `${built.participationId}.xlsx?language=en`);
    const ownCells = await cellsOf(own);
    expect(ownCells).toEqual(expect.arrayContaining(['Expected', '300.25', '1400.5']));
    expect(ownCells).not.toContain('240.5');
    const { regionId } = built.case;
    const organisationId = await anOrganisation(env, regionId, { name: 'Grimstad' });
    const neighbour = await aPerson(env, regionId, { organisationId });
    const seen = await download(await env.as(neighbour), `${built.participationId}.xlsx`);
    const seenCells = await cellsOf(seen);
    expect(seenCells).toContain('240.5');
    expect(seenCells).not.toContain('300.25');

    expect(await importFile(client, built, filled, { declare: true })).toMatchObject({ changes: [] });
    expect(await sheetOf(client, built)).toMatchObject({
      declaredAt: expect.any(String),
      lines: [{ expected: '300.25' }, { expected: '0' }],
      drafts: [],
    });
    // The dry run and the files that changed nothing left no trace; what was saved and what was declared did.
    const log = await env.admin.query(
      `select entry::json -> 'after' ->> 'declare' as declare from decision_log where subject_id = $1 and entry::json ->> 'verb' = 'importVolumes'`,
      [built.participationId],
    );
    expect(log.map(({ declare }: { declare: string }) => declare).sort()).toEqual(['false', 'true']);
  });

  it('what cannot be taken over is told by cell, and nothing is stored', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Risør' });
    const client = await env.as(built.person);
    const file = Buffer.from(await (await download(client, `${built.participationId}.xlsx`)).arrayBuffer());
    const wrong = await filledIn(file, (rows) => {
      rows[1]![4] = 'mange';
      rows[1]![5] = -4;
      rows[2]![5] = 7;
      rows[3]![4] = 9;
      rows[4]![4] = 3;
    });
    const faults = [
      { cell: 'Volum!E2', message: 'Cellen er ikke et tall. Skriv for eksempel 1 234,5.' },
      { cell: 'Volum!F2', message: 'Tallet kan ikke være negativt.' },
      { cell: 'Volum!E5', message: 'Største mengde er mindre enn forventet mengde. Øk den, eller la feltet stå tomt.' },
    ];
    expect(await importFile(client, built, wrong, { dryRun: true })).toMatchObject({ faultCount: 3, faults });
    expect(await importFile(client, built, wrong)).toMatchObject({ code: 'WORKBOOK_HAS_FAULTS', faults });
    expect(await sheetOf(client, built)).toMatchObject({ drafts: [], lines: [] });
  });

  it('files that are none, too large when unpacked, with macros or of another participation are refused', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Tvedestrand' });
    const client = await env.as(built.person);
    const refusal = { code: 'WORKBOOK_NOT_ACCEPTED', path: ['input', 'file'] };
    const parts = workbookParts([['2017']]);
    const say = async (file: Buffer) => importFile(client, built, file, { dryRun: true });
    expect(await say(Buffer.from('Vare;2017'))).toMatchObject({
      ...refusal,
      message: expect.stringContaining('.xlsx'),
    });
    const bomb = aZip({ ...parts, 'xl/a.xml': Buffer.alloc(20 * 1024 * 1024) });
    expect(await say(bomb)).toMatchObject({ ...refusal, message: expect.stringContaining('for stor') });
    expect(await say(aZip({ ...parts, 'xl/vbaProject.bin': '' }))).toMatchObject({
      message: expect.stringContaining('makroer'),
    });
    expect(await say(aWorkbook([['2017', 'samanker:00000000-0000-7000-8000-000000000000']]))).toMatchObject({
      message: expect.stringContaining('annen kommune'),
    });
    expect(await say(aWorkbook([['2017']]))).toMatchObject({ message: expect.stringContaining('ikke laget her') });
  });

  it('nobody outside gets a document, and nothing tells that there is one', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Vegårshei' });
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId);
    const stranger = await env.as(await aPerson(env, regionId, { organisationId }));
    expect((await download(null, `${built.participationId}.xlsx`)).status).toBe(401);
    const foreign = await download(stranger, `${built.participationId}.xlsx`);
    const nothing = await download(stranger, '00000000-0000-7000-8000-000000000000.xlsx');
    expect([foreign.status, nothing.status]).toEqual([404, 404]);
    const told = async (answer: Response) => ({ ...((await answer.json()) as object), requestId: '' });
    expect(await told(foreign)).toEqual(await told(nothing));
    for (const path of [`${built.participationId}.exe`, 'x.xlsx', `${built.participationId}`])
      expect((await download(stranger, path)).status).toBe(404);
    expect(await importFile(stranger, built, aWorkbook([['2017']]), { dryRun: true })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
