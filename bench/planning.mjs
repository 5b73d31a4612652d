// P6: planning every route of a large region in one core: calendars made ready, then forward and backward through ten steps.
import { built } from './stage.mjs';

const STEPS = 10;
const ROUNDS = 9;
const DAY_MS = 86_400_000;
const dateOf = (day) => new Date(Date.UTC(2016, 0, 4) + day * DAY_MS).toISOString().slice(0, 10);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The meetings of one body in one year: every second to fifth week, each municipality on days of its own. */
function meetings(municipality, body) {
  const rhythm = 14 + ((municipality + body) % 4) * 7;
  const first = (municipality * 3 + body) % rhythm;
  return Array.from({ length: Math.floor((364 - first) / rhythm) + 1 }, (_, index) => ({
    id: `${municipality}-${body}-${index}`,
    date: dateOf(first + index * rhythm),
    kind: 'ORDINARY',
    submissionDeadline: dateOf(first + index * rhythm - 10),
    provisional: false,
    cancelled: false,
  }));
}

/** Three people, then two councils side by side, then bodies one after another: what a municipality's route looks like. */
function steps() {
  return Array.from({ length: STEPS }, (_, at) => ({
    id: `step-${at}`,
    position: at,
    parallelGroup: at === 4 ? 3 : at,
    kind: at < 3 ? 'ADMINISTRATIVE' : 'POLITICAL',
    weight: at === STEPS - 1 ? 'DECIDING' : 'RECOMMENDING',
    bodyId: at < 3 ? null : `body-${at}`,
    state: at === 0 ? 'OPEN' : 'WAITING',
    outcome: null,
    decidedOn: null,
    submittedMeetingDate: null,
    workingDays: at < 3 ? 5 : null,
  }));
}

/** Steps planned per second with so many municipalities: the median of some rounds, each from the meetings as stored. */
function perSecond(municipalities) {
  const { planRoute } = built('libs/anchoring');
  const { bodyCalendar } = built('libs/meeting-calendar');
  const ground = Array.from({ length: municipalities }, (_, one) =>
    Array.from({ length: STEPS - 3 }, (__, body) => [`body-${body + 3}`, meetings(one, body)]),
  );
  const route = steps();
  const rates = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    let planned = 0;
    for (const bodies of ground) {
      const plan = planRoute({
        steps: route,
        bodies: new Map(bodies.map(([id, dates]) => [id, { calendar: bodyCalendar(dates), handoverDays: 7 }])),
        closed: { weeks: [28, 29, 30] },
        startDate: '2016-01-04',
        deadline: '2016-12-16',
        marginDays: 14,
        today: '2016-01-05',
      });
      if (plan.earliestFinish === null) throw new Error('a route that finds no way through its calendars');
      planned += plan.steps.length;
    }
    rates.push((planned / (performance.now() - began)) * 1_000);
  }
  return median(rates);
}

/** Steps per second with 400 municipalities; and the time of 1 600 over the time of 400, for each step. */
export function measurePlanning() {
  perSecond(400);
  const rate = perSecond(400);
  return { rate, growth: rate / perSecond(1_600) };
}
