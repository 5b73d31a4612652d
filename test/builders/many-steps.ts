import { createHash, randomBytes } from 'node:crypto';
import { anOrganisation, aRegion, type Ground } from './organisation';
import { aCase } from './procurement-case';

/** A municipality with one open deciding step, and two people who may decide it. */
export interface OpenStep {
  readonly stepId: string;
  readonly participationId: string;
  readonly organisationId: string;
  /** Session tokens of a chief executive and of a recorder. */
  readonly tokens: readonly [string, string];
}

/** So many municipalities of one case, each with a route of one administrative step that is open. */
export async function manyOpenSteps(
  ground: Ground,
  count: number,
): Promise<{ regionId: string; caseId: string; steps: OpenStep[] }> {
  const { admin } = ground;
  const regionId = await aRegion(ground);
  const hostOrganisationId = await anOrganisation(ground, regionId, { name: 'Kristiansand' });
  const { caseId } = await aCase(ground, {
    regionId,
    hostOrganisationId,
    openedOn: '2016-01-15',
    decisionDeadline: '2017-06-30',
  });
  const tokens = Array.from({ length: count }, () => [secret(), secret()] as const);
  const rows: { n: number; stepId: string; participationId: string; organisationId: string }[] = await admin.query(
    `with wanted as (select n, uuidv7() as o, uuidv7() as p, uuidv7() as s, uuidv7() as chief, uuidv7() as recorder from generate_series(1, $3::int) n),
     o as (insert into organisation (id, kind, name, population, population_on, language, official_address, valid_from)
       select o, 'MUNICIPALITY', 'Kommune med steg ' || n, 5000, '2016-01-01', 'NB', 'post' || n || '@steg.example', '1964-01-01' from wanted),
     m as (insert into region_membership (region_id, organisation_id, valid_from) select $1::uuid, o, '1964-01-01'::date from wanted),
     people as (insert into person (id, name, email) select chief, 'Rådmann ' || n, 'chief' || n || '@steg.example' from wanted
       union all select recorder, 'Sekretær ' || n, 'recorder' || n || '@steg.example' from wanted),
     roles as (insert into role (region_id, person_id, organisation_id, kind) select $1::uuid, chief, o, 'CHIEF_EXECUTIVE' from wanted
       union all select $1::uuid, recorder, o, 'RECORDER' from wanted
       union all select $1::uuid, chief, o, 'COORDINATOR' from wanted),
     p as (insert into participation (id, region_id, case_id, organisation_id, state, invited_at)
       select p, $1::uuid, $2::uuid, o, 'ANCHORING', samanker_now() from wanted),
     s as (insert into anchoring_step (id, region_id, participation_id, position, parallel_group, kind, weight, title, role, working_days, state, opened_on)
       select s, $1::uuid, p, 1, 1, 'ADMINISTRATIVE', 'DECIDING', 'Rådmannen', 'CHIEF_EXECUTIVE', 10, 'OPEN', '2016-11-01'::date from wanted),
     sessions as (insert into session (token_hash, person_id, region_id, organisation_id, expires_at)
       select decode(t.chief, 'hex'), w.chief, $1::uuid, w.o, now() + interval '12 hours' from wanted w join unnest($4::text[]) with ordinality t(chief, n) using (n)
       union all
       select decode(t.recorder, 'hex'), w.recorder, $1::uuid, w.o, now() + interval '12 hours' from wanted w join unnest($5::text[]) with ordinality t(recorder, n) using (n))
     select n, s as "stepId", p as "participationId", o as "organisationId" from wanted order by n`,
    [regionId, caseId, count, tokens.map(([chief]) => hashOf(chief)), tokens.map(([, recorder]) => hashOf(recorder))],
  );
  return { regionId, caseId, steps: rows.map(({ n, ...row }) => ({ ...row, tokens: tokens[n - 1]! })) };
}

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
