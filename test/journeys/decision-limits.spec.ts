import { anInvited, decide, supersede, type BuiltRoute } from '../builders/anchoring';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const CHOOSE = `mutation ($input: ChoosePartsInput!) { chooseParts(input: $input) { ... on Participation { state stateReason } ... on UserError { code } } }`;
const DECLARE = `mutation ($input: DeclareVolumesInput!) { declareVolumes(input: $input) { ... on VolumeSheet { participationId } ... on UserError { code } } }`;
const money = (amount: string) => ({ amount, vat: 'EXCLUDED' });

describe('the limits of a decision (R3, R4)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
  });
  afterAll(() => env.stop());

  async function recommended(caseBuilt?: BuiltRoute['case'], name?: string): Promise<BuiltRoute> {
    const route = await anInvited(env, { ...(caseBuilt ? { case: caseBuilt } : {}), ...(name ? { name } : {}) });
    for (const stepId of route.steps.slice(0, 2)) await decide(route.client, stepId, 'RECOMMENDED', '2016-11-16');
    return route;
  }
  const participationOf = async ({ client, participationId }: BuiltRoute) =>
    (
      await client.query(
        `query ($id: UUID!) { participation(id: $id) { state stateReason stateReasons { code } limitTotal limitPerYear limitLatestEnd limitPartIds limitShareOfCost } }`,
        { id: participationId },
      )
    ).participation;
  const decisionsOf = async ({ client, participationId }: BuiltRoute) =>
    (
      await client.query(
        `query ($id: UUID!) { participationRoute(participationId: $id) { steps { decisions { id outcome supersededAt
           limits { total perYear perInhabitantPerYear latestEnd hostOrganisationId partIds shareOfCost } } } } }`,
        { id: participationId },
      )
    ).participationRoute.steps[2].decisions;
  const choose = async ({ client, participationId, case: { parts } }: BuiltRoute, ...choices: string[]) =>
    (
      await client.mutate(CHOOSE, {
        input: { participationId, choices: choices.map((choice, at) => ({ partId: parts[at]!.id, choice })) },
      })
    ).chooseParts;
  const declare = async ({ client, participationId, case: { parts } }: BuiltRoute, expected: string) =>
    (
      await client.mutate(DECLARE, {
        input: { participationId, declare: true, cells: [{ itemId: parts[0]!.itemIds[0]!, year: 2017, expected }] },
      })
    ).declareVolumes;

  it('cover certain parts only: another one, firm or with an option, must be anchored again', async () => {
    const route = await recommended();
    const [technology] = route.case.parts;
    await choose(route, 'FIRM', 'OUT');
    await decide(route.client, route.steps[2]!, 'APPROVED', '2016-11-16', { limits: { partIds: [technology!.id] } });
    expect(await participationOf(route)).toMatchObject({ state: 'ANCHORING', limitPartIds: [technology!.id] });
    expect(await choose(route, 'FIRM', 'OPTION')).toEqual({
      state: 'REANCHOR_REQUIRED',
      stateReason: 'Kommunen har valgt del 2, som vedtaket ikke omfatter.',
    });
    expect(await choose(route, 'FIRM', 'OUT')).toMatchObject({ state: 'ANCHORING' });
  });

  it('stay with their decision: the one that supersedes brings its own, and the history shows both', async () => {
    const route = await recommended();
    const partIds = [route.case.parts[0]!.id];
    await decide(route.client, route.steps[2]!, 'APPROVED', '2016-11-16', {
      limits: { total: money('1000'), latestEnd: '2020-12-31', partIds, shareOfCost: '12.5' },
    });
    const [first] = await decisionsOf(route);
    const none = { perYear: null, perInhabitantPerYear: null, hostOrganisationId: null };
    const limits = { ...none, total: '1000.00', latestEnd: '2020-12-31', partIds, shareOfCost: '12.50' };
    expect(first.limits).toEqual(limits);
    expect(await participationOf(route)).toMatchObject({
      limitTotal: '1000.00',
      limitLatestEnd: '2020-12-31',
      limitPartIds: partIds,
      limitShareOfCost: '12.50',
    });
    await supersede(route.client, first.id, 'APPROVED', '2016-11-16', { limits: { perYear: money('500.5') } });
    const decisions = await decisionsOf(route);
    expect(decisions.map((one: { limits: object }) => one.limits)).toEqual([
      limits,
      { ...none, total: null, perYear: '500.50', latestEnd: null, partIds: null, shareOfCost: null },
    ]);
    const nothing = { limitTotal: null, limitLatestEnd: null, limitPartIds: null, limitShareOfCost: null };
    expect(await participationOf(route)).toMatchObject({ ...nothing, limitPerYear: '500.50' });
    await supersede(route.client, decisions[1].id, 'REJECTED', '2016-11-16');
    expect(await participationOf(route)).toMatchObject({ ...nothing, limitPerYear: null, state: 'DECLINED' });
    expect((await decisionsOf(route)).map((one: { limits: object | null }) => one.limits !== null)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the share of the common costs follows what the others declare, choose and decide', async () => {
    const common = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2017-02-28', optionYears: 0 });
    const froland = await recommended(common, 'Froland');
    const arendal = await recommended(common, 'Arendal');
    await decide(froland.client, froland.steps[2]!, 'APPROVED', '2016-11-16', { limits: { shareOfCost: '25.00' } });
    await declare(froland, '10');
    // Arendal has not declared yet: nothing can be said of a share.
    expect(await participationOf(froland)).toMatchObject({ state: 'ANCHORING' });
    await declare(arendal, '30');
    expect(await participationOf(froland)).toMatchObject({ state: 'ANCHORING' });
    await declare(arendal, '29.9999');
    expect(await participationOf(froland)).toMatchObject({
      state: 'REANCHOR_REQUIRED',
      stateReason: 'Kommunen kan måtte bære 25,01 % av de samlede kostnadene, og vedtaket setter grensen ved 25 %.',
    });
    const birkenes = await recommended(common, 'Birkenes');
    expect(await participationOf(froland)).toMatchObject({ state: 'ANCHORING' });
    await declare(birkenes, '40');
    expect(await participationOf(froland)).toMatchObject({ state: 'ANCHORING' });
    await decide(birkenes.client, birkenes.steps[2]!, 'REJECTED', '2016-11-16');
    expect(await participationOf(froland)).toMatchObject({ state: 'REANCHOR_REQUIRED' });
    await choose(arendal, 'OUT', 'OUT');
    expect((await participationOf(froland)).stateReason).toContain('100 %');
    await choose(arendal, 'OPTION', 'OUT');
    await declare(arendal, '31');
    expect(await participationOf(froland)).toMatchObject({ state: 'ANCHORING' });
  });

  it('refuse a part of another case, none at all, one twice, and a share that is none', async () => {
    const route = await recommended();
    const foreign = (await aCase(env)).parts[0]!.id;
    const own = route.case.parts[0]!.id;
    for (const [limits, path, fault] of [
      [{ partIds: [own, foreign] }, ['partIds', '1'], 'UNKNOWN_REFERENCE'],
      [{ partIds: [] }, ['partIds'], 'REQUIRED'],
      [{ partIds: [own, own] }, ['partIds', '1'], 'DUPLICATE'],
      [{ shareOfCost: '-0.01' }, ['shareOfCost'], 'NEGATIVE'],
      [{ shareOfCost: '100.01' }, ['shareOfCost'], 'TOO_LARGE'],
      [{ shareOfCost: '33.333' }, ['shareOfCost'], 'TOO_MANY_DECIMALS'],
    ] as const)
      expect(await decide(route.client, route.steps[2]!, 'APPROVED', '2016-11-16', { limits })).toMatchObject({
        __typename: 'InvalidInput',
        path: ['input', 'limits', ...path],
        fault,
      });
    expect(await decisionsOf(route)).toEqual([]);
    await decide(route.client, route.steps[2]!, 'APPROVED', '2016-11-16', { limits: {} });
    expect((await decisionsOf(route))[0].limits).toBeNull();
  });
});
