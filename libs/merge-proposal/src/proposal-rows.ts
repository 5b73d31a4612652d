import type { Work } from '@samanker/database';
import type { Overlap } from './find-overlaps';
import { MergeProposalMade } from './merge-proposal.events';
import { fingerprintOf, isProposable, pairsAcrossOrganisations, type NeedInGroup } from './proposal.rules';

/** A proposal that waits for an answer, locked. */
export interface LockedProposal {
  readonly id: string;
  readonly fingerprint: string;
  readonly version: number;
  readonly needs: readonly Pick<NeedInGroup, 'id' | 'version'>[];
  /** Somebody has accepted it: it must not say anything else under the same id. */
  readonly accepted: boolean;
}

/** Locks the waiting proposals that hold one of these needs. */
export async function lockedProposals(work: Work, needIds: readonly string[]): Promise<LockedProposal[]> {
  const locked = await work.query<{ id: string }>(
    `select p.id from merge_proposal p
     where p.state = 'PROPOSED' and p.id in (select proposal_id from merge_proposal_need where need_id = any($1::uuid[]))
     order by p.id for update`,
    [needIds],
  );
  return work.query<LockedProposal>(
    `select p.id, p.fingerprint, p.version, (select coalesce(json_agg(json_build_object('id', n.need_id, 'version', n.need_version)), '[]')
        from merge_proposal_need n where n.proposal_id = p.id) as needs,
       exists (select from merge_proposal_acceptance a where a.proposal_id = p.id) as accepted
     from merge_proposal p where p.id = any($1::uuid[]) and p.state = 'PROPOSED' order by p.id`,
    [locked.map(({ id }) => id)],
  );
}

/** Those of the needs that are declared and open, by id. */
export async function openNeeds(work: Work, ids: readonly string[]): Promise<Map<string, NeedInGroup>> {
  const rows = await work.query<NeedInGroup>(
    `select id, version, organisation_id as "organisationId" from need where id = any($1::uuid[]) and state = 'DECLARED' order by id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Makes one group's proposal say what the group is now. A waiting proposal follows its needs; once somebody has accepted
 * it, it ends as outdated and a new one takes its place, so that nobody's acceptance covers what they did not see. A group
 * that was rejected, or is part of one that was, is not proposed again until one of its needs has changed (R17).
 */
export async function settleProposal(
  work: Work,
  proposal: LockedProposal | null,
  needs: readonly NeedInGroup[],
  overlaps: readonly Overlap[],
): Promise<void> {
  const fingerprint = fingerprintOf(needs);
  if (proposal?.fingerprint === fingerprint) return;
  if (!isProposable(needs) || (await wasRejected(work, needs))) {
    if (proposal) await outdate(work, proposal);
    return;
  }
  if (proposal && !proposal.accepted && !(await isTaken(work, fingerprint))) {
    await work.execute('update merge_proposal set fingerprint = $2, version = version + 1 where id = $1', [
      proposal.id,
      fingerprint,
    ]);
    await writeNeeds(work, proposal.id, needs, overlaps, proposal);
    logProposal(work, proposal.id, proposal.needs, needs);
    return;
  }
  if (proposal) await outdate(work, proposal);
  await propose(work, fingerprint, needs, overlaps, proposal);
}

/** A new proposal; or an outdated one of the very same needs, which holds again. It takes over the pairs of the one it replaces. */
async function propose(
  work: Work,
  fingerprint: string,
  needs: readonly NeedInGroup[],
  overlaps: readonly Overlap[],
  replaced: LockedProposal | null,
): Promise<void> {
  const row = await work.one<{ id: string }>(
    `insert into merge_proposal (region_id, fingerprint, score, proposed_at) values ($1, $2, 0, $3)
     on conflict (region_id, fingerprint) do update set state = 'PROPOSED', proposed_at = excluded.proposed_at,
       closed_at = null, terms = null, version = merge_proposal.version + 1
       where merge_proposal.state = 'OUTDATED'
     returning id`,
    [work.regionId, fingerprint, work.now],
  );
  if (!row) return;
  await work.execute('delete from merge_proposal_acceptance where proposal_id = $1', [row.id]);
  await work.execute(
    `insert into merge_proposal_pair (region_id, proposal_id, need_a, need_b, score, reasons)
     select region_id, $1, need_a, need_b, score, reasons from merge_proposal_pair where proposal_id = $2
     on conflict (proposal_id, need_a, need_b) do update set score = excluded.score, reasons = excluded.reasons`,
    [row.id, replaced?.id ?? null],
  );
  await writeNeeds(work, row.id, needs, overlaps, replaced);
  logProposal(work, row.id, [], needs);
  work.publish(new MergeProposalMade({ proposalId: row.id }));
}

/** Is there a rejected proposal that held all of these needs in the versions that they have now? */
async function wasRejected(work: Work, needs: readonly NeedInGroup[]): Promise<boolean> {
  const row = await work.one(
    `select 1 from merge_proposal p
     where p.region_id = $1 and p.state = 'REJECTED' and not exists (
       select from unnest($2::uuid[], $3::integer[]) as wanted (id, version)
       where not exists (select from merge_proposal_need n where n.proposal_id = p.id and n.need_id = wanted.id and n.need_version = wanted.version))
     limit 1`,
    [work.regionId, needs.map(({ id }) => id), needs.map(({ version }) => version)],
  );
  return row !== null;
}

async function isTaken(work: Work, fingerprint: string): Promise<boolean> {
  return (
    (await work.one('select 1 from merge_proposal where region_id = $1 and fingerprint = $2', [
      work.regionId,
      fingerprint,
    ])) !== null
  );
}

async function outdate(work: Work, { id, needs }: LockedProposal): Promise<void> {
  await work.execute(`update merge_proposal set state = 'OUTDATED', closed_at = $2 where id = $1`, [id, work.now]);
  const [before, after] = [{ state: 'PROPOSED', needs }, { state: 'OUTDATED' }];
  work.log({ verb: 'outdateMergeProposal', subjectType: 'MergeProposal', subjectId: id, before, after });
}

/**
 * Writes the needs of a proposal in their versions, the pairs among them, and the score that follows. A pair of two needs
 * that stood in it before, as they are now, stays as it was written.
 */
async function writeNeeds(
  work: Work,
  proposalId: string,
  needs: readonly NeedInGroup[],
  overlaps: readonly Overlap[],
  before: LockedProposal | null,
): Promise<void> {
  const stood = new Map(before?.needs.map(({ id, version }) => [id, version]));
  const ids = needs.map(({ id }) => id);
  const fresh = new Set(needs.filter(({ id, version }) => stood.get(id) !== version).map(({ id }) => id));
  await work.execute(
    `delete from merge_proposal_pair where proposal_id = $1
       and (need_a <> all($2::uuid[]) or need_b <> all($2::uuid[]) or need_a = any($3::uuid[]) or need_b = any($3::uuid[]))`,
    [proposalId, ids, [...fresh]],
  );
  await work.execute('delete from merge_proposal_need where proposal_id = $1', [proposalId]);
  await work.execute(
    `insert into merge_proposal_need (region_id, proposal_id, need_id, need_version)
     select $1, $2, id, version from unnest($3::uuid[], $4::integer[]) as given (id, version)`,
    [work.regionId, proposalId, ids, needs.map(({ version }) => version)],
  );
  const inGroup = new Set(ids);
  const pairs = overlaps.filter(
    ({ needId, otherId }) => inGroup.has(needId) && inGroup.has(otherId) && (fresh.has(needId) || fresh.has(otherId)),
  );
  await work.execute(
    `insert into merge_proposal_pair (region_id, proposal_id, need_a, need_b, score, reasons)
     select $1, $2, least(a, b), greatest(a, b), score, reasons
     from unnest($3::uuid[], $4::uuid[], $5::numeric[], $6::jsonb[]) as given (a, b, score, reasons)
     on conflict (proposal_id, need_a, need_b) do update set score = excluded.score, reasons = excluded.reasons`,
    [
      work.regionId,
      proposalId,
      pairs.map(({ needId }) => needId),
      pairs.map(({ otherId }) => otherId),
      pairs.map(({ score }) => score),
      pairs.map(({ reasons }) => JSON.stringify(reasons)),
    ],
  );
  // A pair that was not found counts as nothing.
  await work.execute(
    'update merge_proposal set score = round(coalesce((select sum(score) from merge_proposal_pair where proposal_id = $1), 0) / $2, 4) where id = $1',
    [proposalId, pairsAcrossOrganisations(needs)],
  );
}

function logProposal(
  work: Work,
  subjectId: string,
  before: LockedProposal['needs'],
  needs: readonly NeedInGroup[],
): void {
  const after = { needs: needs.map(({ id, version }) => ({ id, version })) };
  work.log({
    verb: 'proposeMerge',
    subjectType: 'MergeProposal',
    subjectId,
    before: before.length > 0 ? { needs: before } : null,
    after,
  });
}
