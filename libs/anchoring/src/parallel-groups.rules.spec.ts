import { parallelGroups } from './parallel-groups.rules';

describe('parallel groups of a route (R1)', () => {
  it('keeps steps beside each other with the same number together, and all others apart', () => {
    expect(parallelGroups([null, 5, 5, undefined, 5, 7, null])).toEqual([1, 2, 2, 3, 4, 5, 6]);
    expect(parallelGroups([])).toEqual([]);
  });
});
