import type { Work } from '@samanker/database';
import { answerWordings } from './answer-contents';
import { checkpointWordings } from './checkpoint-contents';
import type { Claimed } from './claim-mails';
import { delegationWordings } from './delegation-contents';
import { leavingWordings } from './leaving-contents';
import {
  checkpointToldOf,
  delegationToldOf,
  leavingToldOf,
  proposalToldOf,
  tellsOfAnswers,
} from './notice-occasions.rules';
import { proposalWordings } from './proposal-contents';
import type { Wording } from './sentences.rules';

/** Does the mail tell of one thing that happened, rather than of what is awaited? */
export function isNotice(mail: Claimed): boolean {
  return (
    tellsOfAnswers(mail) ||
    [proposalToldOf, checkpointToldOf, delegationToldOf, leavingToldOf].some((toldOf) => toldOf(mail) !== null)
  );
}

/** What the notices say, by mail: of merge proposals, of checkpoints, of delegations, of leavings and of answers. */
export async function noticeWordings(
  work: Work,
  claimed: readonly Claimed[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const proposals = claimed.flatMap((mail) => {
    const proposalId = proposalToldOf(mail);
    return proposalId ? [{ ...mail, proposalId }] : [];
  });
  const checkpoints = claimed.flatMap((mail) => {
    const checkpointId = checkpointToldOf(mail);
    return checkpointId ? [{ ...mail, checkpointId }] : [];
  });
  const delegations = claimed.flatMap((mail) => {
    const delegationId = delegationToldOf(mail);
    return delegationId ? [{ ...mail, delegationId }] : [];
  });
  const leavings = claimed.flatMap((mail) => {
    const leavingId = leavingToldOf(mail);
    return leavingId ? [{ ...mail, leavingId }] : [];
  });
  return new Map([
    ...(await proposalWordings(work, proposals, publicUrl)),
    ...(await checkpointWordings(work, checkpoints, publicUrl)),
    ...(await delegationWordings(work, delegations, publicUrl)),
    ...(await leavingWordings(work, leavings, publicUrl)),
    ...(await answerWordings(work, claimed.filter(tellsOfAnswers), publicUrl)),
  ]);
}
