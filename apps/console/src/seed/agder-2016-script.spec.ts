import { diffDays, isWorkingDay } from '@samanker/clock';
import type { Act, Deed } from './act';
import { agder } from './agder';
import { agder2016Over80 } from './agder-organisations';
import { PLAN } from './agder-2016-plan';
import { agder2016Script, DECISION_DEADLINE, DEMO_STANDS_AT } from './agder-2016-script';
import { modelledAlarms, modelledCells } from './modelled-volumes';

const seed = agder();
const script = agder2016Script(seed);
type Of<V extends Deed['verb']> = Extract<Deed, { verb: V }>;
const deeds = <V extends Deed['verb']>(verb: V): (Act & { deed: Of<V> })[] =>
  script.filter((act): act is Act & { deed: Of<V> } => act.deed.verb === verb);

describe('the script of the case of 2016', () => {
  it('is the same each time, in order of time, and names only people and meetings that are seeded', () => {
    expect(agder2016Script(agder())).toEqual(script);
    expect(script.map(({ at }) => at)).toEqual(script.map(({ at }) => at).sort());
    const people = new Set(seed.people.map(({ key }) => key));
    for (const { as } of script) expect(people.has(as) ? as : `unknown ${as}`).toBe(as);
    const meetings = new Set(seed.bodies.flatMap((body) => body.meetings.map(({ id }) => id)));
    for (const { deed } of deeds('submitAnchoringStep')) expect(meetings.has(deed.meetingId)).toBe(true);
  });

  it('ends as it truly did: 21 firm and 9 with an option; the response centre is chosen apart from the technology (C6)', () => {
    const last = new Map(deeds('chooseParts').map(({ deed }) => [deed.municipality, deed]));
    const technology = [...last.values()].map((deed) => deed.technology);
    expect([
      technology.filter((one) => one === 'FIRM').length,
      technology.filter((one) => one === 'OPTION').length,
    ]).toEqual([21, 9]);
    expect([...last.values()].some((deed) => deed.technology === 'FIRM' && deed.centre === 'OUT')).toBe(true);
    const signed = new Set(deeds('recordPowerOfAttorney').map(({ deed }) => deed.municipality));
    for (const [number, { technology: choice }] of Object.entries(PLAN))
      if (choice === 'FIRM') expect(signed.has(number)).toBe(true);
  });

  it('registers thirty needs in January, in the written language of each municipality', () => {
    const needs = deeds('registerNeed');
    expect(needs).toHaveLength(30);
    expect(needs.every(({ at }) => at >= '2016-01-04' && at < '2016-02-01')).toBe(true);
    expect(needs.find(({ deed }) => deed.municipality === '0929')!.deed.title).toMatch(/tryggleiksalarmar/i);
    expect(needs.find(({ deed }) => deed.municipality === '1001')!.deed.title).toMatch(/trygghetsalarmer/i);
    const total = needs.reduce((sum, { deed }) => sum + Number(deed.quantity), 0);
    expect(Math.abs(total - 3_600)).toBeLessThanOrEqual(15);
  });

  it('models volumes between the rates of Malvik and Trondheim (C11), and the years sum to the whole exactly', () => {
    const over80 = [...agder2016Over80().values()];
    const most = over80.map((count) => modelledAlarms(count).maximum).reduce((a, b) => a + b, 0);
    expect(Math.abs(most - 6_750)).toBeLessThanOrEqual(15);
    for (const count of over80) {
      const cells = modelledCells(count, true);
      const alarms = cells.filter(({ item, year }) => item === 0 && year <= 2020);
      expect(alarms.reduce((sum, { expected }) => sum + Number(expected), 0)).toBe(modelledAlarms(count).expected);
      for (const { expected, maximum } of cells) expect(Number(maximum)).toBeGreaterThanOrEqual(Number(expected));
    }
  });

  it('decides every step of every route in the order of the route, and no body on a day on which it does not meet', () => {
    for (const route of seed.routeTemplates) {
      const number = seed.organisations.find(({ id }) => id === route.organisationId)!.number;
      const own = deeds('decideAnchoringStep').filter(({ deed }) => deed.municipality === number);
      const done = own.filter(({ deed }) => !['DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA'].includes(deed.outcome));
      expect(`${number} ${done.map(({ deed }) => deed.step).length}`).toBe(`${number} ${route.steps.length}`);
      let before = '';
      for (const stage of new Set(route.steps.map(({ parallelGroup }) => parallelGroup))) {
        const dates = done
          .filter(({ deed }) => route.steps.some((step) => step.parallelGroup === stage && step.key === deed.step))
          .map(({ deed }) => deed.decidedOn);
        expect(`${number} ${[...dates].sort()[0]! >= before}`).toBe(`${number} true`);
        before = [...dates].sort().at(-1)!;
      }
      for (const { deed, at } of own) {
        expect(at.slice(0, 10) >= deed.decidedOn).toBe(true);
        const body = seed.bodies.find(
          ({ organisationId, kind }) => organisationId === route.organisationId && kind === deed.step,
        );
        if (body) expect(body.meetings.map(({ date }) => date)).toContain(deed.decidedOn);
      }
    }
  });

  it('has the oddities of a real year', () => {
    const outcomes = deeds('decideAnchoringStep').map(({ deed }) => deed.outcome);
    for (const outcome of [
      'DEFERRED',
      'RETURNED',
      'WITHDRAWN_FROM_AGENDA',
      'NOT_RECOMMENDED',
      'APPROVED_WITH_CONDITIONS',
    ] as const) {
      expect(outcomes).toContain(outcome);
    }
    const late = deeds('decideAnchoringStep').filter(({ at, deed }) => diffDays(deed.decidedOn, at.slice(0, 10)) > 7);
    expect(late.map(({ deed }) => deed.municipality)).toEqual(['1037']);
    expect(deeds('acceptEscalation')).toHaveLength(1);
    expect(script.some(({ at }) => at >= '2016-07-11' && at < '2016-08-01')).toBe(false);
    for (const { at } of script) expect(`${at} ${isWorkingDay(at.slice(0, 10))}`).toBe(`${at} true`);
  });

  it('stands, in the demo, in the middle of things', () => {
    const decided = (before: string) =>
      deeds('decideAnchoringStep').filter(({ at, deed }) => at < before && deed.outcome.startsWith('APPROVED')).length;
    expect(decided(DEMO_STANDS_AT)).toBeGreaterThan(15);
    expect(decided(DEMO_STANDS_AT)).toBeLessThan(26);
    expect(decided(DECISION_DEADLINE)).toBe(30);
  });
});
