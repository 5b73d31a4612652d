import type { BuiltParticipation } from './participation';
import { anAnchoredParticipation, type ParticipationWanted } from './participation';
import type { Ground } from './organisation';

/** A council of the municipality that has decided: the route is finished in rows, not in a stored state only. */
export async function aDecidedRoute(
  { admin }: Ground,
  { case: { regionId }, organisationId, participationId, person }: BuiltParticipation,
  outcome = 'APPROVED',
  decidedOn = '2016-01-28',
): Promise<string> {
  const [body] = await admin.query(
    `insert into decision_body (region_id, organisation_id, name, kind) values ($1, $2, 'Kommunestyret', 'COUNCIL') returning id`,
    [regionId, organisationId],
  );
  const [step] = await admin.query(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id, state, decided_on)
     values ($1, $2, 1, 1, 'POLITICAL', 'DECIDING', 'Kommunestyret', 'RECORDER', $3, 'DECIDED', $4) returning id`,
    [regionId, participationId, body.id, decidedOn],
  );
  await admin.query(
    `insert into decision (region_id, step_id, outcome, decided_on, recorded_by) values ($1, $2, $3, $4, $5)`,
    [regionId, step.id, outcome, decidedOn, person.personId],
  );
  return step.id;
}

/** An anchored participation with its route in rows and its volumes declared. */
export async function anAnchoredMunicipality(
  ground: Ground,
  wanted: ParticipationWanted = {},
): Promise<BuiltParticipation> {
  const built = await anAnchoredParticipation(ground, wanted);
  await aDecidedRoute(ground, built);
  await ground.admin.query(
    `insert into volume_declaration (participation_id, region_id, declared_at, declared_by) values ($1, $2, now(), $3)`,
    [built.participationId, built.case.regionId, built.person.personId],
  );
  return built;
}
