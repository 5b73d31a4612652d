import type { Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { Claimed } from './claim-mails';
import { leavingMail, type ToldLeaving } from './leaving-wording.rules';
import type { Wording } from './sentences.rules';

interface Row extends ToldLeaving {
  readonly leavingId: string;
  readonly caseId: string;
}

/** What the mails about leavings say, by mail; nothing once the municipality is back, or the case is cancelled (R12). */
export async function leavingWordings(
  work: Work,
  mails: readonly (Claimed & { readonly leavingId: string })[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  if (mails.length === 0) return new Map();
  const rows = await work.query<Row>(
    `select g.id as "leavingId", c.id as "caseId", c.title as "caseTitle", h.name as host, o.name as municipality,
       g.decided_on as "decidedOn", g.decision_reference as "decisionReference",
       (select count(*)::int from participation q where q.case_id = c.id and q.state not in ('DECLINED', 'WITHDRAWN')) as staying,
       (select coalesce(json_agg(a.name order by a.name), '[]') from participation q join organisation a on a.id = q.organisation_id
         where q.case_id = c.id and q.state = 'REANCHOR_REQUIRED' and q.state_reason like '%"LIMIT_SHARE_OF_COST"%') as passed,
       (select max(r.number) from merged_demand_report r where r.case_id = c.id) as "frozenReport"
     from leaving g join participation p on p.id = g.participation_id join organisation o on o.id = p.organisation_id
     join procurement_case c on c.id = p.case_id join organisation h on h.id = c.host_organisation_id
     where g.region_id = $1 and g.id = any($2::uuid[]) and g.returned_at is null and c.stage <> 'CANCELLED'`,
    [work.regionId, mails.map(({ leavingId }) => leavingId)],
  );
  const byId = new Map(rows.map((row) => [row.leavingId, row]));
  return new Map(
    mails.flatMap((mail) => {
      const told = byId.get(mail.leavingId);
      if (!told) return [];
      const wording = leavingMail({
        language: mail.language.toLowerCase() as Written,
        recipient: { name: mail.personName },
        told,
        url: `${publicUrl}/cases/${told.caseId}`,
      });
      return [[mail.id, wording] as const];
    }),
  );
}
