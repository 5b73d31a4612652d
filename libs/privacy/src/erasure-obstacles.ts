import type { Work } from '@samanker/database';
import type { KnownPerson } from './find-person';

/** Why somebody cannot be erased without a successor. */
export type Obstacle =
  | {
      readonly kind: 'LAST_IN_ROLE';
      readonly role: string;
      readonly organisationId: string | null;
      readonly of: string;
    }
  | { readonly kind: 'OPEN_ACCEPTANCE'; readonly proposalId: string }
  | { readonly kind: 'OPEN_PROPOSAL'; readonly tenderId: string; readonly caseId: string; readonly of: string };

/** Roles that somebody must hold: without them nobody answers, and nobody can grant them anew. */
const NEEDED = ['COORDINATOR', 'SECRETARIAT'];

/** What would be left without anybody in this region if the person went. */
export async function obstaclesTo(work: Work, { id }: KnownPerson): Promise<Obstacle[]> {
  const last = await work.query<Obstacle>(
    `select 'LAST_IN_ROLE' as kind, r.kind as role, r.organisation_id as "organisationId",
       coalesce(o.name, (select name from region where id = $1)) as of
     from role r left join organisation o on o.id = r.organisation_id
     where r.region_id = $1 and r.person_id = $2 and r.active and r.kind = any($3::text[]) and not exists (
       select from role x where x.region_id = $1 and x.active and x.kind = r.kind and x.person_id <> $2
         and x.organisation_id is not distinct from r.organisation_id)
     order by 4, 2`,
    [work.regionId, id, NEEDED],
  );
  const accepted = await work.query<Obstacle>(
    `select 'OPEN_ACCEPTANCE' as kind, p.id as "proposalId" from merge_proposal_acceptance a
     join merge_proposal p on p.id = a.proposal_id
     where a.region_id = $1 and a.person_id = $2 and p.state = 'PROPOSED' order by p.id`,
    [work.regionId, id],
  );
  const proposed = await work.query<Obstacle>(
    `select 'OPEN_PROPOSAL' as kind, t.id as "tenderId", c.id as "caseId", c.title as of from joint_tender t
     join procurement_case c on c.id = t.case_id
     where t.region_id = $1 and t.proposed_by = $2 and t.state = 'PROPOSED' order by c.title`,
    [work.regionId, id],
  );
  return [...last, ...accepted, ...proposed];
}

/**
 * Takes the obstacles away: the successor gets the roles that nobody else holds, and what waits for a second person is
 * withdrawn, since an acceptance is one's own (R29). Each is an entry of the log.
 */
export async function handOver(work: Work, obstacles: readonly Obstacle[], successor: KnownPerson): Promise<void> {
  for (const obstacle of obstacles) {
    if (obstacle.kind === 'LAST_IN_ROLE') await giveRole(work, obstacle, successor);
    else if (obstacle.kind === 'OPEN_ACCEPTANCE') await withdrawAcceptance(work, obstacle.proposalId);
    else await withdrawProposal(work, obstacle.tenderId, obstacle.caseId);
  }
}

async function giveRole(
  work: Work,
  { role, organisationId }: Extract<Obstacle, { kind: 'LAST_IN_ROLE' }>,
  successor: KnownPerson,
): Promise<void> {
  await work.execute(
    `insert into person_registration (region_id, person_id, organisation_id) values ($1, $2, $3) on conflict do nothing`,
    [work.regionId, successor.id, organisationId],
  );
  const held = await work.one<{ id: string }>(
    `update role set active = true where region_id = $1 and person_id = $2 and organisation_id is not distinct from $3
       and kind = $4 and ended_at is null returning id`,
    [work.regionId, successor.id, organisationId, role],
  );
  const given =
    held ??
    (await work.one<{ id: string }>(
      `insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, $4) returning id`,
      [work.regionId, successor.id, organisationId, role],
    ));
  work.log({
    verb: 'handOverRole',
    subjectType: 'Role',
    subjectId: given!.id,
    organisationId,
    after: { kind: role, active: true },
  });
}

async function withdrawAcceptance(work: Work, proposalId: string): Promise<void> {
  // Only the first of two can have accepted while the proposal is open: its terms go with it.
  await work.query('select id from merge_proposal where id = $1 for update', [proposalId]);
  await work.execute('delete from merge_proposal_acceptance where proposal_id = $1', [proposalId]);
  await work.execute('update merge_proposal set terms = null, version = version + 1 where id = $1', [proposalId]);
  work.log({
    verb: 'withdrawAcceptance',
    subjectType: 'MergeProposal',
    subjectId: proposalId,
    before: { acceptances: 1 },
    after: { acceptances: 0 },
  });
}

async function withdrawProposal(work: Work, tenderId: string, caseId: string): Promise<void> {
  await work.query('select id from procurement_case where id = $1 for update', [caseId]);
  await work.execute(`delete from joint_tender where id = $1 and state = 'PROPOSED'`, [tenderId]);
  work.log({
    verb: 'withdrawProposal',
    subjectType: 'JointTender',
    subjectId: tenderId,
    caseId,
    before: { state: 'PROPOSED' },
    after: null,
  });
}
