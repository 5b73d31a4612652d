import { aPerson, anOrganisation } from '../builders/organisation';
import { aParticipation, anAnchoredParticipation, type BuiltParticipation } from '../builders/participation';
import { aCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const SHEET = `participationId declaredAt actsOnBehalf { verb because evidence } lines { itemId year expected maximum unitPrice origin commitment expectedValue maximumValue }
  drafts { itemId year expected maximum origin }`;
const DECLARE = `mutation ($input: DeclareVolumesInput!) { declareVolumes(input: $input) { __typename ... on VolumeSheet { ${SHEET} }
  ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const VALUES = 'values { commitment expectedValue maximumValue unpricedLines }';
const TOTALS = `query ($id: UUID!) { volumeTotals(caseId: $id) { aggregatedAt items { itemId year commitment expected maximum expectedValue lines unpricedLines }
  parts { partId ${VALUES} } years { year ${VALUES} } ${VALUES} municipalities { organisationName lines ${VALUES} } lines { expectedValue maximumValue commitment } } }`;

describe('volumes', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-02-10T09:00+01:00' });
  });
  afterAll(() => env.stop());

  const declare = async (
    client: Client,
    { participationId }: BuiltParticipation,
    cells: Record<string, unknown>[],
    more: Record<string, unknown> = {},
  ) => (await client.mutate(DECLARE, { input: { participationId, cells, ...more } })).declareVolumes;
  const totals = async (client: Client, caseId: string) => (await client.query(TOTALS, { id: caseId })).volumeTotals;
  const alarmOf = ({ case: { parts } }: BuiltParticipation): string => parts[0]!.itemIds[0]!;

  it('are declared by one municipality, fulfil what was awaited, and add up the same before and after the worker', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Lillesand', choices: ['FIRM', 'OPTION'] });
    const client = await env.as(built.person);
    const { regionId, caseId, parts } = built.case;
    await env.admin.query(
      `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on) values ($1, 'VOLUMES', $2, $3, $3, $4, '1', 'COORDINATOR', '2016-03-01')`,
      [regionId, caseId, built.participationId, built.organisationId],
    );
    const sheet = await declare(client, built, [
      { itemId: alarmOf(built), year: 2017, expected: '240', maximum: '300' },
      { itemId: alarmOf(built), year: 2018, expected: '20.5', unitPrice: { amount: '2400.50', vat: 'EXCLUDED' } },
      { itemId: parts[1]!.itemIds[0], year: 2017, expected: '2', unitCode: 'dusin' },
    ]);
    expect(sheet).toMatchObject({
      __typename: 'VolumeSheet',
      declaredAt: expect.any(String),
      actsOnBehalf: [],
      drafts: [],
      lines: [
        {
          year: 2017,
          expected: '240',
          maximum: '300',
          unitPrice: null,
          origin: 'DECLARED',
          commitment: 'COMMITTED',
          expectedValue: '600000.00',
          maximumValue: '750000.00',
        },
        {
          year: 2018,
          expected: '20.5',
          maximum: null,
          unitPrice: '2400.50',
          expectedValue: '49210.25',
          maximumValue: '49210.25',
        },
        { year: 2017, expected: '24', commitment: 'OPTION', expectedValue: '28800.00' },
      ],
    });
    expect(
      await env.admin.query(
        'select fulfilled_at is not null as fulfilled from expectation where participation_id = $1',
        [built.participationId],
      ),
    ).toEqual([{ fulfilled: true }]);

    const live = await totals(client, caseId);
    expect(live).toMatchObject({
      aggregatedAt: null,
      items: [
        { year: 2017, commitment: 'COMMITTED', expected: '240', maximum: '300', expectedValue: '600000.00', lines: 1 },
        { year: 2018, commitment: 'COMMITTED', expected: '20.5', maximum: '20.5', expectedValue: '49210.25', lines: 1 },
        { year: 2017, commitment: 'OPTION', expected: '24', maximum: '24', expectedValue: '28800.00', lines: 1 },
      ],
      values: [
        { commitment: 'COMMITTED', expectedValue: '649210.25', maximumValue: '799210.25', unpricedLines: 0 },
        { commitment: 'OPTION', expectedValue: '28800.00', maximumValue: '28800.00', unpricedLines: 0 },
        { commitment: 'NOT_ANCHORED', expectedValue: '0.00', maximumValue: '0.00', unpricedLines: 0 },
      ],
      municipalities: [{ organisationName: 'Lillesand', lines: 3 }],
    });
    await env.drain();
    const kept = await totals(client, caseId);
    expect(kept.aggregatedAt).not.toBeNull();
    expect({ ...kept, aggregatedAt: null }).toEqual(live);
  });

  it('show committed, option and not anchored apart, and nothing of those who are out (R21)', async () => {
    const common = await aCase(env);
    const sea = (more: object) => anAnchoredParticipation(env, { case: common, ...more });
    const members = [
      await sea({ choices: ['FIRM', 'OPTION'] }),
      await sea({ choices: ['OPTION', 'OUT'] }),
      await aParticipation(env, { case: common, choices: ['FIRM', 'FIRM'], state: 'ANCHORING' }),
      await sea({ choices: ['OUT', 'OUT'], state: 'DECLINED' }),
      await sea({ choices: ['FIRM', 'FIRM'], state: 'REANCHOR_REQUIRED' }),
    ];
    for (const [at, member] of members.entries())
      for (const part of common.parts)
        await aLine(env, member, { itemId: part.itemIds[0]!, expected: String(10 ** at) });
    const answer = await totals(await env.as(common.coordinator), common.caseId);
    expect(
      answer.items.map((item: { commitment: string; expected: string }) => `${item.commitment} ${item.expected}`),
    ).toEqual(['COMMITTED 1', 'NOT_ANCHORED 10100', 'OPTION 10', 'NOT_ANCHORED 10100', 'OPTION 1']);
    expect(answer.lines).toHaveLength(7);
  });

  it('saved and not declared are seen by the own organisation only, count nowhere, and are declared together (R28)', async () => {
    const built = await anAnchoredParticipation(env);
    const own = await env.as(built.person);
    const host = await env.as(built.case.coordinator);
    const cell = { itemId: alarmOf(built), year: 2017, expected: '40' };
    expect(await declare(own, built, [cell], { declare: false })).toMatchObject({
      declaredAt: null,
      lines: [],
      drafts: [{ expected: '40' }],
    });
    const sheetFor = async (client: Client) =>
      (
        await client.query(`query ($id: UUID!) { volumeSheet(participationId: $id) { ${SHEET} } }`, {
          id: built.participationId,
        })
      ).volumeSheet;
    expect(await sheetFor(host)).toMatchObject({ lines: [], drafts: [] });
    expect((await totals(host, built.case.caseId)).items).toEqual([]);
    const [{ entry }] = await env.admin.query('select entry from decision_log where subject_id = $1', [
      built.participationId,
    ]);
    expect(entry).not.toContain('"40"');
    await declare(own, built, [{ ...cell, year: 2018, expected: '50' }]);
    expect(await sheetFor(host)).toMatchObject({
      lines: [
        { year: 2017, expected: '40' },
        { year: 2018, expected: '50' },
      ],
      drafts: [],
    });
  });

  it.each([true, false])(
    'two people who save different cells at once both keep theirs (declare: %s)',
    async (asDeclared) => {
      const built = await anAnchoredParticipation(env);
      const people = [
        await env.as(built.person),
        await env.as(
          await aPerson(env, built.case.regionId, { organisationId: built.organisationId, roles: ['CONTRIBUTOR'] }),
        ),
      ];
      const years = [2017, 2018, 2019, 2020, 2021, 2022];
      const answers = await Promise.all(
        years.map((year, at) =>
          declare(people[at % 2]!, built, [{ itemId: alarmOf(built), year, expected: String(year) }], {
            declare: asDeclared,
          }),
        ),
      );
      expect(answers.map((answer) => answer.__typename)).toEqual(years.map(() => 'VolumeSheet'));
      const { volumeSheet } = await people[0]!.query(
        `query ($id: UUID!) { volumeSheet(participationId: $id) { ${SHEET} } }`,
        { id: built.participationId },
      );
      expect(
        (asDeclared ? volumeSheet.lines : volumeSheet.drafts).map((line: { expected: string }) => line.expected),
      ).toEqual(years.map(String));
    },
  );

  it('beyond the decision’s limits must be anchored again, in the same commit, and count as not anchored (R4)', async () => {
    const built = await anAnchoredParticipation(env, { population: 1000, limits: { perInhabitantPerYear: '52.00' } });
    const client = await env.as(built.person);
    const cells = (expected: string) => [{ itemId: alarmOf(built), year: 2018, expected }];
    await declare(client, built, cells('20.8'));
    const state = async () =>
      (
        await client.query('query ($id: UUID!) { participation(id: $id) { state stateReason } }', {
          id: built.participationId,
        })
      ).participation;
    expect(await state()).toEqual({ state: 'ANCHORED', stateReason: '' });
    const sheet = await declare(client, built, cells('20.8001'));
    expect(sheet.lines).toMatchObject([{ commitment: 'NOT_ANCHORED', expectedValue: '52000.25' }]);
    expect(await state()).toEqual({
      state: 'REANCHOR_REQUIRED',
      stateReason: 'Kostnaden i 2018 kan bli 52,01 kr per innbygger, og vedtaket setter grensen ved 52,00 kr.',
    });
    await env.drain();
    expect((await totals(client, built.case.caseId)).values[0]).toMatchObject({
      commitment: 'COMMITTED',
      expectedValue: '0.00',
    });
    await declare(client, built, cells('20'));
    expect(await state()).toEqual({ state: 'ANCHORED', stateReason: '' });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['negative', { expected: '-1' }, 'expected', 'NEGATIVE'],
    ['absurd', { expected: '1000000001' }, 'expected', 'TOO_LARGE'],
    ['too fine', { expected: '0.00001' }, 'expected', 'TOO_MANY_DECIMALS'],
    ['in an unknown unit', { unitCode: 'FAVN' }, 'unitCode', 'UNKNOWN_UNIT'],
    ['in a unit that cannot be converted', { unitCode: 'KG' }, 'unitCode', 'UNITS_DO_NOT_AGREE'],
    ['with a largest one below', { maximum: '1' }, 'maximum', 'MAXIMUM_BELOW_EXPECTED'],
    ['in a year before the contract', { year: 2016 }, 'year', 'YEAR_OUTSIDE_TERM'],
    [
      'at a price with three decimals',
      { unitPrice: { amount: '1.001', vat: 'EXCLUDED' } },
      'unitPrice.amount',
      'TOO_MANY_DECIMALS',
    ],
    ['at a price with VAT', { unitPrice: { amount: '1', vat: 'INCLUDED' } }, 'unitPrice.vat', 'VAT_INCLUDED'],
    ['of an item of another case', { itemId: '00000000-0000-7000-8000-000000000000' }, 'itemId', 'UNKNOWN_REFERENCE'],
    ['with a unit of NUL', { unitCode: 'ST\u0000K' }, 'unitCode', 'ILLEGAL_CHARACTER'],
    ['with a lone surrogate', { unitCode: '\udfff' }, 'unitCode', 'ILLEGAL_CHARACTER'],
    ['with a megabyte of unit', { unitCode: 'x'.repeat(1_048_576) }, 'unitCode', 'TOO_LONG'],
  ])('are refused by the name of the field, and nothing is kept: %s', async (_, change, path, fault) => {
    const built = await aParticipation(env);
    const client = await env.as(built.person);
    const good = { itemId: alarmOf(built), year: 2017, expected: '10' };
    const answer = await declare(client, built, [good, { ...good, year: 2018, ...change }]);
    expect(answer.path).toEqual(['input', 'cells', '1', ...path.split('.')]);
    expect(answer.fault ?? answer.code).toBe(fault);
    expect(
      await env.admin.query('select 1 from volume_line where participation_id = $1', [built.participationId]),
    ).toEqual([]);
  });

  it.each(['NaN', '1e3', '12,5', '', '1'.repeat(40), 7])(
    'that are no decimal text are a bad request that names the field: %s',
    async (expected) => {
      const built = await aParticipation(env);
      const client = await env.as(built.person);
      const answer = await client.ask(DECLARE, {
        input: { participationId: built.participationId, cells: [{ itemId: alarmOf(built), year: 2017, expected }] },
      });
      expect(answer.status).toBe(400);
      expect(answer.errors?.[0]?.extensions?.field).toBe('input.cells[0].expected');
    },
  );

  it('are declared by contributors, not by readers, neighbours or the host without a reason (R29)', async () => {
    const built = await aParticipation(env);
    const { regionId } = built.case;
    const cells = [{ itemId: alarmOf(built), year: 2017, expected: '10' }];
    const reader = await env.as(
      await aPerson(env, regionId, { organisationId: built.organisationId, roles: ['READER'] }),
    );
    expect(await declare(reader, built, cells)).toMatchObject({ code: 'NOT_PERMITTED' });
    const neighbour = await env.as(
      await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }),
    );
    expect(await declare(neighbour, built, cells)).toMatchObject({ code: 'NOT_PERMITTED' });
    const host = await env.as(built.case.coordinator);
    expect(await declare(host, built, cells)).toMatchObject({ fault: 'REQUIRED', path: ['input', 'onBehalf'] });
    const onBehalf = { because: 'E-post fra rådmannen', evidence: 'https://arkiv.kommune.example/2016/88' };
    expect(await declare(host, built, cells, { onBehalf })).toMatchObject({
      actsOnBehalf: [{ verb: 'declareVolumes', ...onBehalf }],
    });
    expect(
      (
        await neighbour.query('query ($id: UUID!) { volumeSheet(participationId: $id) { lines { expected } } }', {
          id: built.participationId,
        })
      ).volumeSheet.lines,
    ).toEqual([{ expected: '10' }]);
  });

  it('stand once the participants are frozen, declared or saved', async () => {
    const built = await anAnchoredParticipation(env, { case: await aCase(env, { stage: 'PARTICIPANTS_FROZEN' }) });
    const client = await env.as(built.person);
    for (const asDeclared of [true, false])
      expect(
        await declare(client, built, [{ itemId: alarmOf(built), year: 2017, expected: '1' }], { declare: asDeclared }),
      ).toMatchObject({ code: 'CASE_FROZEN' });
  });

  it('declared again as they stand change nothing: no event, no entry, the same version', async () => {
    const built = await aParticipation(env);
    const client = await env.as(built.person);
    const cells = [{ itemId: alarmOf(built), year: 2017, expected: '10.50' }];
    await declare(client, built, cells);
    const look = () =>
      env.admin.query(
        `select volume_version, (select count(*) from decision_log where case_id = c.id) as entries, (select count(*) from outbox_event where payload ->> 'caseId' = c.id::text) as events from procurement_case c where id = $1`,
        [built.case.caseId],
      );
    const before = await look();
    await declare(client, built, [{ ...cells[0], expected: '10.5000' }]);
    expect(await look()).toEqual(before);
  });

  it('are suggested from at least three others and the population, marked as modelled (R20)', async () => {
    const common = await aCase(env);
    const asking = await aParticipation(env, { case: common, population: 5000 });
    const client = await env.as(asking.person);
    const suggest = async () =>
      (
        await client.query(
          'query ($id: UUID!) { suggestVolumes(participationId: $id) { itemId year expected ratePerThousand peers population origin } }',
          { id: asking.participationId },
        )
      ).suggestVolumes;
    const alarm = common.parts[0]!.itemIds[0]!;
    for (const [population, expected] of [
      [10_000, '220'],
      [20_000, '460'],
    ] as const)
      await aLine(env, await aParticipation(env, { case: common, population }), { itemId: alarm, expected });
    await aLine(env, await aParticipation(env, { case: common, population: 100 }), {
      itemId: alarm,
      expected: '100',
      origin: 'MODELLED',
    });
    expect(await suggest()).toEqual([]);
    await aLine(env, await aParticipation(env, { case: common, population: 8000 }), { itemId: alarm, expected: '400' });
    expect(await suggest()).toEqual([
      {
        itemId: alarm,
        year: 2017,
        expected: '115',
        ratePerThousand: '23.0000',
        peers: 3,
        population: 5000,
        origin: 'MODELLED',
      },
    ]);
    const sheet = await declare(client, asking, [{ itemId: alarm, year: 2017, expected: '115', modelled: true }]);
    expect(sheet.lines).toMatchObject([{ origin: 'MODELLED' }]);
  });
});
