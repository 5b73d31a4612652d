import { answererOf, faultOfAnswer, faultOfQuestion, sideOf } from './question.rules';

const PARTIES = { organisationId: 'amli', hostOrganisationId: 'kristiansand' };

describe('questions between a municipality and the host', () => {
  it.each([
    ['own', 'MUNICIPALITY', 'HOST'],
    ['host', 'HOST', 'MUNICIPALITY'],
  ] as const)('whoever acts as %s asks for the %s, and the %s answers', (capacity, side, answerer) => {
    expect(sideOf(capacity)).toBe(side);
    expect(answererOf(side)).toBe(answerer);
  });

  it('others are no side of it', () => {
    for (const capacity of ['region', 'hostOnBehalf', null] as const) expect(sideOf(capacity)).toBeNull();
  });

  it('a question has words, not too many, and somebody else to answer', () => {
    expect(faultOfQuestion('Når kommer prisen?', PARTIES)).toBeNull();
    expect(faultOfQuestion('  ', PARTIES)).toMatchObject({ fault: 'REQUIRED' });
    expect(faultOfQuestion('x'.repeat(2_001), PARTIES)).toMatchObject({ fault: 'TOO_LONG' });
    expect(faultOfQuestion('Når?', { ...PARTIES, organisationId: 'kristiansand' })).toMatchObject({
      fault: 'NOT_ALLOWED_HERE',
      path: ['input', 'participationId'],
    });
  });

  it('only the host, who is asked, chooses that all see it', () => {
    expect(faultOfAnswer({ text: 'I mai.', shareWithAll: true }, 'MUNICIPALITY')).toBeNull();
    expect(faultOfAnswer({ text: 'I mai.', shareWithAll: false }, 'HOST')).toBeNull();
    expect(faultOfAnswer({ text: 'I mai.', shareWithAll: true }, 'HOST')).toMatchObject({
      fault: 'NOT_ALLOWED_HERE',
      path: ['input', 'shareWithAll'],
    });
    expect(faultOfAnswer({ text: '', shareWithAll: false }, 'HOST')).toMatchObject({ fault: 'REQUIRED' });
    expect(faultOfAnswer({ text: 'x'.repeat(4_001), shareWithAll: false }, 'HOST')).toMatchObject({
      fault: 'TOO_LONG',
    });
  });
});
