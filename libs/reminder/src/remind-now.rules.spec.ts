import { byHandKey, remindVerdict, RemindVerdict, type ToRemindOf } from './remind-now.rules';

const TODAY = '2016-11-16';
const one: ToRemindOf = {
  kind: 'ADMINISTRATIVE_DECISION',
  dueOn: '2016-11-20',
  address: 'kari@kommune.example',
  queued: false,
  writtenToToday: false,
};

describe('a reminder by hand', () => {
  it('R10: goes where a person can act now, before the day and after it', () => {
    expect(remindVerdict(one, TODAY)).toBe(RemindVerdict.GOES);
    expect(remindVerdict({ ...one, dueOn: '2016-11-01' }, TODAY)).toBe(RemindVerdict.GOES);
  });

  it('R10: a text is not asked for after its deadline; on the deadline it is', () => {
    const text = { ...one, kind: 'TEXT_IN' } as const;
    expect(remindVerdict({ ...text, dueOn: TODAY }, TODAY)).toBe(RemindVerdict.GOES);
    expect(remindVerdict({ ...text, dueOn: '2016-11-15' }, TODAY)).toBe(RemindVerdict.TOO_LATE);
  });

  it('R10: nobody is asked what a meeting decided before the day after it', () => {
    const meeting = { ...one, kind: 'DECISION_MADE' } as const;
    expect(remindVerdict({ ...meeting, dueOn: TODAY }, TODAY)).toBe(RemindVerdict.MEETING_NOT_HELD);
    expect(remindVerdict({ ...meeting, dueOn: '2016-11-15' }, TODAY)).toBe(RemindVerdict.GOES);
  });

  it('R11: nobody gets two on a day; what waits to be sent is not queued again', () => {
    expect(remindVerdict({ ...one, writtenToToday: true }, TODAY)).toBe(RemindVerdict.WRITTEN_TO_TODAY);
    expect(remindVerdict({ ...one, queued: true, writtenToToday: true }, TODAY)).toBe(RemindVerdict.ALREADY_QUEUED);
  });

  it('R12: without anybody to write to, it says so', () => {
    expect(remindVerdict({ ...one, address: null }, TODAY)).toBe(RemindVerdict.NOBODY_TO_WRITE_TO);
  });

  it('R10: its key is of a due date and a day', () => {
    expect(byHandKey('2016-11-20', TODAY)).toBe('BY_HAND 2016-11-20 2016-11-16');
  });
});
