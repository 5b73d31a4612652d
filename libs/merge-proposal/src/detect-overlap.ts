import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { findOverlaps, type Overlap } from './find-overlaps';
import { lockedProposals, openNeeds, settleProposal, type LockedProposal } from './proposal-rows';
import { aloneGroup, regroup, type Edge, type NeedInGroup } from './proposal.rules';

/** Up to so many needs around the one at hand are looked at again as well; beyond, only that need finds its place. */
const MOST_REPAIRED = 80;

/**
 * A need was declared, changed or taken back: finds the needs that overlap with it, and lets the proposals around it
 * follow (R16, R17). Running it again changes nothing.
 */
@Injectable()
export class DetectOverlap implements JobHandler {
  readonly job = 'detect-overlap';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    await this.transactions.asService(regionId, id, (work) => detectOverlap(work, payload.needId!));
  }
}

/** Lets the proposals follow one need, in the transaction at hand. */
export async function detectOverlap(work: Work, needId: string): Promise<void> {
  // One worker at a time works on the proposals of a region: two would each build the same one.
  await work.query(`select pg_advisory_xact_lock(hashtextextended('merge-proposal ' || $1, 0))`, [work.regionId]);
  const overlaps = await findOverlaps(work, [needId]);
  const proposals = await lockedProposals(work, [needId, ...overlaps.map(({ otherId }) => otherId)]);
  const around = new Set([
    needId,
    ...overlaps.map(({ otherId }) => otherId),
    ...proposals.flatMap((proposal) => proposal.needs.map(({ id }) => id)),
  ]);
  const needs = await openNeeds(work, [...around]);

  // Few enough: all of them may find a better place. Else only the need at hand does.
  const repaired = needs.size <= MOST_REPAIRED;
  const known = repaired ? await findOverlaps(work, [...needs.keys()], [...needs.keys()]) : overlaps;
  const begin = needs.has(needId) ? [needId] : [...needs.keys()];
  const movable = new Set(repaired ? needs.keys() : [needId]);
  const groups = regroup(begin, groupsOf(needs, proposals), edgesOf(known), movable);
  await settle(work, needs, proposals, groups, known);
}

/** Brings the rows in line with the groups: first what shrinks or ends, then what is new or grows. */
async function settle(
  work: Work,
  needs: ReadonlyMap<string, NeedInGroup>,
  proposals: readonly LockedProposal[],
  groupOf: ReadonlyMap<string, string>,
  overlaps: readonly Overlap[],
): Promise<void> {
  const members = new Map<string, NeedInGroup[]>(proposals.map(({ id }) => [id, []]));
  for (const [needId, group] of groupOf) members.set(group, [...(members.get(group) ?? []), needs.get(needId)!]);
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const groups = [...members].sort(([a, ofA], [b, ofB]) => ofA.length - ofB.length || (a < b ? -1 : 1));
  for (const [group, ofGroup] of groups) await settleProposal(work, byId.get(group) ?? null, ofGroup, overlaps);
}

function groupsOf(needs: ReadonlyMap<string, NeedInGroup>, proposals: readonly LockedProposal[]): Map<string, string> {
  const groups = new Map([...needs.keys()].map((id) => [id, aloneGroup(id)]));
  for (const proposal of proposals)
    for (const { id } of proposal.needs) if (groups.has(id)) groups.set(id, proposal.id);
  return groups;
}

function edgesOf(overlaps: readonly Overlap[]): Edge[] {
  return overlaps.map(({ needId, otherId, score }) => ({ a: needId, b: otherId, score }));
}
