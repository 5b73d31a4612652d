import type { Work } from '@samanker/database';
import type { Choice } from '@samanker/participation';
import type { RouteStepKnown } from './row-plan.rules';
import type { KnownMunicipality } from './sheet-municipalities.rules';

/** The members of the region today, with the names and numbers of those that they took over from (R33). */
export function knownMunicipalities(work: Work): Promise<KnownMunicipality[]> {
  return work.query<KnownMunicipality>(
    `with recursive line as (
       select m.organisation_id as id, m.organisation_id as before
       from region_membership m where m.valid_from <= $1 and (m.valid_to is null or m.valid_to >= $1)
       union
       select l.id, s.from_id from line l join organisation_succession s on s.to_id = l.before)
     select o.id, o.name, o.number,
       (select coalesce(json_agg(distinct jsonb_build_object('name', b.name, 'number', b.number)), '[]')
        from line l join organisation b on b.id = l.before
        where l.id = o.id and l.before <> o.id and (b.name <> o.name or b.number is distinct from o.number)) as before
     from organisation o where o.id in (select id from line) order by o.number, o.name`,
    [work.today],
    'known-municipalities',
  );
}

/** A case that is there already: what the sheet is held against. */
export interface KnownCase {
  readonly id: string;
  readonly title: string;
  readonly openedOn: string;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
  readonly parts: readonly { readonly id: string; readonly number: number }[];
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** The case that is named, or the one of this host with this title: the same sheet again makes no second case. */
export function knownCase(
  work: Work,
  { caseId, hostOrganisationId, title }: { caseId: string | null; hostOrganisationId: string; title: string | null },
): Promise<KnownCase | null> {
  return work.one<KnownCase>(
    `select c.id, c.title, c.opened_on as "openedOn", c.first_year as "firstYear", c.years, c.option_years as "optionYears",
       (select json_agg(json_build_object('id', k.id, 'number', k.number) order by k.number) from case_part k where k.case_id = c.id) as parts,
       (select json_agg(json_build_object('id', i.id, 'name', i.name) order by i.number) from volume_item i where i.case_id = c.id) as items
     from procurement_case c
     where c.host_organisation_id = $1 and c.stage <> 'CANCELLED'
       and case when $2::uuid is not null then c.id = $2 else lower(btrim(c.title)) = lower(btrim($3)) end
     order by c.id desc limit 1`,
    [hostOrganisationId, caseId, title],
  );
}

/** What is known of one municipality in the case. */
export interface KnownParticipation {
  readonly id: string;
  readonly organisationId: string;
  readonly steps: readonly RouteStepKnown[];
  readonly choices: readonly { readonly partId: string; readonly choice: Choice }[];
  readonly lines: readonly { readonly itemId: string; readonly year: number; readonly expected: string }[];
  readonly volumesBegun: boolean;
  /** The host's own notes. */
  readonly notes: readonly string[];
  /** The day that the host has heard. */
  readonly saysOn: string | null;
}

/** What is known of all of them, by organisation: one statement. */
export async function knownParticipations(
  work: Work,
  caseId: string,
  hostOrganisationId: string,
): Promise<Map<string, KnownParticipation>> {
  const rows = await work.query<KnownParticipation>(
    `select p.id, p.organisation_id as "organisationId",
       (select coalesce(json_agg(json_build_object('position', s.position, 'title', s.title, 'kind', s.kind, 'weight', s.weight,
          'bodyKind', b.kind, 'outcome', d.outcome, 'decidedOn', d.decided_on, 'done', s.state in ('DECIDED', 'NOT_REQUIRED'))
          order by s.position), '[]')
        from anchoring_step s left join decision_body b on b.id = s.body_id
        left join lateral (select outcome, decided_on from decision d where d.step_id = s.id and d.superseded_at is null
          order by d.recorded_at desc, d.id desc limit 1) d on true
        where s.participation_id = p.id) as steps,
       (select coalesce(json_agg(json_build_object('partId', h.part_id, 'choice', h.choice)), '[]')
        from part_choice h where h.participation_id = p.id) as choices,
       (select coalesce(json_agg(json_build_object('itemId', l.item_id, 'year', l.year, 'expected', trim_scale(l.expected)::text)), '[]')
        from volume_line l where l.participation_id = p.id) as lines,
       (exists (select from volume_declaration v where v.participation_id = p.id)
        or exists (select from volume_draft v where v.participation_id = p.id)) as "volumesBegun",
       (select coalesce(json_agg(n.text), '[]') from note n
        where n.participation_id = p.id and n.organisation_id = $2 and n.withdrawn_at is null) as notes,
       (select n.says_on from they_say_date n
        where n.participation_id = p.id and n.organisation_id = $2 and n.replaced_at is null) as "saysOn"
     from participation p where p.case_id = $1`,
    [caseId, hostOrganisationId],
    'known-participations',
  );
  return new Map(rows.map((row) => [row.organisationId, row]));
}
