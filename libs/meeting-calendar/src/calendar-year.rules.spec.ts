import { yearOfBody, type KeptMeeting } from './calendar-year.rules';

const kept = (date: string, more: Partial<KeptMeeting> = {}): KeptMeeting => ({
  id: date,
  date,
  startsAt: '18:00',
  kind: 'ORDINARY',
  submissionDeadline: null,
  cancelled: false,
  ...more,
});

describe('calendar-year: one year of one body (R6)', () => {
  const year2025 = [kept('2025-01-22'), kept('2025-02-19'), kept('2025-03-19', { cancelled: true })];

  it('shows what is kept, cancelled days too, each with its deadline', () => {
    const { adopted, patternYear, days } = yearOfBody(
      [...year2025, kept('2025-02-05', { submissionDeadline: '2025-01-20', kind: 'WORKSHOP' })],
      14,
      2025,
      {},
    );
    expect([adopted, patternYear]).toEqual([true, null]);
    expect(
      days.map(({ date, submissionDeadline, takesCases, cancelled }) => [
        date,
        submissionDeadline,
        takesCases,
        cancelled,
      ]),
    ).toEqual([
      ['2025-01-22', '2025-01-08', true, false],
      ['2025-02-05', '2025-01-20', false, false],
      ['2025-02-19', '2025-02-05', true, false],
      ['2025-03-19', '2025-03-05', true, true],
    ]);
  });

  it('a year without a calendar of its own has the pattern of the latest one, marked provisional', () => {
    const { adopted, patternYear, days } = yearOfBody(
      [...year2025, kept('2026-06-03', { kind: 'EXTRAORDINARY' })],
      14,
      2026,
      {},
    );
    expect([adopted, patternYear]).toEqual([false, 2025]);
    expect(days.map(({ date, meetingId, provisional, startsAt }) => [date, meetingId, provisional, startsAt])).toEqual([
      ['2026-01-21', null, true, null],
      ['2026-02-18', null, true, null],
      ['2026-06-03', '2026-06-03', false, '18:00'],
    ]);
  });

  it('a body without any calendar has no days', () => {
    expect(yearOfBody([], 14, 2026, {})).toEqual({ adopted: false, patternYear: null, days: [] });
  });
});
