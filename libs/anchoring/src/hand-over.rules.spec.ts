import { mayHandOver } from './hand-over.rules';

const DECIDING = ['COORDINATOR', 'UNIT_LEADER'] as const;

describe('handing over one step (R12)', () => {
  it.each([
    ['to a colleague who decides', 'OPEN', ['READER', 'UNIT_LEADER'], null],
    ['before it is open', 'WAITING', ['COORDINATOR'], null],
    ['back to whoever holds the role', 'OPEN', null, null],
    ['to somebody who only reads', 'OPEN', ['READER'], 'CANNOT_DECIDE'],
    ['to somebody without a role', 'SUBMITTED', [], 'CANNOT_DECIDE'],
    ['when it is decided', 'DECIDED', ['COORDINATOR'], 'DONE'],
    ['when it is not required', 'NOT_REQUIRED', null, 'DONE'],
  ] as const)('%s', (_, state, colleague, refusal) => {
    expect(mayHandOver({ state }, colleague, DECIDING)).toBe(refusal);
  });
});
