import { osloDate, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { actingInRegion } from '@samanker/expectation';
import { mayDecideProposals, MergeProposalState, mergeProposalsIn } from '@samanker/merge-proposal';
import type { Language } from '@samanker/request';
import { mergeProposalMail } from './invitation-wording.rules';
import type { Wording } from './sentences.rules';

/** A notice, as far as its words depend on it. */
export interface ProposalNotice {
  readonly id: string;
  readonly proposalId: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly toAddress: string;
  readonly language: Language;
}

/**
 * What the notices of merge proposals say, by mail; nothing for those that have lost their reason (R12): the proposal is
 * decided or outdated, the person has accepted it, does not decide any more or reads mail elsewhere. A few statements for
 * each language.
 */
export async function proposalWordings(
  work: Work,
  notices: readonly ProposalNotice[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const wordings = new Map<string, Wording>();
  if (notices.length === 0) return wordings;
  const deciding = await actingInRegion(
    work,
    mayDecideProposals.grant.region!,
    notices.flatMap(({ personId }) => personId ?? []),
  );
  for (const language of new Set(notices.map((notice) => notice.language))) {
    const own = notices.filter((notice) => notice.language === language);
    const ids = [...new Set(own.map(({ proposalId }) => proposalId))];
    const proposals = new Map((await mergeProposalsIn(work, ids, language)).map((one) => [one.id, one]));
    for (const { id, proposalId, personId, personName, toAddress } of own) {
      const proposal = proposals.get(proposalId);
      const decides = personId ? deciding.get(personId) : undefined;
      if (decides?.address !== toAddress || proposal?.state !== MergeProposalState.PROPOSED) continue;
      if (proposal.acceptances.some((acceptance) => acceptance.personId === personId)) continue;
      const reasons = proposal.pairs.flatMap((pair) => pair.reasons.map(({ sentence }) => sentence));
      wordings.set(
        id,
        mergeProposalMail({
          language: language.toLowerCase() as Written,
          today: work.today,
          recipient: { name: personName, deputyFor: decides.deputyFor },
          needs: proposal.needs.map(({ organisationName, title }) => ({ municipality: organisationName, title })),
          reasons: [...new Set(reasons)],
          proposedOn: osloDate(proposal.proposedAt),
          url: `${publicUrl}/proposals/${proposalId}`,
        }),
      );
    }
  }
  return wordings;
}
