import { reminderDay } from './preview-moment.rules';

describe('preview-moment: the day a previewed reminder would go (R10)', () => {
  it.each([
    ['TEXT_IN', 'BEFORE', '2026-01-14'],
    ['TEXT_IN', 'ON_THE_DAY', '2026-01-28'],
    ['TEXT_IN', 'AFTER', null],
    ['DECISION_MADE', 'BEFORE', null],
    ['DECISION_MADE', 'AFTER', '2026-02-04'],
    ['VOLUMES', 'AFTER', '2026-02-04'],
  ] as const)('%s %s: %s', (kind, moment, day) => {
    expect(reminderDay(kind, moment, '2026-01-28', {})).toBe(day);
  });

  it('on a day off none goes on the day itself', () => {
    expect(reminderDay('VOLUMES', 'ON_THE_DAY', '2026-01-31', {})).toBeNull();
  });
});
