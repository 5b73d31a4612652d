import { comingNext } from './coming';

const at = (on: string | null, awaited = false) => ({ on, awaited, says: on ?? '', about: '', to: '' });

describe('what comes next', () => {
  it('soonest first; what is awaited stays when its day has passed, all else goes', () => {
    const days = [at('2016-12-01'), at('2016-11-01'), at('2016-11-02', true), at(null), at('2016-11-16')];
    expect(comingNext(days, '2016-11-16', 9).map(({ on }) => on)).toEqual(['2016-11-02', '2016-11-16', '2016-12-01']);
    expect(comingNext(days, '2016-11-16', 1)).toHaveLength(1);
  });
});
