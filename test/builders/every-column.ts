import type { DataSource } from 'typeorm';

/** What few verbs fill in, so that no column is empty everywhere: a field that nobody ever sees could hide a hole. */
const FILLED: readonly string[] = [
  `update person set phone = '+47 900 00 000' where id in (select person_id from role where region_id = $1 union select person_id from person_registration where region_id = $1)`,
  `update need set effect = 'Tryggere', indicator = 'Antall fall', target_group = 'Eldre', current_solution = 'Analoge alarmer',
     current_yearly_cost = 1000, tried = 'Nabokommunen', contract_ends_on = '2017-06-30', option_months = 12, yearly_value = 5000,
     sourcing = 'MARKET', local_value = 'Færre utrykninger', local_leader = 'Enhetsleder', root_cause = 'PROCESS' where region_id = $1`,
  `update participation set limit_total = coalesce(limit_total, 9000000), limit_per_year = 3000000, limit_per_inhabitant_per_year = 500,
     limit_latest_end = '2024-12-31', limit_share_of_cost = 0.5, limit_host_organisation_id = (select host_organisation_id from procurement_case where id = case_id),
     limit_part_ids = (select array_agg(id) from case_part where case_part.case_id = participation.case_id), state_reason = '[{"code":"POWER_OF_ATTORNEY_MISSING"}]',
     route_finished_on = '2016-11-16', invited_at = coalesce(invited_at, samanker_now()),
     local_gain_confirmed_at = coalesce(local_gain_confirmed_at, samanker_now()) where region_id = $1 and state in ('INVITED', 'ANCHORING', 'REANCHOR_REQUIRED')`,
  `update power_of_attorney set on_behalf_because = 'Brev av 14. november' where region_id = $1`,
  `insert into attachment (region_id, sha256, bytes, media_type, name, subject_type, subject_id, participation_id, case_id, organisation_id, uploaded_by, uploaded_for)
     select p.region_id, encode(sha256(convert_to(p.id::text, 'UTF8')), 'hex'), 1000, 'application/pdf', 'Brev.pdf', 'Participation', p.id, p.id, p.case_id,
       p.organisation_id, p.id, p.organisation_id from participation p where p.region_id = $1`,
  `insert into act_on_behalf (region_id, participation_id, verb, subject_type, subject_id, host_organisation_id, because, evidence, attachment_id, at)
     select p.region_id, p.id, 'chooseParts', 'Participation', p.id, c.host_organisation_id, 'Brev av 14. november', '16/00123-6', a.id, samanker_now()
     from participation p join procurement_case c on c.id = p.case_id join attachment a on a.participation_id = p.id where p.region_id = $1`,
  `insert into attachment (region_id, sha256, bytes, media_type, name, subject_type, subject_id, participation_id, case_id, organisation_id, uploaded_by, uploaded_for)
     select p.region_id, encode(sha256(convert_to(s.id::text, 'UTF8')), 'hex'), 1000, 'application/pdf', 'Protokoll.pdf', 'AnchoringStep', s.id, p.id, p.case_id,
       p.organisation_id, p.id, p.organisation_id from participation p join anchoring_step s on s.participation_id = p.id where p.region_id = $1`,
  `update decision d set minutes_attachment_id = a.id from attachment a where a.subject_id = d.step_id and d.region_id = $1`,
  `update decision set on_behalf_because = 'Brev av 14. november' where region_id = $1`,
  `update decision set exempt_basis = 'Offentleglova § 13' where region_id = $1 and step_id in (select id from anchoring_step where position = 1)`,
  `update procurement_case set volume_version = volume_version + 1 where region_id = $1`,
  `insert into volume_aggregation (case_id, region_id, at_version, aggregated_at) select id, region_id, volume_version, samanker_now() from procurement_case where region_id = $1`,
  `update volume_item set unit_price = null where id in (select max(id::text)::uuid from volume_item where region_id = $1 group by case_id)`,
  `insert into volume_line (region_id, participation_id, item_id, year, expected, origin)
     select p.region_id, p.id, i.id, 2017, 1, 'DECLARED' from participation p join volume_item i on i.case_id = p.case_id and i.unit_price is null where p.region_id = $1`,
  // One for the organisation itself, one for those who work on the case.
  `insert into note (region_id, participation_id, organisation_id, text, visibility, written_by, written_at, changed_at)
     select p.region_id, p.id, p.organisation_id, 'De ringer tilbake.', v, (select person_id from role r where r.organisation_id = p.organisation_id order by id limit 1),
       samanker_now(), samanker_now() from participation p cross join unnest(array['OWN', 'CASE']) v where p.region_id = $1`,
  `insert into they_say_date (region_id, participation_id, organisation_id, says_on, source, said_by, heard_on, visibility, written_by, written_at, replaced_at)
     select p.region_id, p.id, p.organisation_id, '2017-03-01', 'PHONE', 'DIRECTOR', '2016-11-15', v, (select person_id from role r where r.organisation_id = p.organisation_id order by id limit 1),
       samanker_now(), case when v = 'OWN' then samanker_now() end from participation p cross join unnest(array['OWN', 'CASE']) v where p.region_id = $1`,
  `insert into question (region_id, case_id, participation_id, by_host, text, asked_by, asked_at, answer, answered_by, answered_at, shared)
     select p.region_id, p.case_id, p.id, v, 'Når kommer prisen?', r.person_id, samanker_now(), 'I mai.', r.person_id, samanker_now(), v
     from participation p cross join unnest(array[true, false]) v
     cross join lateral (select person_id from role r where r.organisation_id = p.organisation_id order by id limit 1) r where p.region_id = $1`,
  `update expectation set facts = facts || '{"nextDecisionOn": "2016-12-14", "nextMeetingOn": "2016-11-30", "meetingOn": "2016-11-23", "bodyName": "Kommunestyret", "stepTitle": "Kommunestyret"}' where region_id = $1`,
  `update meeting set cancelled_at = samanker_now() where date = '2016-08-31' and region_id = $1`,
  `update meeting set starts_at = '18:00', submission_deadline = date - 14 where region_id = $1`,
  `update condition set settled_at = samanker_now() where region_id = $1`,
  `update procurement_case set description = 'Felles anskaffelse', stage_reason = 'Avventer' where region_id = $1`,
  `update mail set subject = 'Emne', last_response = '250 OK', message_id = '<' || id || '@samanker.example>', sent_at = samanker_now(), attempts = 1 where region_id = $1`,
  `update escalation_offer set settled_at = samanker_now(), mail_id = (select id from mail m where m.region_id = escalation_offer.region_id limit 1) where region_id = $1`,
  `update anchoring_step set opened_on = coalesce(opened_on, '2016-11-01') where region_id = $1`,
  `update organisation set number = coalesce(number, right(organisation_number, 4)) where id in (select organisation_id from region_membership where region_id = $1)`,
  `update organisation set valid_to = '2030-01-01' where id in (select organisation_id from region_membership where region_id = $1 limit 1)`,
];

/** The same of what only one organisation has decided: no verb goes on from there. */
const DECIDED: readonly string[] = [
  `insert into decision (region_id, step_id, outcome, decided_on, recorded_by, superseded_at)
     select d.region_id, d.step_id, d.outcome, d.decided_on, d.recorded_by, samanker_now() from decision d where d.step_id in (OF)`,
  `update decision set meeting_id = coalesce(meeting_id, (select max(m.id::text)::uuid from meeting m where m.region_id = $1)),
     deferred_to_meeting_id = (select max(m.id::text)::uuid from meeting m where m.region_id = $1), supersedes_id = id,
     limits = jsonb_build_object('total', '1', 'perYear', '1', 'perInhabitantPerYear', '1', 'latestEnd', '2024-12-31', 'shareOfCost', '0.5',
       'hostOrganisationId', region_id, 'partIds', jsonb_build_array(region_id)) where step_id in (OF)`,
];
const OF =
  'select s.id from anchoring_step s join participation p on p.id = s.participation_id where p.region_id = $1 and p.organisation_id = $2';

/** Fills them in, in one region. */
export async function fillEveryColumn(admin: DataSource, regionId: string, decidedBy: string): Promise<void> {
  for (const statement of FILLED) await admin.query(statement, [regionId]);
  for (const statement of DECIDED) await admin.query(statement.replace('(OF)', `(${OF})`), [regionId, decidedBy]);
}
