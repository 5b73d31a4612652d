import {
  ASSUMED_RATES,
  curveOf,
  finishesWithOneLostMeeting,
  plannedFinishes,
  runsFor,
  simulate,
  whatIf,
  type ForecastRoute,
} from './forecast.rules';
import { aBody, aStep, levanger, withSteps } from './planning.fixture';

/** Levanger (B32) ends in its council of 26 February 2020; the power of attorney takes ten working days more. */
const route = (participationId: string, over: Partial<ForecastRoute> = {}): ForecastRoute => ({
  participationId,
  input: levanger(),
  anchoredOn: null,
  share: 0.25,
  ...over,
});
const anchored = (participationId: string, on: string): ForecastRoute =>
  route(participationId, { input: null, anchoredOn: on });

describe('the forecast (R7)', () => {
  it('as planned: the plan’s own finish, and the day itself for who is anchored', () => {
    const finishOf = plannedFinishes([route('a'), anchored('b', '2020-01-10')]);
    expect([...finishOf]).toEqual([
      ['a', '2020-03-11'],
      ['b', '2020-01-10'],
    ]);
  });

  it('one lost meeting: the next treatment goes to the body’s next meeting, and the council follows', () => {
    // The elderly council of 21 January becomes 18 February; the executive committee 4 March; the council 25 March.
    const finishOf = finishesWithOneLostMeeting([route('a')]);
    expect(finishOf.get('a')).toBe('2020-04-08');
  });

  it('one lost meeting for a text that sits in a meeting: the one after that meeting, without a new hand-in', () => {
    const input = withSteps(levanger(), {
      elderly: { state: 'DECIDED', outcome: 'STATEMENT', decidedOn: '2020-01-21' },
      committee: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-01-22' },
      executive: { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2020-02-05' },
      council: { state: 'SUBMITTED', submittedMeetingDate: '2020-02-26' },
    });
    const finishOf = finishesWithOneLostMeeting([route('a', { input: { ...input, today: '2020-02-06' } })]);
    expect(finishOf.get('a')).toBe('2020-04-08'); // the council of 25 March
  });

  it('a lost meeting never makes anybody earlier, and nobody who is anchored later', () => {
    const routes = [route('a'), anchored('b', '2020-01-10')];
    const planned = plannedFinishes(routes);
    for (const [id, on] of finishesWithOneLostMeeting(routes)) expect(on! >= planned.get(id)!).toBe(true);
    expect(finishesWithOneLostMeeting(routes).get('b')).toBe('2020-01-10');
  });

  it('no further meeting is known: no finish, and it stands on no curve', () => {
    const bodies = new Map(levanger().bodies).set('council', aBody(['2020-02-26'], 21));
    const routes = [route('a', { input: levanger({ bodies }) })];
    const finishOf = finishesWithOneLostMeeting(routes);
    expect(finishOf.get('a')).toBeNull();
    expect(curveOf(routes, finishOf)).toEqual([]);
  });
});

describe('the curve (R7)', () => {
  const routes = [anchored('a', '2020-01-10'), anchored('b', '2020-01-10'), anchored('c', '2020-03-01'), route('d')];
  const finishOf = new Map<string, string | null>([
    ['a', '2020-01-10'],
    ['b', '2020-01-10'],
    ['c', '2020-03-01'],
    ['d', null],
  ]);

  it('counts municipalities and adds shares, one point a day', () => {
    expect(curveOf(routes, finishOf)).toEqual([
      { on: '2020-01-10', anchored: 2, share: 0.5 },
      { on: '2020-03-01', anchored: 3, share: 0.75 },
    ]);
  });

  it('without the slowest: those without a date are the slowest of all', () => {
    expect(curveOf(routes, finishOf, 1).at(-1)).toEqual({ on: '2020-03-01', anchored: 3, share: 0.75 });
    expect(curveOf(routes, finishOf, 2).at(-1)).toEqual({ on: '2020-01-10', anchored: 2, share: 0.5 });
    expect(curveOf(routes, finishOf, 9)).toEqual([]);
  });

  it('never falls', () => {
    const points = curveOf(routes, finishOf);
    points.slice(1).forEach((point, place) => {
      expect(point.on > points[place]!.on && point.anchored > points[place]!.anchored).toBe(true);
    });
  });
});

describe('imagined courses (R7)', () => {
  const courses = { seed: 2016, runs: 400 };

  it('the same seed gives the same dates, and they come in order', () => {
    const first = simulate([route('a'), route('b')], ASSUMED_RATES, courses);
    expect(simulate([route('a'), route('b')], ASSUMED_RATES, courses)).toEqual(first);
    const { p50, p80, p95 } = first.get('a')!;
    expect(p50! >= '2020-03-11').toBe(true);
    expect(p80! >= p50!).toBe(true);
    expect(p95 === null || p95 >= p80!).toBe(true);
  });

  it('when nothing slips all courses are the plan', () => {
    const never = simulate([route('a')], { political: 0, administrative: 0 }, courses);
    expect(never.get('a')).toEqual({ p50: '2020-03-11', p80: '2020-03-11', p95: '2020-03-11' });
  });

  it('when everything is always put off nobody comes through: the calendars end first', () => {
    const always = simulate([route('a')], { political: 1, administrative: 0 }, courses);
    expect(always.get('a')).toEqual({ p50: null, p80: null, p95: null });
  });

  it('agrees with what can be reckoned: one body, put off one time in four', () => {
    // P(no delay) = 0.75, P(at most one) = 0.9375, P(at most two) = 0.98: the first, the second and the third meeting.
    const input = levanger({
      steps: [aStep('council', 1, { weight: 'DECIDING', state: 'OPEN' })],
      bodies: new Map([['council', aBody(['2020-01-29', '2020-02-26', '2020-03-25', '2020-04-29', '2020-05-27'], 7)]]),
    });
    const found = simulate([route('a', { input })], { political: 0.25, administrative: 0 }, { seed: 1, runs: 4_000 });
    expect(found.get('a')).toEqual({ p50: '2020-02-12', p80: '2020-03-11', p95: '2020-04-08' });
  });

  it('one municipality more does not move the dates of those before it', () => {
    const two = simulate([route('a'), route('b')], ASSUMED_RATES, courses);
    const three = simulate([route('a'), route('b'), route('c')], ASSUMED_RATES, courses);
    for (const id of ['a', 'b']) expect(three.get(id)).toEqual(two.get(id));
  });
});

describe('another deadline (R7)', () => {
  const finishOf = new Map<string, string | null>([
    ['early', '2020-02-01'],
    ['middle', '2020-03-15'],
    ['late', '2020-05-01'],
    ['never', null],
  ]);

  it('says who is won by a later one and who is lost by an earlier one', () => {
    expect(whatIf(finishOf, '2020-03-31', '2020-05-01')).toEqual({ won: ['late'], lost: [] });
    expect(whatIf(finishOf, '2020-03-31', '2020-03-01')).toEqual({ won: [], lost: ['middle'] });
    expect(whatIf(finishOf, '2020-03-31', '2020-03-31')).toEqual({ won: [], lost: [] });
  });

  it('fewer courses are imagined the more steps there are, never fewer than a hundred', () => {
    expect([12, 4000, 1_000_000].map(runsFor)).toEqual([1000, 200, 100]);
  });
});
