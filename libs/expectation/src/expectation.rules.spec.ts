import { addDays, isWorkingDay } from '@samanker/clock';
import { answerDueOn, currentOccasion, escalationOn, nextOccasion, occasionsOf } from './expectation.rules';

type Kind = Parameters<typeof occasionsOf>[0];
const KINDS: Kind[] = [
  'TEXT_IN',
  'DECISION_MADE',
  'ADMINISTRATIVE_DECISION',
  'VOLUMES',
  'POWER_OF_ATTORNEY',
  'QUESTION',
];

const written = (kind: Kind, dueOn: string, weeks: number[] = []) =>
  occasionsOf(kind, dueOn, { weeks }).map(({ occasion, on }) => `${occasion} ${on}`);

describe('R10: when reminders go', () => {
  it.each<[Kind, string, string[]]>([
    ['TEXT_IN', '2016-01-28', ['T-10 2016-01-14', 'T-5 2016-01-21', 'T-1 2016-01-27', 'T 2016-01-28']],
    // Maundy Thursday to Easter Monday 2016 are 24 to 28 March.
    ['TEXT_IN', '2016-03-29', ['T-10 2016-03-10', 'T-5 2016-03-17', 'T-1 2016-03-23', 'T 2016-03-29']],
    ['TEXT_IN', '2016-03-27', ['T-10 2016-03-09', 'T-5 2016-03-16', 'T-1 2016-03-22', 'T 2016-03-23']],
    ['DECISION_MADE', '2016-02-25', ['T+1 2016-02-26', 'T+2 2016-02-29', 'T+5 2016-03-03']],
    ['DECISION_MADE', '2016-03-23', ['T+1 2016-03-29', 'T+2 2016-03-30', 'T+5 2016-04-04']],
    [
      'VOLUMES',
      '2016-01-28',
      ['T-10 2016-01-14', 'T-5 2016-01-21', 'T-1 2016-01-27', 'T 2016-01-28', 'T+2 2016-02-01', 'T+5 2016-02-04'],
    ],
    // Due on a Sunday: the day itself is asked on the Friday, and the days after are counted from the Sunday.
    [
      'POWER_OF_ATTORNEY',
      '2016-01-31',
      ['T-10 2016-01-15', 'T-5 2016-01-22', 'T-1 2016-01-28', 'T 2016-01-29', 'T+2 2016-02-02', 'T+5 2016-02-05'],
    ],
  ])('%s due %s', (kind, dueOn, expected) => {
    expect(written(kind, dueOn)).toEqual(expected);
  });

  it('goes around the weeks in which the municipality is closed (R11)', () => {
    // ISO weeks 28 to 30 of 2016 are 11 to 31 July.
    expect(written('ADMINISTRATIVE_DECISION', '2016-07-20', [28, 29, 30])).toEqual([
      'T-10 2016-06-24',
      'T-5 2016-07-01',
      'T-1 2016-07-07',
      'T 2016-07-08',
      'T+2 2016-08-02',
      'T+5 2016-08-05',
    ]);
  });

  it('never goes on a day off, never twice on one day, and the days before never after the deadline', () => {
    for (let day = '2016-01-01'; day < '2018-01-01'; day = addDays(day, 1)) {
      for (const kind of KINDS) {
        const occasions = occasionsOf(kind, day, { weeks: [28, 29] });
        expect(occasions.every(({ on }) => isWorkingDay(on, { weeks: [28, 29] }))).toBe(true);
        expect(new Set(occasions.map(({ on }) => on)).size).toBe(occasions.length);
        expect(occasions.every(({ occasion, on }) => (occasion.includes('+') ? on > day : on <= day))).toBe(true);
      }
    }
  });
});

describe('which reminder is next, and which is due', () => {
  it.each([
    ['2016-01-01', 'T-10 2016-01-14', null],
    ['2016-01-14', 'T-10 2016-01-14', 'T-10'],
    ['2016-01-15', 'T-5 2016-01-21', 'T-10'],
    ['2016-01-28', 'T 2016-01-28', 'T'],
    ['2016-01-29', 'T+2 2016-02-01', 'T'],
    ['2016-03-01', null, 'T+5'],
  ])('on %s', (today, next, current) => {
    const found = nextOccasion('VOLUMES', '2016-01-28', today);
    expect(found && `${found.occasion} ${found.on}`).toBe(next);
    expect(currentOccasion('VOLUMES', '2016-01-28', today)?.occasion ?? null).toBe(current);
  });
});

describe('R10, R11: a question is said on the day it is asked, when its answer is due, and once more', () => {
  it.each([
    ['2016-11-16', '2016-11-21', 'T-3 2016-11-16'],
    // Asked on a Saturday: said on the Monday.
    ['2016-11-19', '2016-11-24', 'T-3 2016-11-21'],
    // Asked on Christmas Eve, a Saturday in 2016, before two public holidays.
    ['2016-12-24', '2016-12-30', 'T-3 2016-12-27'],
  ])('asked on %s, due on %s, said first %s', (today, dueOn, first) => {
    expect(answerDueOn(today)).toBe(dueOn);
    const found = nextOccasion('QUESTION', dueOn, today);
    expect(found && `${found.occasion} ${found.on}`).toBe(first);
    expect(escalationOn('QUESTION', dueOn)).toBeNull();
  });
});

describe('R10: the next level is offered two working days after a missed date', () => {
  it.each([
    ['2016-01-28', '2016-02-01'],
    ['2016-01-31', '2016-02-02'],
    ['2016-03-23', '2016-03-30'],
    ['2016-12-22', '2016-12-27'],
  ])('missed on %s, offered on %s', (dueOn, on) => {
    expect(escalationOn('VOLUMES', dueOn)).toBe(on);
  });
});
