import { osloDate, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { DECIDES_PROPOSALS, MergeProposalState, mergeProposalsIn } from '@samanker/merge-proposal';
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
  const deciding = await decidingPeople(work, notices);
  for (const language of new Set(notices.map((notice) => notice.language))) {
    const own = notices.filter((notice) => notice.language === language);
    const ids = [...new Set(own.map(({ proposalId }) => proposalId))];
    const proposals = new Map((await mergeProposalsIn(work, ids, language)).map((one) => [one.id, one]));
    for (const { id, proposalId, personId, personName, toAddress } of own) {
      const proposal = proposals.get(proposalId);
      if (!personId || deciding.get(personId) !== toAddress || proposal?.state !== MergeProposalState.PROPOSED)
        continue;
      if (proposal.acceptances.some((acceptance) => acceptance.personId === personId)) continue;
      const reasons = proposal.pairs.flatMap((pair) => pair.reasons.map(({ sentence }) => sentence));
      wordings.set(
        id,
        mergeProposalMail({
          language: language.toLowerCase() as Written,
          today: work.today,
          recipient: { name: personName },
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

async function decidingPeople(work: Work, notices: readonly ProposalNotice[]): Promise<Map<string, string>> {
  const rows = await work.query<{ id: string; email: string }>(
    `select distinct p.id, p.email from acting_role() r join person p on p.id = r.person_id
     where r.region_id = $1 and r.active and r.kind in ${DECIDES_PROPOSALS} and p.id = any($2::uuid[])`,
    [work.regionId, notices.flatMap(({ personId }) => personId ?? [])],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
