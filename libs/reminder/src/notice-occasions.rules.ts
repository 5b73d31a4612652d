/** What the NOTICE mails are about: their `occasion`, part of the key that keeps each of them single. */

/** What is due today and came up after the digest of the day had gone: one such mail to an address on a day. */
export const DUE_TODAY = 'due today';

const PROPOSAL = 'merge-proposal ';

/** The occasion of the mails that tell of one merge proposal. */
export function proposalOccasion(proposalId: string): string {
  return PROPOSAL + proposalId;
}

/** The proposal that a notice tells of; null when it tells of something else. */
export function proposalToldOf({ kind, occasion }: { kind: string; occasion: string }): string | null {
  return kind === 'NOTICE' && occasion.startsWith(PROPOSAL) ? occasion.slice(PROPOSAL.length) : null;
}

const CHECKPOINT = 'checkpoint ';

/** The occasion of the mails that bring one checkpoint of the decision log. */
export function checkpointOccasion(checkpointId: string): string {
  return CHECKPOINT + checkpointId;
}

/** The checkpoint that a notice brings; null when it tells of something else. */
export function checkpointToldOf({ kind, occasion }: { kind: string; occasion: string }): string | null {
  return kind === 'NOTICE' && occasion.startsWith(CHECKPOINT) ? occasion.slice(CHECKPOINT.length) : null;
}

const DELEGATION = 'delegation ';

/** The occasion of the mail that tells a deputy of one delegation. */
export function delegationOccasion(delegationId: string): string {
  return DELEGATION + delegationId;
}

/** The delegation that a notice tells of; null when it tells of something else. */
export function delegationToldOf({ kind, occasion }: { kind: string; occasion: string }): string | null {
  return kind === 'NOTICE' && occasion.startsWith(DELEGATION) ? occasion.slice(DELEGATION.length) : null;
}

const LEAVING = 'leaving ';

/** The occasion of the mail that tells the host's coordinator of one leaving. */
export function leavingOccasion(leavingId: string): string {
  return LEAVING + leavingId;
}

/** The leaving that a notice tells of; null when it tells of something else. */
export function leavingToldOf({ kind, occasion }: { kind: string; occasion: string }): string | null {
  return kind === 'NOTICE' && occasion.startsWith(LEAVING) ? occasion.slice(LEAVING.length) : null;
}

/** The occasion of the mails that tell people that their questions are answered: one such mail to an address on a day. */
export const ANSWERS = 'answers';

/** Does the mail tell of answers? */
export function tellsOfAnswers({ kind, occasion }: { kind: string; occasion: string }): boolean {
  return kind === 'NOTICE' && occasion === ANSWERS;
}

/** Does the mail remind somebody of what is asked of them: the digest of the day, or what is due today and missed it? */
export function isReminding({ kind, occasion }: { kind: string; occasion: string }): boolean {
  return kind === 'DIGEST' || (kind === 'NOTICE' && occasion === DUE_TODAY);
}
