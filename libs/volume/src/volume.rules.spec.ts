import { suggestQuantity } from './volume-suggestion.rules';
import { addUp, addUpBy, type Valued } from './volume-totals.rules';

const sum = (commitment: string, expectedValue: string, unpricedLines = 0): Valued & { part: string } => ({
  commitment,
  expectedValue,
  maximumValue: expectedValue,
  unpricedLines,
  part: expectedValue.length % 2 === 0 ? 'even' : 'odd',
});

describe('values added up (R20, R21)', () => {
  it('are exact where floating point is not, and every commitment is there', () => {
    expect(addUp([sum('COMMITTED', '0.10'), sum('COMMITTED', '0.20'), sum('OPTION', '99999999999999.99', 1)])).toEqual([
      { commitment: 'COMMITTED', expectedValue: '0.30', maximumValue: '0.30', unpricedLines: 0 },
      { commitment: 'OPTION', expectedValue: '99999999999999.99', maximumValue: '99999999999999.99', unpricedLines: 1 },
      { commitment: 'NOT_ANCHORED', expectedValue: '0.00', maximumValue: '0.00', unpricedLines: 0 },
    ]);
  });

  it('are exact beyond what twenty digits can say', () => {
    const [committed] = addUp([sum('COMMITTED', '99999999999999999999.99'), sum('COMMITTED', '0.01')]);
    expect(committed!.expectedValue).toBe('100000000000000000000.00');
  });

  it('in groups come to the same as the whole', () => {
    const sums = Array.from({ length: 50 }, (_, at) =>
      sum(['COMMITTED', 'OPTION', 'NOT_ANCHORED'][at % 3]!, `${at}${at % 2 ? '3' : ''}.${10 + at}`),
    );
    const groups = addUpBy(sums, ({ part }) => part);
    expect(groups.map(([key]) => key)).toEqual(['even', 'odd']);
    expect(addUp(groups.flatMap(([, values]) => values))).toEqual(addUp(sums));
  });
});

describe('a modelled quantity (R20)', () => {
  it('is the others’ median per 1 000 inhabitants times one’s own thousands, rounded up', () => {
    expect(suggestQuantity({ ratePerThousand: '22.6', peers: 3, population: 14_425 })).toBe('327');
    expect(suggestQuantity({ ratePerThousand: '0.0001', peers: 5, population: 900 })).toBe('1');
  });

  it('is not made from fewer than three others, nor without a population', () => {
    expect(suggestQuantity({ ratePerThousand: '22.6', peers: 2, population: 1000 })).toBeNull();
    expect(suggestQuantity({ ratePerThousand: '22.6', peers: 3, population: null })).toBeNull();
  });
});
