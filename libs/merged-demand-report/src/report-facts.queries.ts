import type { Work } from '@samanker/database';
import type { ReportFacts } from './report-facts';

/**
 * All facts of a case in one statement: one snapshot, whatever others commit meanwhile, and the same number of statements
 * for thirty municipalities as for four hundred. Numbers come as text, so that nothing passes through floating point.
 */
const FACTS = `
  with the_case as (select c.*, h.name as host_name, h.organisation_number as host_number
    from procurement_case c join organisation h on h.id = c.host_organisation_id where c.id = $1)
  select json_build_object(
    'procurementCase', (select json_build_object('id', c.id, 'title', c.title, 'stage', c.stage,
        'hostOrganisationId', c.host_organisation_id, 'hostName', c.host_name, 'hostOrganisationNumber', c.host_number,
        'openedOn', c.opened_on, 'decisionDeadline', c.decision_deadline, 'firstYear', c.first_year, 'years', c.years,
        'optionYears', c.option_years, 'waitsForLegalityReview', c.waits_for_legality_review,
        'figuresOrigin', c.figures_origin) from the_case c),
    'today', samanker_today(),
    'parts', (select coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'title', p.title)), '[]')
      from case_part p where p.case_id = $1),
    'items', (select coalesce(json_agg(json_build_object('id', i.id, 'partId', i.part_id, 'number', i.number, 'name', i.name,
        'unitCode', i.unit_code, 'cpvCode', i.cpv_code, 'unitPrice', i.unit_price::text, 'dutyToBuy', i.duty_to_buy)), '[]')
      from volume_item i where i.case_id = $1),
    'participants', (select coalesce(json_agg(json_build_object('participationId', p.id, 'organisationId', o.id,
        'number', o.number, 'name', o.name, 'organisationNumber', o.organisation_number, 'population', o.population,
        'state', p.state, 'left', (select json_build_object('decidedOn', g.decided_on, 'decisionReference', g.decision_reference)
          from leaving g where g.participation_id = p.id and g.returned_at is null), 'answerOrigin', p.answer_origin,
        'registeredOnBehalf', exists (select from act_on_behalf b where b.participation_id = p.id), 'localLeader', p.local_leader,
        'localGainConfirmed', p.local_gain_confirmed_at is not null,
        'legalityReviewDemanded', p.legality_review_demanded_on is not null,
        'volumesDeclared', exists (select from volume_declaration d where d.participation_id = p.id),
        'choices', (select coalesce(json_agg(json_build_object('partId', pc.part_id, 'choice', pc.choice)), '[]')
          from part_choice pc where pc.participation_id = p.id),
        'steps', (select coalesce(json_agg(json_build_object('id', s.id, 'position', s.position,
            'parallelGroup', s.parallel_group, 'kind', s.kind, 'weight', s.weight, 'bodyId', s.body_id, 'state', s.state,
            'decidedOn', s.decided_on, 'outcome', (select d.outcome from decision d
              where d.step_id = s.id and d.superseded_at is null order by d.recorded_at desc, d.id desc limit 1))), '[]')
          from anchoring_step s where s.participation_id = p.id),
        'openConditions', (select count(*) from condition k join decision d on d.id = k.decision_id
          where k.participation_id = p.id and k.kind = 'BEFORE_NOTICE' and k.state = 'OPEN' and d.superseded_at is null),
        'refusedConditions', (select count(*) from condition k join decision d on d.id = k.decision_id
          where k.participation_id = p.id and k.kind = 'BEFORE_NOTICE' and k.state = 'NOT_ACCEPTED' and d.superseded_at is null),
        'powerOfAttorney', (select json_build_object('hostOrganisationId', a.host_organisation_id, 'ownMaximum', a.own_maximum::text)
          from power_of_attorney a where a.participation_id = p.id and a.withdrawn_at is null),
        'limits', json_build_object('total', p.limit_total::text, 'perYear', p.limit_per_year::text,
          'perInhabitantPerYear', p.limit_per_inhabitant_per_year::text, 'latestEnd', p.limit_latest_end,
          'hostOrganisationId', p.limit_host_organisation_id, 'partIds', p.limit_part_ids,
          'shareOfCost', p.limit_share_of_cost::text))), '[]')
      from participation p join organisation o on o.id = p.organisation_id where p.case_id = $1),
    'lines', (select coalesce(json_agg(json_build_object('participationId', l.participation_id, 'itemId', l.item_id,
        'year', l.year, 'expected', l.expected::text, 'maximum', l.maximum::text, 'unitPrice', l.unit_price::text,
        'origin', l.origin)), '[]')
      from volume_line l join participation p on p.id = l.participation_id where p.case_id = $1),
    'thresholds', (select coalesce(json_agg(json_build_object('kind', t.kind, 'validFrom', t.valid_from,
        'amount', t.amount::text, 'source', t.source, 'verified', t.verified)), '[]') from procurement_threshold t)
  ) as facts
  where exists (select from the_case)`;

/** The facts of a case, or null when it is not one of the region's. */
export async function reportFacts(work: Work, caseId: string): Promise<ReportFacts | null> {
  const row = await work.one<{ facts: ReportFacts }>(FACTS, [caseId], 'merged-demand-report-facts');
  return row?.facts ?? null;
}
