import { overlapOf, overlaps, overlapsWithin, type Period } from './overlaps';

const period = (id: string, from: string, to: string): Period => ({ id, title: id, from, to });

describe('periods that meet', () => {
  const agreement = period('agreement', '2017-01-01', '2020-12-31');

  it('share their days, from the later beginning to the earlier end', () => {
    expect(overlapOf(agreement, period('need', '2020-06-01', '2024-01-01'))).toMatchObject({
      shared: { from: '2020-06-01', to: '2020-12-31' },
      apart: 0,
    });
    expect(overlapOf(agreement, period('one day', '2020-12-31', '2021-01-31'))?.shared).toEqual({
      from: '2020-12-31',
      to: '2020-12-31',
    });
  });

  it('are shown where their windows do not meet, but nearly; not where they are far apart', () => {
    expect(overlapOf(agreement, period('after', '2021-01-01', '2021-02-01'))).toMatchObject({ shared: null, apart: 0 });
    expect(overlapOf(period('before', '2015-01-01', '2016-06-30'), agreement)).toMatchObject({
      shared: null,
      apart: 6,
    });
    expect(overlapOf(agreement, period('next year', '2021-12-31', '2022-02-01'))?.apart).toBe(12);
    expect(overlapOf(agreement, period('far', '2022-02-01', '2022-03-01'))).toBeNull();
  });

  it('each pair once, what shares days first', () => {
    const near = period('near', '2021-03-01', '2021-04-01');
    const within = period('within', '2018-01-01', '2018-12-31');
    expect(overlaps([near, within], [agreement]).map(({ first }) => first.id)).toEqual(['within', 'near']);
    expect(overlapsWithin([agreement, within, period('far', '2030-01-01', '2031-01-01')])).toHaveLength(1);
    expect(overlaps([agreement], [agreement])).toEqual([]);
  });
});
