import { checkCase, type CaseAsked } from './case-given.rules';
import { CaseStage, holdsBack, isYearOfCase, mayGo, termEnd } from './procurement-case.rules';

const term = { firstYear: 2017, years: 4, optionYears: 2 };
const asked: CaseAsked = {
  ...term,
  title: 'Responssenter',
  decisionDeadline: '2016-12-15',
  parts: [{ title: 'Teknologi', items: [{ name: 'Alarm', unitPrice: { amount: '2500.00', vat: 'EXCLUDED' } }] }],
};
const fault = (change: Partial<CaseAsked>) => {
  const found = checkCase({ ...asked, ...change }, '2016-11-16');
  return found && `${found.path.slice(1).join('.')} ${found.fault}`;
};

describe('a procurement case', () => {
  it('has volumes in its firm years and its option years, and in no other (R20)', () => {
    expect([2016, 2017, 2020, 2022, 2023].map((year) => isYearOfCase(term, year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('ends at the latest when its last option ends (R26)', () => {
    expect(termEnd(term)).toBe('2022-12-31');
  });

  it('takes no changes once participants are frozen, or while it is paused or cancelled', () => {
    expect(Object.values(CaseStage).map(holdsBack)).toEqual([null, null, 'FROZEN', 'CLOSED', 'CLOSED']);
  });

  it('cannot be paused after the participants are frozen, and never comes back from cancelled (R5b)', () => {
    expect(mayGo(CaseStage.INVITED, CaseStage.PAUSED)).toBe(true);
    expect(mayGo(CaseStage.PAUSED, CaseStage.INVITED)).toBe(true);
    expect(mayGo(CaseStage.PARTICIPANTS_FROZEN, CaseStage.PAUSED)).toBe(false);
    expect(Object.values(CaseStage).some((stage) => mayGo(CaseStage.CANCELLED, stage))).toBe(false);
  });

  it('can be decided until today, and not until yesterday', () => {
    expect(fault({ decisionDeadline: '2016-11-16' })).toBeNull();
    expect(fault({ decisionDeadline: '2016-11-15' })).toBe('decisionDeadline DATE_PASSED');
    expect(fault({ decisionDeadline: '2026-11-17' })).toBe('decisionDeadline DATE_TOO_LATE');
  });

  it.each<[Partial<CaseAsked>, string]>([
    [{ title: '  ' }, 'title REQUIRED'],
    [{ title: 'x'.repeat(301) }, 'title TOO_LONG'],
    [{ firstYear: 2015 }, 'firstYear NOT_ALLOWED_HERE'],
    [{ firstYear: 2037 }, 'firstYear NOT_ALLOWED_HERE'],
    [{ years: 0 }, 'years NOT_ALLOWED_HERE'],
    [{ optionYears: 11 }, 'optionYears NOT_ALLOWED_HERE'],
    [{ parts: [] }, 'parts REQUIRED'],
    [{ parts: [{ title: 'Tom', items: [] }] }, 'parts.0.items REQUIRED'],
    [
      { parts: [{ title: 'A', items: [{ name: 'B', unitPrice: { amount: '1.001', vat: 'EXCLUDED' } }] }] },
      'parts.0.items.0.unitPrice.amount TOO_MANY_DECIMALS',
    ],
    [
      { parts: [{ title: 'A', items: [{ name: 'B', unitPrice: { amount: '125', vat: 'INCLUDED' } }] }] },
      'parts.0.items.0.unitPrice.vat VAT_INCLUDED',
    ],
    [
      { parts: [{ title: 'A', items: [{ name: 'B', unitPrice: { amount: '-1', vat: 'EXCLUDED' } }] }] },
      'parts.0.items.0.unitPrice.amount NEGATIVE',
    ],
  ])('names the field that is wrong: %j', (change, says) => expect(fault(change)).toBe(says));
});
