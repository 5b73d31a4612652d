import type { Work } from '@samanker/database';
import { checkpointWordings } from './checkpoint-contents';
import type { Claimed } from './claim-mails';
import { checkpointToldOf, proposalToldOf } from './notice-occasions.rules';
import { proposalWordings } from './proposal-contents';
import type { Wording } from './sentences.rules';

/** Does the mail tell of one thing that happened, rather than of what is awaited? */
export function isNotice(mail: Claimed): boolean {
  return proposalToldOf(mail) !== null || checkpointToldOf(mail) !== null;
}

/** What the notices say, by mail: of merge proposals and of checkpoints. */
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
  return new Map([
    ...(await proposalWordings(work, proposals, publicUrl)),
    ...(await checkpointWordings(work, checkpoints, publicUrl)),
  ]);
}
