import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aWorkbook } from '../builders/workbook';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportRunningCaseInput!) { result: importRunningCase(input: $input) { __typename
  ... on RunningCaseImport { dryRun caseId knownCaseTitle headingRow rowCount newParticipations undecided newDecisions newVolumes newNotes newChoices kept
    firstDecisionOn faultCount faults { cell message } unknownWordings { wording cell count } columns { letters heading meaning body itemName itemNumber }
    rows { rowNumber text organisationName suggestions { name organisationId } effects { kind standing cell title outcome on choice quantities text because } } }
  ... on RunningCaseHasFaults { faults { cell message } } ... on InvalidInput { fault } ... on UserError { code path message } } }`;
const CASE = `query ($id: UUID!) { procurementCase(id: $id) { title openedOn stage parts { id items { id } } }
  caseBoard(caseId: $id) { rows { participationId organisationName state choices { choice } steps { title state outcome decidedOn } theySay { on } note { text } } } }`;

const UGLY = [
  'Oversikt felles responssenter – oppdatert 18.11',
  '',
  'Nr\tKommune\tStatus\tDato\tDeltakelse\tAntall alarmer\tKontaktperson\tTlf\tSier de\tMerknad',
  '\tAust-Agder',
  '1\tRisør kommune\tVedtatt i KS, sak 87/16\t16.11.16\tja\t240\tKari Nordmann\t99 88 77 66\t\t=HYPERLINK("http://ond.example")',
  '2\tGRIMSTAD\tok\t\topsjon\tca. 1 200\t\t\ti mars\t',
  '3\tSogne\t?\t\t\t\t\t\t\t',
  '',
  '4\tBirkenes kommune\tFSK innstilt 8/11-16\t\t\t?\t\t\t14.12.2016\tringt 3 ganger',
  '\tSum\t\t\t\t1440',
].join('\n');

type Result = Record<string, any>;

describe('a case that runs in a spreadsheet already (R29)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-20T10:00+01:00', worker: false });
  });
  afterAll(() => env?.stop());

  async function aScene() {
    const regionId = await aRegion(env);
    const ids: Record<string, string> = {};
    for (const name of ['Kristiansand', 'Risør', 'Grimstad', 'Søgne', 'Birkenes'])
      ids[name] = await anOrganisation(env, regionId, { name });
    const coordinator = await aPerson(env, regionId, { organisationId: ids.Kristiansand! });
    const client = await env.as(coordinator);
    const run = async (more: object, by: Client = client): Promise<Result> =>
      (await by.mutate(IMPORT, { input: { table: UGLY, dryRun: true, ...more } })).result;
    return { regionId, ids, client, run };
  }

  const NEW_CASE = {
    title: 'Felles responssenter',
    decisionDeadline: '2017-03-31',
    firstYear: 2017,
    years: 2,
    parts: [{ title: 'Teknologi', items: [{ name: 'alarmer', unitCode: 'STK', cpvCode: '33195000' }] }],
  };
  const WORD = { because: 'Saken gikk i regneark.', evidence: 'Arkivsak 2016/55' };

  it('is told row by row, answered, taken over, and the same sheet again changes nothing', async () => {
    const { ids, run, client } = await aScene();
    const first = await run({});
    expect(first).toMatchObject({ __typename: 'RunningCaseImport', headingRow: 3, rowCount: 4, caseId: null });
    expect(first.columns.map(({ letters, meaning }: Result) => `${letters} ${meaning}`)).toEqual([
      'A IGNORED',
      'B MUNICIPALITY',
      'C STATUS',
      'D DECIDED_ON',
      'E CHOICE',
      'F QUANTITY',
      'G CONTACT_NAME',
      'H CONTACT_PHONE',
      'I SAYS_BY',
      'J COMMENT',
    ]);
    expect(first.faults).toEqual([{ cell: 'Ark1!B7', message: expect.stringContaining('«Sogne»') }]);
    expect(first.rows[2].suggestions).toEqual([{ name: 'Søgne', organisationId: ids.Søgne }]);

    const answered = { newCase: NEW_CASE, municipalities: [{ text: 'Sogne', organisationId: ids.Søgne }] };
    const dry = await run(answered);
    expect(dry).toMatchObject({
      faultCount: 0,
      newParticipations: 4,
      undecided: 3,
      newDecisions: 2,
      newVolumes: 2,
      newChoices: 2,
      newNotes: 6,
      firstDecisionOn: '2016-11-08',
    });
    expect(
      dry.rows[0].effects.map(({ kind, standing, cell, title, outcome, on }: Result) => [
        kind,
        standing,
        cell,
        title ?? outcome,
        on,
      ]),
    ).toEqual([
      ['PARTICIPATION', 'NEW', 'Ark1!B5', null, null],
      ['BODY', 'NEW', 'Ark1!B5', 'Kommunestyret', null],
      ['DECISION', 'NEW', 'Ark1!C5', 'Kommunestyret', '2016-11-16'],
      ['CHOICE', 'NEW', 'Ark1!E5', null, null],
      ['VOLUMES', 'NEW', 'Ark1!F5', null, null],
      ['NOTE', 'NEW', 'Ark1!J5', null, null],
      ['NOTE', 'NEW', 'Ark1!G5', null, null],
    ]);
    expect((await client.query('{ procurementCases { id } }')).procurementCases).toEqual([]);

    const done = await run({ ...answered, ...WORD, dryRun: false });
    expect(done).toMatchObject({ dryRun: false, caseId: expect.any(String), newDecisions: 2 });
    const { procurementCase, caseBoard } = await client.query(CASE, { id: done.caseId });
    expect(procurementCase).toMatchObject({ title: 'Felles responssenter', openedOn: '2016-11-08', stage: 'INVITED' });
    const row = (name: string): Result => caseBoard.rows.find((one: Result) => one.organisationName === name);
    expect(row('Risør')).toMatchObject({
      choices: [{ choice: 'FIRM' }],
      steps: [
        { state: 'NOT_REQUIRED' },
        { title: 'Kommunestyret', state: 'DECIDED', outcome: 'APPROVED', decidedOn: '2016-11-16' },
      ],
      note: { text: expect.stringMatching(/^Kontakt: Kari|^=HYPERLINK/) },
    });
    expect(row('Grimstad')).toMatchObject({ choices: [{ choice: 'OPTION' }], theySay: { on: '2017-03-31' } });
    expect(row('Birkenes').steps).toMatchObject([
      { state: 'NOT_REQUIRED' },
      { title: 'Formannskapet', state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2016-11-08' },
      { title: 'Kommunestyret', state: 'OPEN', outcome: null },
    ]);

    const acts = await env.admin.query(
      `select a.verb, a.because, a.evidence from act_on_behalf a join participation p on p.id = a.participation_id where p.case_id = $1 and p.organisation_id = $2 order by a.at, a.id`,
      [done.caseId, ids.Risør],
    );
    expect(acts).toHaveLength(3);
    expect(acts.at(-1)).toMatchObject({
      verb: 'importRunningCase',
      evidence: 'Arkivsak 2016/55',
      because: expect.stringMatching(/^Saken gikk i regneark\. \(limt inn, Ark1!C5, SHA-256 [0-9a-f]{64}\)$/),
    });
    const [{ logged }] = await env.admin.query(
      `select string_agg(entry, ' ') as logged from decision_log where entry::json ->> 'verb' = 'importRunningCase'`,
    );
    expect(logged).not.toMatch(/Kari|99 88|HYPERLINK|ringt/);

    const count = async (): Promise<unknown> =>
      env.admin.query(
        'select (select count(*) from decision_log) as log, (select count(*) from procurement_case) as cases, (select count(*) from note) as notes',
      );
    const before = await count();
    const again = await run({ ...answered, ...WORD, dryRun: false });
    expect(again).toMatchObject({
      caseId: done.caseId,
      knownCaseTitle: 'Felles responssenter',
      newParticipations: 0,
      newDecisions: 0,
      newVolumes: 0,
      newNotes: 0,
      newChoices: 0,
      kept: 0,
    });
    expect(await count()).toEqual(before);
  });

  it('takes in what is new in a later sheet, and never overwrites what the municipality has recorded', async () => {
    const { run, client } = await aScene();
    const table = (status: string) => `Kommune\tStatus\tDato\nRisør\t${status}\nGrimstad\tok\t10.11.2016`;
    const { caseId } = await run({
      newCase: NEW_CASE,
      ...WORD,
      dryRun: false,
      table: table('utsatt i kommunestyret\t9.11.16'),
    });
    const later = await run({ caseId, ...WORD, dryRun: false, table: table('vedtatt\t16.11.16') });
    expect(later).toMatchObject({ newDecisions: 1, kept: 0 });
    const otherwise = await run({ caseId, ...WORD, dryRun: false, table: table('nei\t17.11.16') });
    expect(otherwise).toMatchObject({ newDecisions: 0, kept: 1 });
    const { caseBoard } = await client.query(CASE, { id: caseId });
    const risor = caseBoard.rows.find((one: Result) => one.organisationName === 'Risør');
    expect(risor.steps.at(-1)).toMatchObject({ outcome: 'APPROVED', decidedOn: '2016-11-16' });
  });

  it('stores nothing of a sheet with faults, and says every cell', async () => {
    const { run, client } = await aScene();
    const table = 'Kommune\tStatus\tDato\nRisør\tvedtatt\t31.11.16\nRisør\tnesten\t\nAtlantis\tok\t1.11.16';
    const result = await run({ table, newCase: NEW_CASE, ...WORD, dryRun: false });
    expect(result).toMatchObject({ __typename: 'RunningCaseHasFaults', code: 'RUNNING_CASE_HAS_FAULTS' });
    expect(result.faults.map(({ cell }: Result) => cell)).toEqual(['Ark1!C2', 'Ark1!A3', 'Ark1!B3', 'Ark1!A4']);
    expect((await client.query('{ procurementCases { id } }')).procurementCases).toEqual([]);
  });

  it('reads a workbook; asks for evidence; makes no case without items; belongs to the coordinator', async () => {
    const { run, regionId, ids } = await aScene();
    const file = aWorkbook(
      [
        ['Kommune', 'Status', 'Dato'],
        ['Risør', 'ok', 42690],
      ],
      'Svar',
    ).toString('base64');
    const given = { table: null, file, fileName: 'svar.xlsx' };
    expect(await run({ ...given })).toMatchObject({
      newDecisions: 1,
      rows: [{ effects: expect.arrayContaining([expect.objectContaining({ cell: 'Svar!B2', on: '2016-11-16' })]) }],
    });
    expect(await run({ ...given, newCase: NEW_CASE, dryRun: false })).toMatchObject({
      fault: 'REQUIRED',
      path: ['input', 'because'],
    });
    expect(await run({ ...given, ...WORD, dryRun: false })).toMatchObject({
      fault: 'REQUIRED',
      path: ['input', 'newCase'],
    });
    expect(await run({ ...given, ...WORD, dryRun: false, newCase: { ...NEW_CASE, years: 99 } })).toMatchObject({
      path: ['input', 'newCase', 'years'],
    });
    expect(await run({ table: null, file: Buffer.from('PK nothing').toString('base64') })).toMatchObject({
      code: 'SHEET_NOT_ACCEPTED',
    });
    const reader = await env.as(await aPerson(env, regionId, { organisationId: ids.Risør!, roles: ['READER'] }));
    expect(await run({}, reader)).toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
