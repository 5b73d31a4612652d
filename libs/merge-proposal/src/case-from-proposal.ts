import { unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { FiguresOrigin, takeNeedsIntoCase, type Need } from '@samanker/need';
import { createParticipations } from '@samanker/participation';
import { createCase } from '@samanker/procurement-case';
import { fillLinesFromNeeds } from '@samanker/volume';
import { MergeProposalAccepted } from './merge-proposal.events';
import { needsToMerge } from './merge-proposal.queries';
import { linesOfTerms, type Terms } from './merge-terms.rules';

/**
 * R17: an accepted proposal becomes a case: the organisations of its needs take part, their volumes are filled in from the
 * needs, every line points at its needs, and the needs point at the case.
 */
export async function caseFromProposal(
  work: Work,
  proposalId: string,
  terms: Terms,
  needs: readonly Need[],
): Promise<void> {
  const modelled = needs.some((need) => need.figuresOrigin === FiguresOrigin.MODELLED);
  const parts = terms.parts.map((part) => ({
    title: part.title,
    items: part.items.map(({ name, unitCode, cpvCode, unitPrice, dutyToBuy }) => ({
      name,
      unitCode,
      cpvCode,
      unitPrice: unitPrice?.amount ?? null,
      dutyToBuy: dutyToBuy ?? false,
    })),
  }));
  const made = await createCase(
    work,
    { ...terms, parts, figuresOrigin: modelled ? FiguresOrigin.MODELLED : FiguresOrigin.REAL },
    'acceptMergeProposal',
  );
  const participations = await createParticipations(work, made.caseId, [
    ...new Set(needs.map((need) => need.organisationId)),
  ]);

  const units = await unitsByCode(
    work,
    terms.parts.flatMap((part) => part.items.map((item) => item.unitCode)),
  );
  const lines = linesOfTerms(terms, await needsToMerge(work, needs), units);
  for (const [organisationId, participationId] of participations) {
    const own = lines.filter((line) => line.organisationId === organisationId);
    const filled = own.map(({ part, item, year, expected, needIds }) => ({
      itemId: made.parts[part]!.itemIds[item]!,
      year,
      expected,
      needIds,
    }));
    await fillLinesFromNeeds(work, participationId, made.caseId, filled);
  }
  await takeNeedsIntoCase(work, needs, made.caseId);
  await work.execute(`update merge_proposal set state = 'ACCEPTED', case_id = $2, closed_at = $3 where id = $1`, [
    proposalId,
    made.caseId,
    work.now,
  ]);
  work.publish(new MergeProposalAccepted({ proposalId, caseId: made.caseId }));
}
