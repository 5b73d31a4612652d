import {
  commonCosts,
  limitBreaches,
  limitsNothing,
  strictestLimits,
  type CostBearer,
  type LimitSituation,
} from './limits.rules';
import { sentenceOf } from './state-reason.rules';

describe('the limits of a decision (R4)', () => {
  const now: LimitSituation = {
    yearly: [
      { year: 2017, value: '80000.00' },
      { year: 2018, value: '96200.52' },
    ],
    termEnd: '2022-12-31',
    hostOrganisationId: 'kristiansand',
    inhabitants: 1850,
    chosenParts: [
      { partId: 'technology', number: 1 },
      { partId: 'centre', number: 2 },
    ],
    commonCosts: '704802.08',
  };
  const codes = (limits: Parameters<typeof limitBreaches>[0], change: Partial<LimitSituation> = {}) =>
    limitBreaches(limits, { ...now, ...change }).map(({ code }) => code);

  it('are kept when nothing is limited, and when a figure is exactly the limit', () => {
    expect(codes({})).toEqual([]);
    expect(
      codes({ total: '176200.52', perYear: '96200.52', latestEnd: '2022-12-31', hostOrganisationId: 'kristiansand' }),
    ).toEqual([]);
  });

  it('are broken by one øre', () => {
    expect(codes({ total: '176200.51' })).toEqual(['LIMIT_TOTAL']);
    expect(limitBreaches({ perYear: '96200.51' }, now)).toEqual([
      { code: 'LIMIT_PER_YEAR', params: { value: '96200.52', limit: '96200.51', year: '2018' } },
    ]);
  });

  it('hold per inhabitant and year: 52 kroner, as Bamble set it', () => {
    expect(codes({ perInhabitantPerYear: '52.00' }, { yearly: [{ year: 2017, value: '96200.00' }] })).toEqual([]);
    expect(limitBreaches({ perInhabitantPerYear: '52.00' }, now)).toEqual([
      { code: 'LIMIT_PER_INHABITANT', params: { value: '52.01', limit: '52.00', year: '2018' } },
    ]);
    expect(codes({ perInhabitantPerYear: '0.01' }, { inhabitants: null })).toEqual([]);
  });

  it('end with the latest end, and name the host', () => {
    expect(codes({ latestEnd: '2020-12-31' })).toEqual(['LIMIT_LATEST_END']);
    expect(codes({ hostOrganisationId: 'arendal' })).toEqual(['LIMIT_HOST']);
  });

  it('a limit of zero is a limit', () => {
    expect(codes({ total: '0.00' })).toEqual(['LIMIT_TOTAL']);
    expect(codes({ total: '0.00' }, { yearly: [] })).toEqual([]);
  });

  it('cover the parts that the decision names: another part chosen, firm or with an option, is outside (R3, R4)', () => {
    expect(codes({ partIds: ['technology', 'centre'] })).toEqual([]);
    expect(codes({ partIds: ['centre'] }, { chosenParts: [] })).toEqual([]);
    const breaches = limitBreaches({ partIds: ['technology'] }, now);
    expect(breaches).toEqual([{ code: 'LIMIT_PARTS', params: { parts: '2' } }]);
    expect(sentenceOf(breaches[0]!, 'NB')).toBe('Kommunen har valgt del 2, som vedtaket ikke omfatter.');
    const chosenParts = Array.from({ length: 40 }, (_, at) => ({ partId: `part-${at}`, number: 40 - at }));
    expect(limitBreaches({ partIds: [] }, { ...now, chosenParts })[0]!.params).toEqual({
      parts: '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …',
    });
  });

  it('hold the share of the common costs: exactly a fourth is within 25 per cent, one øre more is not (R3, R4)', () => {
    expect(codes({ shareOfCost: '25.00' })).toEqual([]);
    const breaches = limitBreaches({ shareOfCost: '25.00' }, { ...now, commonCosts: '704802.07' });
    expect(breaches).toEqual([{ code: 'LIMIT_SHARE_OF_COST', params: { value: '25.01', limit: '25' } }]);
    expect(sentenceOf(breaches[0]!, 'NN')).toBe(
      'Kommunen kan måtte bere 25,01 % av dei samla kostnadene, og vedtaket set grensa ved 25 %.',
    );
    expect(codes({ shareOfCost: '0.00' })).toEqual(['LIMIT_SHARE_OF_COST']);
    expect(codes({ shareOfCost: '1.00' }, { commonCosts: null })).toEqual([]);
    expect(codes({ shareOfCost: '1.00' }, { commonCosts: '0.00', yearly: [] })).toEqual([]);
  });

  it('each broken one has its own sentence', () => {
    expect(
      codes({
        total: '1',
        perYear: '1',
        perInhabitantPerYear: '1',
        latestEnd: '2017-12-31',
        hostOrganisationId: 'arendal',
        partIds: ['technology'],
        shareOfCost: '1',
      }),
    ).toEqual([
      'LIMIT_HOST',
      'LIMIT_PARTS',
      'LIMIT_TOTAL',
      'LIMIT_PER_YEAR',
      'LIMIT_PER_INHABITANT',
      'LIMIT_SHARE_OF_COST',
      'LIMIT_LATEST_END',
    ]);
  });

  it('of several decisions in force hold together, the strictest of each kind', () => {
    expect(strictestLimits([])).toBeNull();
    expect(
      strictestLimits([
        { total: '900.00', latestEnd: '2022-12-31', hostOrganisationId: 'arendal', partIds: ['a', 'b'] },
        { total: '1000.00', perYear: '5.00', latestEnd: '2020-12-31', partIds: ['b', 'c'], shareOfCost: '9.50' },
        { hostOrganisationId: 'kristiansand', shareOfCost: '10.00' },
      ]),
    ).toEqual({
      total: '900.00',
      perYear: '5.00',
      perInhabitantPerYear: null,
      latestEnd: '2020-12-31',
      hostOrganisationId: 'kristiansand',
      partIds: ['b'],
      shareOfCost: '9.50',
    });
    expect([limitsNothing({}), limitsNothing({ total: null }), limitsNothing({ total: '0.00' })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the common costs of a case (R3)', () => {
  const bearer = (value: string, change: Partial<CostBearer> = {}): CostBearer => ({
    gone: false,
    volumesDeclared: true,
    yearly: [{ value }, { value: '0.01' }],
    ...change,
  });

  it('are the exact sum of those who have not declined or left', () => {
    expect(
      commonCosts([bearer('0.10'), bearer('0.20'), bearer('9.00', { gone: true })], '2016-06-01', '2016-12-15'),
    ).toBe('0.32');
  });

  it('are unknown while somebody has volumes to declare, until the decision deadline has passed', () => {
    const bearers = [bearer('100.00'), bearer('0.00', { volumesDeclared: false })];
    expect(commonCosts(bearers, '2016-12-15', '2016-12-15')).toBeNull();
    expect(commonCosts(bearers, '2016-12-16', '2016-12-15')).toBe('100.02');
    expect(
      commonCosts([bearer('1.00'), bearer('0.00', { volumesDeclared: false, gone: true })], '2016-06-01', '2016-12-15'),
    ).toBe('1.01');
  });
});
