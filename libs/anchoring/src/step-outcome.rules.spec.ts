import {
  allowedOutcomes,
  cancelledMeetingEffect,
  isFinalOutcome,
  outcomeEffect,
  StepOutcome,
  StepWeight,
} from './step-outcome.rules';

const always = ['DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'TAKEN_NOTE', 'SENT_UP'];

describe('R2 outcomes', () => {
  it.each([
    ['ADVISORY', ['STATEMENT']],
    ['RECOMMENDING', ['RECOMMENDED', 'RECOMMENDED_WITH_CHANGES', 'NOT_RECOMMENDED']],
    ['DECIDING', ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED']],
  ] as [StepWeight, StepOutcome[]][])('a body that is %s answers %p or what any body can', (weight, own) => {
    expect(allowedOutcomes(weight)).toEqual([...own, ...always]);
  });

  it('a person has no agenda and no minority', () => {
    expect(allowedOutcomes('DECIDING', 'ADMINISTRATIVE')).toEqual([
      'APPROVED',
      'APPROVED_WITH_CONDITIONS',
      'REJECTED',
      'DEFERRED',
      'RETURNED',
      'TAKEN_NOTE',
    ]);
  });

  it.each([
    ['ADVISORY', 'STATEMENT', 'DECIDED', null],
    ['ADVISORY', 'TAKEN_NOTE', 'DECIDED', null],
    ['RECOMMENDING', 'TAKEN_NOTE', 'OPEN', 'WITH_BODY'],
    ['DECIDING', 'TAKEN_NOTE', 'OPEN', 'WITH_BODY'],
    ['RECOMMENDING', 'NOT_RECOMMENDED', 'DECIDED', null],
    ['DECIDING', 'REJECTED', 'DECIDED', null],
    ['DECIDING', 'DEFERRED', 'OPEN', 'WITH_BODY'],
    ['DECIDING', 'RETURNED', 'OPEN', 'RETURNED'],
    ['DECIDING', 'WITHDRAWN_FROM_AGENDA', 'OPEN', 'WITH_BODY'],
    ['RECOMMENDING', 'SENT_UP', 'DECIDED', null],
  ] as const)('%s, %s: %s', (weight, outcome, state, document) => {
    expect(outcomeEffect(weight, outcome)).toEqual({
      state,
      submittedMeetingDate: null,
      document,
      addsHigherStep: outcome === 'SENT_UP',
    });
  });

  it('DEFERRED to a named meeting sits in that meeting', () => {
    expect(outcomeEffect('DECIDING', 'DEFERRED', '2016-12-14')).toEqual({
      state: 'SUBMITTED',
      submittedMeetingDate: '2016-12-14',
      document: 'WITH_BODY',
      addsHigherStep: false,
    });
    expect(outcomeEffect('DECIDING', 'APPROVED', '2016-12-14').submittedMeetingDate).toBeNull();
  });

  it('a cancelled meeting reopens the step', () => {
    expect(cancelledMeetingEffect()).toMatchObject({
      state: 'OPEN',
      document: 'WITH_BODY',
      submittedMeetingDate: null,
    });
  });

  it('an outcome that is not allowed for a weight is never final for it', () => {
    for (const weight of Object.values(StepWeight)) {
      for (const outcome of Object.values(StepOutcome)) {
        if (!allowedOutcomes(weight).includes(outcome)) expect(isFinalOutcome(outcome, weight)).toBe(false);
      }
    }
  });
});
