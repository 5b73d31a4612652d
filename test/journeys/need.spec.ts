import { aNeed } from '../builders/need';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REGISTER = `mutation ($input: RegisterNeedInput!) { registerNeed(input: $input) {
  __typename ... on Need { id state title quantity unitCode cpvCodes wantedFrom wantedTo yearlyValue version organisationName declaredAt figuresOrigin }
  ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const CHANGE = `mutation ($input: ChangeNeedInput!) { changeNeed(input: $input) {
  __typename ... on Need { id title version state } ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const move = (
  verb: string,
) => `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) {
  __typename ... on Need { id state version } ... on UserError { code message path } } }`;

const fields = (over: Record<string, unknown> = {}) => ({
  title: 'Trygghetsalarm til hjemmeboende',
  problem: 'Analoge alarmer slutter å virke når telenettet legges om.',
  cpvCodes: ['33195000'],
  quantity: '120',
  unitCode: 'STK',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
  ...over,
});

describe('an organisation registers its needs', () => {
  let env: SamankerUnderTest;
  let region: string;
  let risør: string;
  let own: Client;
  let reader: Client;
  let neighbour: Client;
  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: '2016-01-11T10:00+01:00' });
    region = await aRegion(env);
    risør = await anOrganisation(env, region, { name: 'Risør' });
    const åmli = await anOrganisation(env, region, { name: 'Åmli', language: 'NN' });
    own = await env.as(await aPerson(env, region, { organisationId: risør, roles: ['CONTRIBUTOR'] }));
    reader = await env.as(await aPerson(env, region, { organisationId: risør, roles: ['READER'] }));
    neighbour = await env.as(
      await aPerson(env, region, { organisationId: åmli, roles: ['COORDINATOR'], language: 'NN' }),
    );
  });
  afterAll(() => env.stop());

  const register = async (client: Client, input: Record<string, unknown>) =>
    (await client.mutate(REGISTER, { input })).registerNeed;
  const carry = async (client: Client, verb: string, needId: string, version = 1) =>
    (await client.mutate(move(verb), { input: { needId, version } }))[verb];
  const rows = async (sql: string, ...parameters: unknown[]) => env.admin.query(sql, parameters);

  it('declared at once: seen by the region, with its codes as written in the lists (R15, R28)', async () => {
    const need = await register(own, {
      fields: fields({
        unitCode: 'stykk',
        cpvCodes: ['33195000-3', '35121700'],
        yearlyValue: { amount: '99000.50', vat: 'EXCLUDED' },
      }),
    });
    expect(need).toMatchObject({
      __typename: 'Need',
      state: 'DECLARED',
      quantity: '120',
      unitCode: 'STK',
      cpvCodes: ['33195000', '35121700'],
      yearlyValue: '99000.50',
      version: 1,
      organisationName: 'Risør',
      figuresOrigin: 'REAL',
    });
    expect(need.declaredAt).toMatch(/^2016-01-11T09:0/);
    expect((await neighbour.query(`{ need(id: "${need.id}") { title } }`)).need).toEqual({ title: need.title });
    const [event] = await rows(`select name, payload from outbox_event where payload ->> 'needId' = $1`, need.id);
    expect(event).toEqual({ name: 'NeedDeclared', payload: { needId: need.id } });
    const [entry] = await rows(`select entry from decision_log where subject_id = $1`, need.id);
    expect(JSON.parse(entry.entry)).toMatchObject({
      verb: 'registerNeed',
      for: risør,
      before: null,
      after: { state: 'DECLARED', quantity: '120' },
    });
  });

  it('as a draft only its own organisation sees it, and nobody looks for overlaps (R28)', async () => {
    const draft = await register(own, { fields: fields({ cpvCodes: [] }), draft: true });
    expect(draft).toMatchObject({ state: 'DRAFT', declaredAt: null });
    expect((await neighbour.query(`{ need(id: "${draft.id}") { title } needs { id } }`)).need).toBeNull();
    expect((await neighbour.query('{ needs(filter: { state: DRAFT }) { id } }')).needs).toEqual([]);
    expect((await reader.query('{ needs(filter: { state: DRAFT }) { id } }')).needs).toEqual([{ id: draft.id }]);
    expect(await rows(`select 1 from outbox_event where payload ->> 'needId' = $1`, draft.id)).toEqual([]);

    expect(await carry(own, 'declareNeed', draft.id)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['need', 'cpvCodes'],
    });
    const changed = (await own.mutate(CHANGE, { input: { needId: draft.id, version: 1, fields: fields() } }))
      .changeNeed;
    expect(changed).toMatchObject({ version: 2, state: 'DRAFT' });
    expect(await carry(own, 'declareNeed', draft.id, 1)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await carry(own, 'declareNeed', draft.id, 2)).toMatchObject({ state: 'DECLARED' });
    expect(await carry(own, 'declareNeed', draft.id, 2)).toMatchObject({ state: 'DECLARED' });
    expect(await rows(`select name from outbox_event where payload ->> 'needId' = $1`, draft.id)).toEqual([
      { name: 'NeedDeclared' },
    ]);
  });

  it('a draft that is taken back stays unseen by others', async () => {
    const draft = await register(own, { fields: fields(), draft: true });
    expect(await carry(own, 'withdrawNeed', draft.id)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await neighbour.query(`{ need(id: "${draft.id}") { id } }`)).need).toBeNull();
    expect(await carry(neighbour, 'withdrawNeed', draft.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('only its own organisation changes it; a reader does not (R28, R29)', async () => {
    const need = await register(own, { fields: fields() });
    const input = { needId: need.id, version: 1, fields: fields({ title: 'Noe annet' }) };
    expect((await neighbour.mutate(CHANGE, { input })).changeNeed).toMatchObject({
      code: 'NOT_PERMITTED',
      message: expect.stringContaining('rolla di'),
    });
    expect((await reader.mutate(CHANGE, { input })).changeNeed).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await register(reader, { fields: fields() })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await own.mutate(CHANGE, { input })).changeNeed).toMatchObject({ title: 'Noe annet', version: 2 });
    expect((await own.mutate(CHANGE, { input })).changeNeed).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('two changes at once: one wins, the other is told (R8)', async () => {
    const need = await register(own, { fields: fields() });
    const change = async (title: string) =>
      (await own.mutate(CHANGE, { input: { needId: need.id, version: 1, fields: fields({ title }) } })).changeNeed;
    const answers = await Promise.all([change('Den ene'), change('Den andre')]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['ChangedMeanwhile', 'Need']);
  });

  it('a need in a case is changed no more, and says so', async () => {
    const caseId = (
      await rows(
        `insert into procurement_case (region_id, host_organisation_id, title, opened_on, decision_deadline, first_year, years)
        values ($1, $2, 'Sak', '2016-01-01', '2016-12-31', 2017, 4) returning id`,
        region,
        risør,
      )
    )[0].id;
    const id = await aNeed(env, region, risør, { state: 'IN_CASE', caseId });
    const { changeNeed } = await own.mutate(CHANGE, { input: { needId: id, version: 1, fields: fields() } });
    expect(changeNeed).toMatchObject({ code: 'NEED_NOT_OPEN', message: expect.stringContaining('fellesanskaffelse') });
    expect(await carry(own, 'markNeedSolvedInHouse', id)).toMatchObject({ code: 'NEED_NOT_OPEN' });
    expect((await own.query(`{ needs(filter: { caseId: "${caseId}" }) { id caseId } }`)).needs).toEqual([
      { id, caseId },
    ]);
  });

  it('solved in-house is a good end, once', async () => {
    const need = await register(own, { fields: fields() });
    expect(await carry(own, 'markNeedSolvedInHouse', need.id)).toMatchObject({ state: 'SOLVED_IN_HOUSE' });
    expect(await carry(own, 'markNeedSolvedInHouse', need.id)).toMatchObject({ state: 'SOLVED_IN_HOUSE' });
    expect(await carry(own, 'withdrawNeed', need.id)).toMatchObject({ code: 'NEED_NOT_OPEN' });
  });

  it('the same idempotency key registers one need; with other input it is refused', async () => {
    const input = { fields: fields({ title: 'Én gang' }), idempotencyKey: 'nøkkel-1' };
    const [a, b] = await Promise.all([register(own, input), register(own, input)]);
    expect(a.id).toBe(b.id);
    expect(await register(own, { ...input, fields: fields() })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown unit', { unitCode: 'favner' }, 'unitCode', 'UNKNOWN_UNIT'],
    ['a negative quantity', { quantity: '-3' }, 'quantity', 'NEGATIVE'],
    ['no quantity', { quantity: '0' }, 'quantity', 'NOT_POSITIVE'],
    ['an absurd quantity', { quantity: '1000000000000' }, 'quantity', 'TOO_LARGE'],
    ['five decimals', { quantity: '1.00001' }, 'quantity', 'TOO_MANY_DECIMALS'],
    ['a CPV code that does not exist', { cpvCodes: ['33195000', '99999999'] }, 'cpvCodes.1', 'UNKNOWN_CPV'],
    ['a CPV code twice', { cpvCodes: ['33195000', '33195000-3'] }, 'cpvCodes.1', 'DUPLICATE'],
    ['no CPV code', { cpvCodes: [] }, 'cpvCodes', 'REQUIRED'],
    ['an end before the start', { wantedTo: '2016-12-31' }, 'wantedTo', 'ENDS_BEFORE_START'],
    ['a period that has passed', { wantedFrom: '2014-01-01', wantedTo: '2015-12-31' }, 'wantedTo', 'DATE_PASSED'],
    [
      'money with three decimals',
      { yearlyValue: { amount: '100.125', vat: 'EXCLUDED' } },
      'yearlyValue.amount',
      'TOO_MANY_DECIMALS',
    ],
    [
      'money with VAT',
      { currentYearlyCost: { amount: '100', vat: 'INCLUDED' } },
      'currentYearlyCost.vat',
      'VAT_INCLUDED',
    ],
    ['no title', { title: '  ' }, 'title', 'REQUIRED'],
    ['a title that is too long', { title: 'å'.repeat(301) }, 'title', 'TOO_LONG'],
    ['1 MB of text', { problem: 'x'.repeat(1_000_000) }, 'problem', 'TOO_LONG'],
    ['a NUL', { problem: 'a\u0000b' }, 'problem', 'ILLEGAL_CHARACTER'],
    ['a lone surrogate', { title: 'a\ud800b' }, 'title', 'ILLEGAL_CHARACTER'],
    ['months out of range', { optionMonths: 121 }, 'optionMonths', 'TOO_LARGE'],
  ])('%s is a refusal that names the field, and nothing is stored', async (_, over, path, fault) => {
    const before = await rows('select count(*)::int as needs from need');
    expect(await register(own, { fields: fields(over) })).toMatchObject({
      __typename: 'InvalidInput',
      fault,
      path: ['input', 'fields', ...path.split('.')],
    });
    expect(await rows('select count(*)::int as needs from need')).toEqual(before);
  });

  it('data about a person is refused, in the language of the one who wrote it (R15)', async () => {
    const refusal = await register(neighbour, { fields: fields({ targetGroup: 'Gjeld 010170 12345' }) });
    expect(refusal).toMatchObject({
      code: 'PERSONAL_NUMBER_IN_TEXT',
      path: ['input', 'fields', 'targetGroup'],
      message: expect.stringContaining('einskildpersonar'),
    });
  });

  it.each([
    ['a date that does not exist', { wantedFrom: '2017-02-30' }, 'wantedFrom'],
    ['a quantity that is no text', { quantity: 120 }, 'quantity'],
    ['a number of months that is none', { optionMonths: 'to' }, 'optionMonths'],
  ])('%s is a 4xx that names the field', async (_, over, field) => {
    const answer = await own.ask(REGISTER, { input: { fields: fields(over) } });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: expect.stringContaining(field),
    });
  });

  it('pages through many, the newest first', async () => {
    const elsewhere = await anOrganisation(env, region, { name: 'Mange' });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift(await aNeed(env, region, elsewhere));
    const page = async (after: string | null) =>
      (
        await own.query(
          'query ($o: UUID, $after: UUID) { needs(filter: { organisationId: $o }, first: 2, after: $after) { id } }',
          { o: elsewhere, after },
        )
      ).needs.map(({ id }: { id: string }) => id);
    expect([await page(null), await page(ids[1]!), await page(ids[3]!), await page(ids[4]!)]).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
      [],
    ]);
  });

  it('another region sees and touches nothing of it (R30)', async () => {
    const other = await aRegion(env);
    const stranger = await env.as(
      await aPerson(env, other, { organisationId: await anOrganisation(env, other), roles: ['COORDINATOR'] }),
    );
    const need = await register(own, { fields: fields() });
    expect(await stranger.query(`{ needs { id } need(id: "${need.id}") { id } }`)).toEqual({ needs: [], need: null });
    expect(await carry(stranger, 'withdrawNeed', need.id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('CPV codes and units are looked up', () => {
  let env: SamankerUnderTest;
  let client: Client;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    client = await env.as(await aPerson(env, await aRegion(env)));
  });
  afterAll(() => env.stop());

  it('by the beginning of the code, by words, and by words that look alike', async () => {
    const search = async (text: string) =>
      (await client.query('query ($s: String!) { cpvCodes(search: $s, first: 5) { code nameNb level } }', { s: text }))
        .cpvCodes;
    expect((await search('33195000-3'))[0]).toEqual({
      code: '33195000',
      nameNb: 'Pasientovervåkningssystem',
      level: 5,
    });
    expect((await search('3319')).map(({ code }: { code: string }) => code)).toContain('33190000');
    expect((await search('alarmsystem')).map(({ code }: { code: string }) => code)).toContain('35121700');
    expect((await search('pasientovervaking')).map(({ code }: { code: string }) => code)).toContain('33195000');
    expect(await search('%')).toEqual([]);
    const { units } = await client.query('{ units { code nameNn dimension } }');
    expect(units).toContainEqual({ code: 'BRUKER', nameNn: 'brukar', dimension: 'USER' });
  });
});
