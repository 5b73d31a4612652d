import {
  ContractKind,
  contractKindOf,
  strictestClass,
  ThresholdClass,
  thresholdClass,
  thresholdInForce,
  ThresholdKind,
} from './threshold.rules';
import { thresholdsOfFile } from './thresholds-file';

const figures = thresholdsOfFile();
const classOf = (value: string, on: string, kind = ContractKind.GOODS_AND_SERVICES) =>
  thresholdClass(value, kind, on, figures).class;
const { OUTSIDE_THE_ACT, PART_I, PART_II, PART_III, PART_IV, UNKNOWN } = ThresholdClass;

describe('R26 threshold class of a municipality', () => {
  // facts.md B9 and B66
  it.each([
    ['2026-08-01', '499999.99', OUTSIDE_THE_ACT],
    ['2026-08-01', '500000', PART_I],
    ['2026-08-01', '1299999', PART_I],
    ['2026-08-01', '1300000', PART_II],
    ['2026-08-01', '2499999', PART_II],
    ['2026-08-01', '2500000', PART_III],
    ['2026-06-01', '99999', OUTSIDE_THE_ACT],
    ['2026-06-01', '400000', PART_I],
    ['2026-06-30', '99999.99', OUTSIDE_THE_ACT],
    ['2026-06-30', '100000', PART_I],
    ['2025-06-01', '2299999', PART_II],
    ['2025-06-01', '2300000', PART_III],
    ['2026-04-20', '2400000', PART_III],
    ['2026-04-21', '2400000', PART_II],
    ['2016-12-15', '499999.99', PART_I],
    ['2016-12-15', '500000', PART_II],
    ['2016-12-15', '1749999.99', PART_II],
    ['2016-12-15', '1750000', PART_III],
    ['2016-12-15', '99999.99', OUTSIDE_THE_ACT],
    ['2017-01-01', '1099999', PART_I],
    ['2017-01-01', '1100000', PART_II],
    ['2018-04-05', '1200000', PART_II],
    ['2018-04-06', '1200000', PART_I],
    ['2018-04-06', '2000000', PART_III],
    ['2020-02-12', '2049999.99', PART_II],
  ])('on %s, %s kroner of goods and services is %s', (on, value, expected) => {
    expect(classOf(value, on)).toBe(expected);
  });

  it.each([
    ['2026-08-01', '8699999', PART_I],
    ['2026-08-01', '8700000', PART_IV],
    ['2017-06-01', '6300000', PART_IV],
    ['2016-12-15', '9000000', PART_II],
  ])('on %s, %s kroner of health and social services is %s', (on, value, expected) => {
    expect(classOf(value, on, ContractKind.SPECIAL_SERVICES)).toBe(expected);
  });

  it.each([
    ['2016-12-15', '43999999.99', PART_II],
    ['2016-12-15', '44000000', PART_III],
    ['2026-04-21', '62900000', PART_III],
  ])('on %s, %s kroner of works is %s', (on, value, expected) => {
    expect(classOf(value, on, ContractKind.WORKS)).toBe(expected);
  });

  it('B12: 21 firm and 9 with an option over four years reach part III together', () => {
    const value = String(21 * 100_000 * 4 + 9 * 50_000 * 4);
    expect(value).toBe('10200000');
    expect(classOf(value, '2026-08-01')).toBe(PART_III);
    expect(classOf('400000', '2026-08-01')).toBe(OUTSIDE_THE_ACT);
  });

  it('names the threshold that was reached and the next one, and says when a figure is not verified', () => {
    const finding = thresholdClass('600000', ContractKind.GOODS_AND_SERVICES, '2016-12-15', figures);
    expect(finding.reached).toMatchObject({ kind: 'NATIONAL', amount: '500000.00' });
    expect(finding.next).toMatchObject({ kind: 'EEA_MUNICIPAL', amount: '1750000.00' });
    expect(finding.verified).toBe(false);
    expect(thresholdClass('2500000', ContractKind.GOODS_AND_SERVICES, '2026-08-01', figures).verified).toBe(true);
  });

  it('is unknown where there are no figures for the day', () => {
    expect(classOf('1000000', '1999-01-01')).toBe(UNKNOWN);
    expect(thresholdClass('1000000', ContractKind.GOODS_AND_SERVICES, '2026-01-01', []).class).toBe(UNKNOWN);
  });

  it('does not depend on the order of the figures', () => {
    expect(thresholdInForce(ThresholdKind.NATIONAL, '2016-12-15', [...figures].reverse())?.amount).toBe('500000.00');
  });
});

describe('B6 a typed figure that breaks the exchange rate of its round is a slip of the keyboard', () => {
  it('the figures of 2026 stand to the euro figures at one rate within 2 %', () => {
    const euro = { EEA_STATE: 140_000, EEA_MUNICIPAL: 216_000, WORKS_EEA: 5_404_000, SPECIAL_SERVICES: 750_000 };
    const rates = Object.entries(euro).map(
      ([kind, amount]) => Number(thresholdInForce(kind as ThresholdKind, '2026-08-01', figures)!.amount) / amount,
    );
    for (const rate of rates) expect(Math.abs(rate / 11.6 - 1)).toBeLessThan(0.02);
  });
});

describe('what a CPV code makes the contract', () => {
  it.each([
    ['35121700', ContractKind.GOODS_AND_SERVICES],
    ['79711000', ContractKind.GOODS_AND_SERVICES],
    ['85320000', ContractKind.SPECIAL_SERVICES],
    ['45310000', ContractKind.WORKS],
  ])('%s is %s', (cpv, kind) => expect(contractKindOf(cpv)).toBe(kind));

  it('of several classes the strictest counts', () => {
    expect(strictestClass([PART_I, PART_III, PART_IV])).toBe(PART_III);
    expect(strictestClass([PART_I, UNKNOWN])).toBe(UNKNOWN);
    expect(strictestClass([])).toBe(OUTSIDE_THE_ACT);
  });
});
