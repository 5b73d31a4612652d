import { addDays, addWorkingDays, ClosedPeriods, LocalDate, maxDate } from '@samanker/clock';
import { aBody, aMeeting, aStep, dayAfter, levanger } from './planning.fixture';
import { PlanningBody, PlanningInput, planningStages } from './planning-stages.rules';
import { planRoute } from './planning.rules';

/** Seeded (mulberry32), so that a failure can be played again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A year of meetings at irregular distances. */
function randomBody(next: () => number, days = 365): PlanningBody {
  const dates: LocalDate[] = [];
  const rhythm = 7 + Math.floor(next() * 40);
  const notice = Math.floor(next() * 22);
  for (let day = Math.floor(next() * 30); day < days; day += 1 + Math.floor(next() * rhythm)) {
    dates.push(addDays('2016-01-04', day));
  }
  return aBody(
    dates.map((date) => aMeeting(date, notice)),
    0,
    Math.floor(next() * 15),
  );
}

function randomInput(seed: number): PlanningInput {
  const next = random(seed);
  const bodies = new Map<string, PlanningBody>();
  const steps = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, index) => {
    const id = `s${index}`;
    const parallelGroup = next() < 0.3 ? Math.max(0, index - 1) : index;
    if (next() < 0.25) {
      return aStep(id, index, {
        kind: 'ADMINISTRATIVE',
        bodyId: null,
        workingDays: Math.floor(next() * 12),
        parallelGroup,
      });
    }
    bodies.set(id, randomBody(next));
    return aStep(id, index, { parallelGroup });
  });
  const startDate = addDays('2016-01-04', Math.floor(next() * 120));
  return {
    steps,
    bodies,
    closed: { weeks: [28, 29, 30] },
    startDate,
    // Within the year whose calendar is adopted.
    deadline: addDays(startDate, 10 + Math.floor(next() * 220)),
    powerOfAttorneyWorkingDays: Math.floor(next() * 15),
    marginDays: 14,
    today: addDays(startDate, Math.floor(next() * 10)),
  };
}

/** The plan by trying every meeting in turn, without any search: what planRoute must agree with. */
function slowFinish(input: PlanningInput): LocalDate | null {
  let ready = input.startDate;
  for (const stage of planningStages(input.steps)) {
    let finish = ready;
    for (const step of stage.steps) {
      let date: LocalDate | undefined;
      if (step.kind === 'ADMINISTRATIVE') {
        date = maxDate(addWorkingDays(ready, step.workingDays ?? 0, input.closed), input.today);
      } else {
        const body = input.bodies.get(step.bodyId ?? '');
        const soonest = maxDate(stage.startsChain ? ready : addDays(ready, body?.handoverDays ?? 0), input.today);
        date = body?.calendar.meetings.find(
          (meeting) =>
            meeting.date >= soonest &&
            (!stage.startsChain || meeting.submissionDeadline >= maxDate(ready, input.today)),
        )?.date;
      }
      if (date === undefined) return null;
      finish = maxDate(finish, date);
    }
    ready = finish;
  }
  return maxDate(addWorkingDays(ready, input.powerOfAttorneyWorkingDays ?? 10, input.closed), input.today);
}

const routes = Array.from({ length: 600 }, (_, seed) => randomInput(seed + 1));

describe('R6 planning on 600 random routes', () => {
  it('finds the same earliest finish as trying every meeting', () => {
    for (const input of routes) expect(planRoute(input).earliestFinish).toBe(slowFinish(input));
    expect(routes.filter((input) => slowFinish(input) !== null).length).toBeGreaterThan(300);
  });

  it('finish by the deadline ⇔ slack ≥ 0 ⇔ every step by its latest date ⇔ not CANNOT_MAKE_IT', () => {
    let made = 0;
    for (const input of routes) {
      const plan = planRoute(input);
      const fits = plan.earliestFinish !== null && plan.earliestFinish <= (input.deadline ?? '');
      expect(plan.slackDays !== null && plan.slackDays >= 0).toBe(fits);
      const byLatest = plan.steps.every(
        ({ date, latestDate }) => date !== null && latestDate !== null && date <= latestDate,
      );
      expect(byLatest && (plan.earliestFinish ?? '9') <= (input.deadline ?? '')).toBe(fits);
      expect(plan.status === 'CANNOT_MAKE_IT').toBe(!fits);
      made += fits ? 1 : 0;
    }
    expect(made).toBeGreaterThan(150);
    expect(made).toBeLessThan(500);
  });

  it('handing in on the latest day makes it, one day later does not', () => {
    let tried = 0;
    for (const input of routes) {
      const stages = planningStages(input.steps);
      const { latestSubmission: last } = planRoute(input);
      if (!stages[0]?.startsChain || last === null || last < input.startDate) continue;
      // From that day on the forward plan knows nothing of the backward one.
      expect(planRoute({ ...input, today: last }).slackDays).toBeGreaterThanOrEqual(0);
      expect(planRoute({ ...input, today: dayAfter(last) }).status).toBe('CANNOT_MAKE_IT');
      tried += 1;
    }
    expect(tried).toBeGreaterThan(100);
  });

  it('a day that passes never brings the finish forward, and a lost meeting never helps', () => {
    for (const input of routes.slice(0, 200)) {
      let before: LocalDate = '';
      for (let day = 0; day < 60; day += 7) {
        const finish = planRoute({ ...input, today: addDays(input.startDate, day) }).earliestFinish ?? '9';
        expect(finish >= before).toBe(true);
        before = finish;
      }
      const plan = planRoute(input);
      for (const { stepId, date } of plan.steps) {
        const body = input.bodies.get(stepId);
        if (!body || date === null) continue;
        const bodies = new Map(input.bodies).set(stepId, {
          ...body,
          calendar: aBody(body.calendar.meetings.filter((meeting) => meeting.date !== date)).calendar,
        });
        expect((planRoute({ ...input, bodies }).earliestFinish ?? '9') >= (plan.earliestFinish ?? '9')).toBe(true);
      }
    }
  });

  it('changes nothing it is given and answers the same twice', () => {
    for (const input of routes.slice(0, 50)) {
      const before = JSON.stringify([input, [...input.bodies]]);
      expect(planRoute(input)).toEqual(planRoute(input));
      expect(JSON.stringify([input, [...input.bodies]])).toBe(before);
    }
  });
});

describe('P6 the time of planning', () => {
  const closed: ClosedPeriods = { ranges: [{ from: '2016-07-11', to: '2016-07-29' }] };
  const body = (years: number) => randomBody(random(7), 365 * years);

  function milliseconds(routeCount: number, years: number): number {
    const names = Array.from({ length: 10 }, (_, index) => `s${index}`);
    const bodies = new Map(names.map((name) => [name, body(years)] as const));
    const input = levanger({
      steps: names.map((name, index) => aStep(name, index)),
      bodies,
      closed,
      startDate: '2016-01-04',
      today: '2016-01-05',
      deadline: '2016-12-16',
    });
    let best = Infinity;
    for (let round = 0; round < 5; round += 1) {
      const start = process.hrtime.bigint();
      for (let n = 0; n < routeCount; n += 1) planRoute(input);
      best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
    }
    return best;
  }

  it('grows no faster than the routes, and hardly with the meetings', () => {
    milliseconds(400, 1);
    const one = milliseconds(200, 1);
    // Four times the routes; what grows with their square would take sixteen times as long.
    expect(milliseconds(800, 1) / one).toBeLessThan(12);
    expect(milliseconds(200, 40) / one).toBeLessThan(4);
  });
});
