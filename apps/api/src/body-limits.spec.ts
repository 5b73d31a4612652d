import { nestsDeeper } from './body-limits';

const nested = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`);

describe('how deeply a body may nest (S1)', () => {
  it('counts lists and objects alike', () => {
    expect(nestsDeeper(nested(50), 50)).toBe(false);
    expect(nestsDeeper(nested(52), 50)).toBe(true);
    expect(nestsDeeper(nested(100_000), 50)).toBe(true);
  });

  it('breadth is no depth', () => {
    expect(nestsDeeper({ rows: Array.from({ length: 10_000 }, () => ({ values: [1, null, 'x'] })) }, 5)).toBe(false);
    expect(nestsDeeper(null, 0)).toBe(false);
  });
});
