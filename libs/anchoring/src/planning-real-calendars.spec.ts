import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDays, isLocalDate, LocalDate, weekday, yearOf } from '@samanker/clock';
import { parse } from 'csv-parse/sync';
import { aBody, aMeeting, aStep } from './planning.fixture';
import { PlanningInput } from './planning-stages.rules';
import { planRoute } from './planning.rules';

interface Row {
  municipality_number: string;
  municipality: string;
  kind: string;
  date: LocalDate;
  weekday: string;
}

const file = join(__dirname, '../../../data/calendars/moteplan-real.csv');
const rows = parse(readFileSync(file), { columns: true, bom: true }) as Row[];
const days = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'];

/** Dates of one kind of body, by municipality and year. */
const datesOf = (municipality: string, kind: string, year: number): LocalDate[] =>
  rows
    .filter((row) => row.municipality_number === municipality && row.kind === kind && yearOf(row.date) === year)
    .map((row) => row.date)
    .sort();

/** Each council meeting with the last executive committee meeting of its year before it. */
const cycles = rows
  .filter((row) => row.kind === 'kommunestyre')
  .flatMap((council) => {
    const before = datesOf(council.municipality_number, 'formannskap', yearOf(council.date)).filter(
      (date) => date <= council.date,
    );
    const executive = before[before.length - 1];
    return executive ? [{ ...council, council: council.date, executive, gap: diffDays(executive, council.date) }] : [];
  });

function chain(cycle: (typeof cycles)[number], today: LocalDate): PlanningInput {
  const { municipality_number: municipality, council } = cycle;
  const year = yearOf(council);
  return {
    steps: [aStep('executive', 1, { state: 'OPEN' }), aStep('council', 2, { weight: 'DECIDING' })],
    bodies: new Map([
      ['executive', aBody(datesOf(municipality, 'formannskap', year).map((date) => aMeeting(date, 14)))],
      ['council', aBody(datesOf(municipality, 'kommunestyre', year).map((date) => aMeeting(date, 21)))],
    ]),
    startDate: today,
    deadline: council,
    powerOfAttorneyWorkingDays: 0,
    marginDays: 0,
    today,
  };
}

describe('R6 on 117 real meetings of nine municipalities', () => {
  it('the dates exist and fall on the weekdays that the municipalities published', () => {
    expect(rows).toHaveLength(117);
    for (const row of rows) {
      expect(isLocalDate(row.date)).toBe(true);
      expect(days[weekday(row.date) - 1]).toBe(row.weekday);
    }
  });

  it('B61: 33 of 39 councils have the executive committee less than 21 days before, 16 under 10, median 14', () => {
    const gaps = cycles.map(({ gap }) => gap).sort((a, b) => a - b);
    expect([
      gaps.length,
      gaps.filter((gap) => gap < 21).length,
      gaps.filter((gap) => gap < 10).length,
      gaps[19],
    ]).toEqual([39, 33, 16, 14]);
  });

  it('one case document reaches every one of the 39 councils; a deadline per body would lose a cycle in 33', () => {
    let lost = 0;
    for (const cycle of cycles) {
      const today = aMeeting(cycle.executive, 14).submissionDeadline;
      const plan = planRoute(chain(cycle, today));
      expect(plan.steps[0]?.date).toBe(cycle.executive);
      expect((plan.decisionDate ?? '9') <= cycle.council).toBe(true);
      expect(plan.status).toBe('ON_TRACK');
      // The council's own deadline, after the executive committee has met.
      const separate = planRoute({ ...chain(cycle, cycle.executive), steps: [aStep('council', 1, { state: 'OPEN' })] });
      lost += separate.decisionDate === cycle.council ? 0 : 1;
    }
    expect(lost).toBe(33);
  });

  it('planning backward from the council finds a submission that makes it, and the day after it is lost', () => {
    for (const cycle of cycles) {
      const last = planRoute(chain(cycle, `${yearOf(cycle.council)}-01-01`)).latestSubmission ?? '';
      expect(planRoute(chain(cycle, last)).slackDays).toBeGreaterThanOrEqual(0);
      const after = planRoute({ ...chain(cycle, last), today: aMeeting(cycle.executive, 14).submissionDeadline });
      expect(after.slackDays).toBeGreaterThanOrEqual(0);
    }
  });

  it('Overhalla 2019: across the election the route is flagged', () => {
    const cycle = cycles.find(({ municipality, council }) => municipality === 'Overhalla' && council === '2019-11-19');
    if (!cycle) throw new Error('the calendar of Overhalla is missing');
    expect(planRoute(chain(cycle, '2019-09-04')).constitutionYear).toBe(2019);
  });
});
