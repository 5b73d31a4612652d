import { addDays } from '@samanker/clock';
import { caseForecast } from '@samanker/anchoring';
import { Transactions } from '@samanker/database';
import { anInvited, decide, submit, type BuiltRoute } from '../builders/anchoring';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const POINTS = '{ on anchored firmShare optionShare }';
const FORECAST = `query ($caseId: UUID!, $otherDeadline: LocalDate) { caseForecast(caseId: $caseId, otherDeadline: $otherDeadline) {
  today decisionDeadline otherDeadline politicalPostponementRate administrativeDelayRate seed runs firmValue optionValue gone won lost
  planned ${POINTS} oneLostMeeting ${POINTS} withoutSlowestThree ${POINTS}
  municipalities { participationId organisationName state anchoredOn plannedFinishOn oneLostMeetingFinishOn p50 p80 p95 firmShare } } }`;
const WAYS = `query ($id: UUID!) { waysOut(participationId: $id) { because stepTitle decisionDeadline ways { kind title who condition
  effect on latestOn finishOn inTime provisional won letterNb letterNn legalBases { act section validFrom validTo source verified } } } }`;
const PLANS = `query ($caseId: UUID!) { caseBoard(caseId: $caseId) { rows { participationId plannedFinishOn status } }
  routeMeetings(caseId: $caseId) { participationId bodyName meetings } }`;

describe('the forecast (R7) and the ways out (R7b)', () => {
  let env: SamankerUnderTest;
  let built: BuiltCase;
  let quick: BuiltRoute;
  let slow: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
    built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2016-10-12' });
    quick = await anInvited(env, { case: built, name: 'Lillesand' });
    slow = await anInvited(env, { case: built, name: 'Birkenes' });
    await anInvited(env, { case: built, name: 'Bykle' });
    await decide(quick.client, quick.steps[0]!, 'RECOMMENDED', '2016-08-01');
    await submit(quick.client, quick.steps[1]!, quick.executive.meetings['2016-08-31']!);
    await submit(quick.client, quick.steps[2]!, quick.council.meetings['2016-09-14']!);
    await decide(slow.client, slow.steps[0]!, 'RECOMMENDED', '2016-08-01');
    await submit(slow.client, slow.steps[1]!, slow.executive.meetings['2016-08-31']!);
    await submit(slow.client, slow.steps[2]!, slow.council.meetings['2016-09-14']!);
    await env.drain();
  });
  afterAll(() => env.stop());

  it('says the same finishes as the plan, and never an earlier one with a lost meeting or by chance', async () => {
    const { caseForecast: forecast } = await quick.client.query(FORECAST, { caseId: built.caseId });
    const { caseBoard, routeMeetings } = await quick.client.query(PLANS, { caseId: built.caseId });
    const planned = Object.fromEntries(
      caseBoard.rows.map((row: Record<string, string>) => [row.participationId, row.plannedFinishOn]),
    );
    expect(forecast.municipalities).toHaveLength(3);
    for (const one of forecast.municipalities) {
      expect(one.plannedFinishOn).toBe(planned[one.participationId]);
      expect(one.oneLostMeetingFinishOn > one.plannedFinishOn).toBe(true);
      expect(one.p50 >= one.plannedFinishOn && one.p80 >= one.p50 && one.p95 >= one.p80).toBe(true);
    }
    expect(forecast.planned.at(-1).anchored).toBe(3);
    expect(forecast.withoutSlowestThree).toEqual([]);
    expect(forecast).toMatchObject({
      politicalPostponementRate: 0.125,
      administrativeDelayRate: 0.25,
      won: [],
      lost: [],
    });
    expect(forecast.runs).toBeGreaterThanOrEqual(100);
    expect(routeMeetings).toHaveLength(6);
    expect(routeMeetings.every(({ meetings }: { meetings: string[] }) => meetings.length > 0)).toBe(true);
    const { caseForecast: again } = await slow.client.query(FORECAST, { caseId: built.caseId });
    expect(again).toEqual(forecast);
  });

  it('what if: an earlier deadline loses those who are planned after it, a later one wins nobody lost before', async () => {
    const ask = async (otherDeadline: string) =>
      (await quick.client.query(FORECAST, { caseId: built.caseId, otherDeadline })).caseForecast;
    const forecast = await ask('2016-10-12');
    const inTime = forecast.municipalities.filter(
      ({ plannedFinishOn }: { plannedFinishOn: string }) => plannedFinishOn <= '2016-10-12',
    );
    const earliest = inTime.map(({ plannedFinishOn }: { plannedFinishOn: string }) => plannedFinishOn).sort()[0];
    const lost = (await ask(addDays(earliest, -1))).lost;
    expect([...lost].sort()).toEqual(inTime.map((one: { participationId: string }) => one.participationId).sort());
  });

  it('a few statements, whatever the number; null for a case that is not there', async () => {
    const count = await env.api.get(Transactions).asService(built.regionId, 'count', async (work) => {
      const spy = jest.spyOn(work, 'query');
      const one = jest.spyOn(work, 'one');
      await caseForecast(work, built.caseId, null);
      return spy.mock.calls.length + one.mock.calls.length;
    });
    expect(count).toBeLessThanOrEqual(6);
    const { caseForecast: none } = await quick.client.query(FORECAST, { caseId: built.hostOrganisationId });
    expect(none).toBeNull();
  });

  it('the day a council puts the case off, the lawful ways stand there with dates and texts (R7b)', async () => {
    const before = await quick.client.query(WAYS, { id: slow.participationId });
    expect(before.waysOut).toMatchObject({ because: null, ways: [] });
    await env.setClock('2016-09-15T09:00+02:00');
    await decide(slow.client, slow.steps[1]!, 'RECOMMENDED', '2016-08-31');
    const result = await decide(slow.client, slow.steps[2]!, 'DEFERRED', '2016-09-14');
    expect(result.__typename).toBe('AnchoringStep');
    await env.drain();
    const { waysOut } = await slow.client.query(WAYS, { id: slow.participationId });
    expect(waysOut).toMatchObject({ because: 'POSTPONED', decisionDeadline: '2016-10-12' });
    const ways = Object.fromEntries(waysOut.ways.map((way: { kind: string }) => [way.kind, way]));
    const { caseForecast: forecast } = await quick.client.query(FORECAST, { caseId: built.caseId });
    const own = forecast.municipalities.find(
      ({ participationId }: { participationId: string }) => participationId === slow.participationId,
    );
    expect(ways.NEXT_ORDINARY_MEETING).toMatchObject({ finishOn: own.plannedFinishOn, inTime: false });
    expect(ways.EXTRAORDINARY_MEETING).toMatchObject({ on: '2016-09-22', latestOn: '2016-09-28', inTime: true });
    expect(ways.URGENT_MATTER.inTime).toBe(ways.URGENT_MATTER.finishOn <= '2016-10-12');
    expect(ways.URGENT_MATTER.legalBases).toEqual([
      expect.objectContaining({ act: 'kommuneloven (1992)', section: '§ 13', validTo: '2019-09-30', verified: true }),
    ]);
    expect(ways.MOVE_THE_DEADLINE.on).toBe(own.plannedFinishOn);
    expect(ways.MOVE_THE_DEADLINE.won).toContain('Birkenes');
    for (const way of waysOut.ways) {
      expect(way.title && way.who && way.condition && way.effect && way.letterNn).toBeTruthy();
      expect(way.letterNb).not.toMatch(/undefined|…/);
    }
    expect((await quick.client.query(WAYS, { id: built.caseId })).waysOut).toBeNull();
  });

  it('who has declined is in no figure, but counted', async () => {
    await decide(quick.client, quick.steps[1]!, 'RECOMMENDED', '2016-08-31');
    await decide(quick.client, quick.steps[2]!, 'REJECTED', '2016-09-14');
    await env.drain();
    const { caseForecast: forecast } = await quick.client.query(FORECAST, { caseId: built.caseId });
    expect(forecast).toMatchObject({ gone: 1 });
    expect(forecast.municipalities).toHaveLength(2);
  });
});
