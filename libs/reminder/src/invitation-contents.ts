import type { Work } from '@samanker/database';

/** What an invitation says. */
export interface InvitationContent {
  readonly participationId: string;
  readonly caseId: string;
  readonly municipality: string;
  readonly host: string;
  /** Who is asked by name: the holder of the role, or the first active deputy. */
  readonly caseContact: string | null;
  readonly caseTitle: string;
  readonly answerBy: string;
  readonly decisionDeadline: string;
  readonly invited: number;
  /** R12: the case goes on and the municipality has not left it. */
  readonly open: boolean;
}

const OCCASION = 'invitation ';

/** The occasion of the mails that invite to one participation. */
export function invitationOccasion(participationId: string): string {
  return OCCASION + participationId;
}

/** The participation that an invitation is about. */
export function invitedParticipation(occasion: string): string {
  return occasion.slice(OCCASION.length);
}

/** The invitations by participation; what is asked first is what the answer is due by. One statement. */
export async function invitationsOf(
  work: Work,
  participationIds: readonly string[],
): Promise<Map<string, InvitationContent>> {
  if (participationIds.length === 0) return new Map();
  const rows = await work.query<InvitationContent>(
    `select p.id as "participationId", p.case_id as "caseId", o.name as municipality, h.name as host,
       (select q.name from acting_role() r join person q on q.id = r.person_id where r.organisation_id = p.organisation_id
          and r.kind = 'COORDINATOR' and r.active order by r.deputy_order, r.delegated_by nulls last, r.id limit 1) as "caseContact", c.title as "caseTitle",
       coalesce((select min(e.due_on) from expectation e where e.participation_id = p.id and e.kind <> 'QUESTION' and e.fulfilled_at is null
         and e.withdrawn_at is null and e.due_on >= $3), c.decision_deadline) as "answerBy",
       c.decision_deadline as "decisionDeadline",
       (select count(*)::int from participation n where n.case_id = c.id) as invited,
       p.state not in ('DECLINED', 'WITHDRAWN') and c.stage not in ('PAUSED', 'CANCELLED') as open
     from participation p
     join procurement_case c on c.id = p.case_id
     join organisation o on o.id = p.organisation_id
     join organisation h on h.id = c.host_organisation_id
     where p.region_id = $1 and p.id = any($2::uuid[])`,
    [work.regionId, participationIds, work.today],
  );
  return new Map(rows.map((row) => [row.participationId, row]));
}
