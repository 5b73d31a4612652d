import { documentPlace } from './step-outcome-place.rules';

const at = (day: number): Date => new Date(Date.UTC(2016, 8, day));
const base = {
  state: 'OPEN' as const,
  weight: 'DECIDING' as const,
  outcome: null,
  recordedAt: null,
  submittedAt: null,
};

describe('where the case document of a step lies (R2)', () => {
  it('is nowhere before anybody has handed it in', () => expect(documentPlace(base)).toBeNull());
  it('is with the body after a cancelled meeting', () =>
    expect(documentPlace({ ...base, submittedAt: at(1) })).toBe('WITH_BODY'));
  it('follows the latest outcome: postponed stays with the body, returned is with the author', () => {
    expect(documentPlace({ ...base, submittedAt: at(1), outcome: 'DEFERRED', recordedAt: at(2) })).toBe('WITH_BODY');
    expect(documentPlace({ ...base, submittedAt: at(1), outcome: 'RETURNED', recordedAt: at(2) })).toBe('RETURNED');
  });
  it('is with the body when it was handed in again after the return', () =>
    expect(documentPlace({ ...base, submittedAt: at(3), outcome: 'RETURNED', recordedAt: at(2) })).toBe('WITH_BODY'));
  it('is not asked for once the step is submitted or decided', () => {
    expect(documentPlace({ ...base, state: 'SUBMITTED', submittedAt: at(1) })).toBeNull();
    expect(documentPlace({ ...base, state: 'DECIDED', outcome: 'APPROVED', recordedAt: at(2) })).toBeNull();
  });
});
