import { DUE_TODAY, isReminding, proposalOccasion, proposalToldOf } from './notice-occasions.rules';

describe('what a notice is about', () => {
  const id = '01537c2e-0000-7000-8000-000000000001';

  it.each([
    ['NOTICE', proposalOccasion(id), id, false],
    ['NOTICE', DUE_TODAY, null, true],
    ['DIGEST', '', null, true],
    ['ESCALATION', '', null, false],
    ['INVITATION', `invitation ${id}`, null, false],
  ])('%s «%s»: tells of the proposal %s (R16), reminds: %s (R10)', (kind, occasion, proposalId, reminds) => {
    expect(proposalToldOf({ kind, occasion })).toBe(proposalId);
    expect(isReminding({ kind, occasion })).toBe(reminds);
  });
});
