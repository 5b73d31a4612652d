import { costFigures } from './decision-basis.rules';

describe('what a step decides on, in figures (R3)', () => {
  const yearly = [
    { year: 2018, value: '100.10' },
    { year: 2019, value: '300.30' },
    { year: 2020, value: '300.20' },
  ];

  it('the whole term, the dearest year, and that year per inhabitant, rounded up', () => {
    expect(costFigures(yearly, 7)).toEqual({
      total: '700.60',
      perYear: '300.30',
      dearestYear: 2019,
      perInhabitantPerYear: '42.90',
    });
    expect(costFigures(yearly, 9).perInhabitantPerYear).toBe('33.37');
  });

  it('says nothing per inhabitant where the population is not known', () => {
    expect(costFigures(yearly, null)).toMatchObject({ total: '700.60', perInhabitantPerYear: null });
    expect(costFigures(yearly, 0).perInhabitantPerYear).toBeNull();
  });

  it('says nothing at all while no volumes are known: an unknown cost is not zero', () => {
    expect(costFigures([], 100)).toEqual({
      total: null,
      perYear: null,
      dearestYear: null,
      perInhabitantPerYear: null,
    });
  });

  it('is exact where floating point is not', () => {
    const cents = Array.from({ length: 10 }, (_, year) => ({ year, value: '0.10' }));
    expect(costFigures(cents, 3)).toMatchObject({ total: '1.00', perInhabitantPerYear: '0.04' });
  });
});
