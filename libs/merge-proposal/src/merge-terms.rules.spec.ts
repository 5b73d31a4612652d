import { UNITS, type UnitOfMeasure } from '@samanker/classification';
import Decimal from 'decimal.js';
import {
  checkEveryNeedOnce,
  checkTerms,
  linesOfTerms,
  overYears,
  suggestedParts,
  unitsApart,
  type NeedToMerge,
  type Terms,
} from './merge-terms.rules';

const units = new Map<string, UnitOfMeasure>(UNITS.map((u) => [u.code, u]));
const need = (id: string, over: Partial<Omit<NeedToMerge, 'unit'>> & { unit?: string } = {}): NeedToMerge => ({
  id,
  organisationId: `kommune ${id}`,
  cpvCodes: ['33195000'],
  quantity: '100',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
  ...over,
  unit: units.get(over.unit ?? 'STK')!,
});
const terms = (over: Partial<Terms> = {}): Terms => ({
  hostOrganisationId: 'vert',
  title: 'Trygghetsteknologi',
  description: '',
  decisionDeadline: '2016-12-15',
  firstYear: 2017,
  years: 4,
  optionYears: 2,
  parts: [
    {
      title: 'Teknologi',
      items: [{ name: 'Trygghetsalarm', unitCode: 'STK', cpvCode: '33195000', unitPrice: null, needIds: ['a', 'b'] }],
    },
  ],
  ...over,
});
const item = (needIds: string[], unitCode = 'STK') => ({
  name: 'x',
  unitCode,
  cpvCode: '33195000',
  unitPrice: null,
  needIds,
});

describe('R17: suggested parts', () => {
  it('are one for each CPV division and dimension, the largest first', () => {
    const needs = [
      need('a'),
      need('b'),
      need('c', { cpvCodes: ['33196200'] }),
      need('d', { cpvCodes: ['85310000'], unit: 'ABONNEMENT' }),
      need('e', { unit: 'ABONNEMENT' }),
    ];
    expect(suggestedParts(needs, (code) => `navn ${code}`)).toEqual([
      {
        title: 'navn 33195000',
        items: [
          { name: 'navn 33195000', unitCode: 'STK', cpvCode: '33195000', unitPrice: null, needIds: ['a', 'b', 'c'] },
        ],
      },
      {
        title: 'navn 33195000',
        items: [
          { name: 'navn 33195000', unitCode: 'ABONNEMENT', cpvCode: '33195000', unitPrice: null, needIds: ['e'] },
        ],
      },
      {
        title: 'navn 85310000',
        items: [
          { name: 'navn 85310000', unitCode: 'ABONNEMENT', cpvCode: '85310000', unitPrice: null, needIds: ['d'] },
        ],
      },
    ]);
  });

  it('count in the unit that most use, or in the smallest where one would be rounded (R18)', () => {
    const unitOf = (...needs: NeedToMerge[]) => suggestedParts(needs, String)[0]!.items[0]!.unitCode;
    expect(
      unitOf(need('a', { unit: 'TONN' }), need('b', { unit: 'TONN' }), need('c', { unit: 'KG', quantity: '500' })),
    ).toBe('TONN');
    expect(
      unitOf(need('a', { unit: 'TIME' }), need('b', { unit: 'TIME' }), need('c', { unit: 'MINUTT', quantity: '10' })),
    ).toBe('MINUTT');
  });

  it('place every need exactly once', () => {
    const needs = [need('a'), need('b', { unit: 'KG' }), need('c', { cpvCodes: [] })];
    const suggested = terms({ parts: suggestedParts(needs, String) });
    expect(checkEveryNeedOnce(suggested, needs, ['t'])).toBeNull();
    expect(unitsApart(suggested, needs, units)).toBeNull();
  });
});

describe('terms of the case to be', () => {
  const fault = (over: Partial<Terms>) => {
    const found = checkTerms(terms(over), ['terms'], '2016-03-01');
    return found && [found.path.slice(1).join('.'), found.fault];
  };
  it('are accepted as they should be', () => expect(fault({})).toBeNull());
  it.each<[Partial<Terms>, string, string]>([
    [{ title: '' }, 'title', 'REQUIRED'],
    [{ decisionDeadline: '2016-02-29' }, 'decisionDeadline', 'DATE_PASSED'],
    [{ firstYear: 2015 }, 'firstYear', 'NOT_ALLOWED_HERE'],
    [{ firstYear: 20170 }, 'firstYear', 'TOO_LARGE'],
    [{ years: 0 }, 'years', 'NOT_POSITIVE'],
    [{ years: 16 }, 'years', 'TOO_LARGE'],
    [{ optionYears: -1 }, 'optionYears', 'NEGATIVE'],
    [{ parts: [] }, 'parts', 'REQUIRED'],
    [{ parts: [{ title: 'x', items: [] }] }, 'parts.0.items', 'REQUIRED'],
    [{ parts: [{ title: ' ', items: [item(['a'])] }] }, 'parts.0.title', 'REQUIRED'],
    [
      { parts: [{ title: 'x', items: [{ ...item(['a']), unitPrice: { amount: '1.999', vat: 'EXCLUDED' } }] }] },
      'parts.0.items.0.unitPrice.amount',
      'TOO_MANY_DECIMALS',
    ],
    [
      { parts: [{ title: 'x', items: [{ ...item(['a']), unitPrice: { amount: '1', vat: 'INCLUDED' } }] }] },
      'parts.0.items.0.unitPrice.vat',
      'VAT_INCLUDED',
    ],
  ])('%j is refused', (over, path, kind) => expect(fault(over)).toEqual([path, kind]));

  it('place every need once: none lost, none twice, none from elsewhere (R17)', () => {
    const needs = [need('a'), need('b')];
    const faultOf = (...ids: string[][]) =>
      checkEveryNeedOnce(terms({ parts: [{ title: 'x', items: ids.map((needIds) => item(needIds)) }] }), needs, [
        'terms',
      ]);
    expect(faultOf(['a', 'b'])).toBeNull();
    expect(faultOf(['a'], ['b'])).toBeNull();
    expect(faultOf(['a'])).toMatchObject({ fault: 'REQUIRED', path: ['terms', 'parts'] });
    expect(faultOf(['a', 'b'], ['b'])).toMatchObject({
      fault: 'DUPLICATE',
      path: ['terms', 'parts', '0', 'items', '1', 'needIds', '0'],
    });
    expect(faultOf(['a', 'b', 'z'])).toMatchObject({ fault: 'UNKNOWN_REFERENCE' });
  });

  it('refuse units that cannot be converted exactly, and name the need (R18)', () => {
    expect(unitsApart(terms(), [need('a'), need('b', { unit: 'KG' })], units)).toEqual({
      path: ['parts', 0, 'items', 0, 'needIds', 1],
      from: 'KG',
      to: 'STK',
    });
    expect(unitsApart(terms(), [need('a'), need('b', { unit: 'DUSIN' })], units)).toBeNull();
  });
});

describe('R17: volumes filled in from needs', () => {
  it.each([
    ['120', '2017-01-01', '2020-12-31', ['2017:30', '2018:30', '2019:30', '2020:30']],
    ['10', '2018-06-01', '2020-05-31', ['2018:4', '2019:3', '2020:3']],
    ['2', '2017-01-01', '2020-12-31', ['2017:1', '2018:1']],
    ['1.5', '2017-01-01', '2018-12-31', ['2017:0.75', '2018:0.75']],
    ['0.0001', '2017-01-01', '2018-12-31', ['2017:0.0001']],
    ['7', '2010-01-01', '2012-12-31', ['2017:7']],
    ['7', '2016-01-01', '2030-12-31', ['2017:2', '2018:2', '2019:2', '2020:1']],
  ])('%s from %s to %s is %j', (quantity, from, to, expected) => {
    const lines = overYears(quantity, from, to, { firstYear: 2017, years: 4 });
    expect(lines.map((line) => `${line.year}:${line.quantity}`)).toEqual(expected);
    expect(Decimal.sum(...lines.map((line) => line.quantity)).toFixed()).toBe(quantity);
  });

  it('are one line per organisation, item and year, in the unit of the item, pointing at every need (R18)', () => {
    const needs = [
      need('a', { organisationId: 'Åmli', quantity: '8' }),
      need('b', { organisationId: 'Åmli', unit: 'DUSIN', quantity: '1' }),
    ];
    expect(linesOfTerms(terms({ years: 2 }), needs, units)).toEqual([
      { organisationId: 'Åmli', part: 0, item: 0, year: 2017, expected: '10', needIds: ['a', 'b'] },
      { organisationId: 'Åmli', part: 0, item: 0, year: 2018, expected: '10', needIds: ['a', 'b'] },
    ]);
  });
});
