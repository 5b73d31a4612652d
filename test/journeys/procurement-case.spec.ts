import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase, someClassification } from '../builders/procurement-case';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const CREATE = `mutation ($input: CreateProcurementCaseInput!) { createProcurementCase(input: $input) {
  __typename ... on ProcurementCase { id title hostName stage openedOn decisionDeadline figuresOrigin parts { number title items { number name unitCode cpvCode unitPrice } } }
  ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const act = (
  verb: string,
): string => `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) {
  __typename ... on ProcurementCase { stage stageReason decisionDeadline version } ... on UserError { code path } ... on InvalidInput { fault } } }`;

describe('a procurement case', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let hostOrganisationId: string;
  let coordinator: Client;
  let asked: Record<string, unknown>;

  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: '2016-01-15T09:00+01:00' });
    await someClassification(env);
    regionId = await aRegion(env);
    hostOrganisationId = await anOrganisation(env, regionId, { name: 'Kristiansand', population: 88_447 });
    coordinator = await env.as(await aPerson(env, regionId, { organisationId: hostOrganisationId }));
    asked = {
      title: 'Kommunalt responssenter',
      hostOrganisationId,
      decisionDeadline: '2016-12-15',
      firstYear: 2017,
      years: 4,
      optionYears: 2,
      parts: [
        {
          title: 'Teknologi',
          items: [
            {
              name: 'Trygghetsalarm',
              unitCode: 'stk',
              cpvCode: '33195000-3',
              unitPrice: { amount: '2500.5', vat: 'EXCLUDED' },
            },
          ],
        },
        { title: 'Responssenter', items: [{ name: 'Tilknytning', unitCode: 'STK', cpvCode: '85311000' }] },
      ],
    };
  });
  afterAll(() => env.stop());

  const create = async (change: Record<string, unknown> = {}, client = coordinator) =>
    (await client.mutate(CREATE, { input: { ...asked, ...change } })).createProcurementCase;

  it('is made with parts and items by the host’s coordinator, and read in one statement', async () => {
    const made = await create();
    expect(made).toMatchObject({
      __typename: 'ProcurementCase',
      title: 'Kommunalt responssenter',
      hostName: 'Kristiansand',
      stage: 'PREPARING',
      openedOn: '2016-01-15',
      figuresOrigin: 'REAL',
      parts: [
        {
          number: 1,
          title: 'Teknologi',
          items: [{ number: 1, name: 'Trygghetsalarm', unitCode: 'STK', cpvCode: '33195000', unitPrice: '2500.50' }],
        },
        { number: 2, title: 'Responssenter', items: [{ number: 2, unitPrice: null }] },
      ],
    });
    const { procurementCase, procurementCases } = await coordinator.query(
      'query ($id: UUID!) { procurementCase(id: $id) { id parts { items { name } } } procurementCases { id } }',
      { id: made.id },
    );
    expect(procurementCase.parts.map((part: { items: unknown[] }) => part.items.length)).toEqual([1, 1]);
    expect(procurementCases.map((one: { id: string }) => one.id)).toContain(made.id);
    const [entry] = await env.admin.query('select entry::jsonb as entry from decision_log where subject_id = $1', [
      made.id,
    ]);
    expect(entry.entry).toMatchObject({ verb: 'createProcurementCase', for: hostOrganisationId });
  });

  it('is one case however often the same request comes', async () => {
    const [one, other] = await Promise.all([
      create({ idempotencyKey: 'en gang' }),
      create({ idempotencyKey: 'en gang' }),
    ]);
    expect(other).toEqual(one);
    expect(await create({ idempotencyKey: 'en gang', title: 'Noe annet' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a deadline before today (domain time)', { decisionDeadline: '2016-01-14' }, 'decisionDeadline', 'DATE_PASSED'],
    [
      'an organisation outside the region',
      { hostOrganisationId: '00000000-0000-7000-8000-000000000000' },
      'hostOrganisationId',
      'UNKNOWN_ORGANISATION',
    ],
    [
      'an unknown unit',
      { parts: [{ title: 'A', items: [{ name: 'B', unitCode: 'FAVN', cpvCode: '33195000' }] }] },
      'parts.0.items.0.unitCode',
      'UNKNOWN_UNIT',
    ],
    [
      'an unknown CPV code',
      { parts: [{ title: 'A', items: [{ name: 'B', unitCode: 'STK', cpvCode: '99999999' }] }] },
      'parts.0.items.0.cpvCode',
      'UNKNOWN_CPV',
    ],
    [
      'a price with three decimals',
      {
        parts: [
          {
            title: 'A',
            items: [
              { name: 'B', unitCode: 'STK', cpvCode: '33195000', unitPrice: { amount: '1.001', vat: 'EXCLUDED' } },
            ],
          },
        ],
      },
      'parts.0.items.0.unitPrice.amount',
      'TOO_MANY_DECIMALS',
    ],
    [
      'a price with VAT',
      {
        parts: [
          {
            title: 'A',
            items: [{ name: 'B', unitCode: 'STK', cpvCode: '33195000', unitPrice: { amount: '1', vat: 'INCLUDED' } }],
          },
        ],
      },
      'parts.0.items.0.unitPrice.vat',
      'VAT_INCLUDED',
    ],
    ['NUL', { title: 'a\u0000b' }, 'title', 'ILLEGAL_CHARACTER'],
    ['a lone surrogate', { title: 'a\ud800b' }, 'title', 'ILLEGAL_CHARACTER'],
    ['a megabyte of text', { description: 'x'.repeat(1_048_576) }, 'description', 'TOO_LONG'],
  ])('is refused, and the field named: %s', async (_, change, path, fault) => {
    const before = await env.admin.query('select count(*) from procurement_case');
    expect(await create(change)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', ...path.split('.')], fault });
    expect(await env.admin.query('select count(*) from procurement_case')).toEqual(before);
  });

  it('is not made by a reader, nor by a coordinator for another host, but by the secretariat for any', async () => {
    const other = await anOrganisation(env, regionId, { name: 'Arendal' });
    const reader = await env.as(
      await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: ['READER'] }),
    );
    expect(await create({}, reader)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await create({ hostOrganisationId: other })).toMatchObject({
      code: 'NOT_PERMITTED',
      path: ['input'],
    });
    const secretariat = await env.as(await aPerson(env, regionId, { roles: ['SECRETARIAT'] }));
    expect(await create({ hostOrganisationId: other, figuresOrigin: 'MODELLED' }, secretariat)).toMatchObject({
      hostName: 'Arendal',
      figuresOrigin: 'MODELLED',
    });
  });

  it('is unknown to another region, to read and to change (R30)', async () => {
    const { id } = await create();
    const strange = await aRegion(env);
    const stranger = await env.as(await aPerson(env, strange, { organisationId: await anOrganisation(env, strange) }));
    expect(
      await stranger.query('query ($id: UUID!) { procurementCase(id: $id) { id } procurementCases { id } }', { id }),
    ).toEqual({ procurementCase: null, procurementCases: [] });
    const answer = await stranger.mutate(act('changeDecisionDeadline'), {
      input: { caseId: id, decisionDeadline: '2016-12-31' },
    });
    expect(answer.changeDecisionDeadline).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has its deadline moved by those who lead it: logged and published once', async () => {
    const { id } = await create();
    const move = async (decisionDeadline: string) =>
      (await coordinator.mutate(act('changeDecisionDeadline'), { input: { caseId: id, decisionDeadline } }))
        .changeDecisionDeadline;
    expect(await move('2017-01-31')).toMatchObject({ decisionDeadline: '2017-01-31', version: 2 });
    expect(await move('2017-01-31')).toMatchObject({ version: 2 });
    expect(await move('2016-01-14')).toMatchObject({ fault: 'DATE_PASSED' });
    const [{ count }] = await env.admin.query(
      `select count(*) from outbox_event where name = 'DecisionDeadlineChanged' and payload ->> 'caseId' = $1`,
      [id],
    );
    expect(count).toBe(1);
  });

  it('is paused, resumed where it stood and cancelled, with a reason that everybody sees (R5b)', async () => {
    const built = await aCase(env, { regionId, hostOrganisationId, stage: 'INVITED' });
    const { participationId, organisationId } = await aParticipation(env, { case: built });
    await env.admin.query(
      `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on) values ($1, 'VOLUMES', $2, $3, $3, $4, '1', 'COORDINATOR', '2016-03-01')`,
      [regionId, built.caseId, participationId, organisationId],
    );
    const client = await env.as(built.coordinator);
    const run = async (verb: string, reason: string) =>
      (await client.mutate(act(verb), { input: { caseId: built.caseId, reason } }))[verb];
    expect(await run('pauseProcurementCase', '  ')).toMatchObject({ fault: 'REQUIRED', path: ['input', 'reason'] });
    expect(await run('pauseProcurementCase', 'Venter på ny forskrift')).toMatchObject({
      stage: 'PAUSED',
      stageReason: 'Venter på ny forskrift',
    });
    expect(
      await env.admin.query('select withdrawn_because from expectation where case_id = $1', [built.caseId]),
    ).toEqual([{ withdrawn_because: 'PAUSED' }]);
    expect(
      (
        await client.mutate(act('changeDecisionDeadline'), {
          input: { caseId: built.caseId, decisionDeadline: '2016-12-31' },
        })
      ).changeDecisionDeadline,
    ).toMatchObject({ code: 'CASE_CLOSED' });
    expect(await run('resumeProcurementCase', 'Forskriften er her')).toMatchObject({
      stage: 'INVITED',
      stageReason: '',
    });
    expect(await run('cancelProcurementCase', 'Ingen penger')).toMatchObject({ stage: 'CANCELLED' });
    expect(await run('pauseProcurementCase', 'Igjen')).toMatchObject({ code: 'STAGE_OUT_OF_ORDER' });
  });
});
