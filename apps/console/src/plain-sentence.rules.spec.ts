import { plainSentence } from './plain-sentence.rules';

describe('what the console says when the database refuses', () => {
  it.each([
    [Object.assign(new Error('relation "region" does not exist'), { code: '42P01' }), /not up to date.*migrate/],
    [Object.assign(new Error('x'), { driverError: { code: '42703' } }), /not up to date/],
    [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), /does not answer/],
    [Object.assign(new AggregateError([{ code: 'ECONNREFUSED' }]), {}), /does not answer/],
    [Object.assign(new Error('x'), { code: '28P01' }), /refuses the password/],
  ])('%s', (fault, said) => expect(plainSentence(fault)).toMatch(said));

  it('other faults speak for themselves', () => {
    expect(plainSentence(new Error('No such region.'))).toBe('No such region.');
    expect(plainSentence('odd')).toBe('odd');
  });
});
