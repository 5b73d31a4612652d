import { bound, ownRows, personalData, type KnownPerson } from '@samanker/privacy';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { randomUUID } from 'node:crypto';
import { sample, selectionOf } from '../environment/hostile';
import type { Client, SamankerUnderTest } from '../environment/samanker';
import { everything, MUNICIPAL_ROLES, type Everything } from './everything';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from './organisation';
import { RIGHT } from './right-input';

/** Somebody who is found again wherever something of them is left. */
export interface Memorable extends BuiltPerson {
  readonly name: string;
  readonly phone: string;
  readonly known: KnownPerson;
  readonly client: Client;
  readonly world: Everything;
  /** A second region, in which nobody else holds the role. */
  readonly elsewhere: { readonly regionId: string; readonly organisationId: string };
  /** Could take over. */
  readonly successor: BuiltPerson;
  /** Verbs that were carried out. */
  readonly did: readonly string[];
}

const NAME = 'Kari Uforglemmelig Nordmann';
const PHONE = '+47 987 65 432';
/** Fields in which people write in their own words. Headings name things: they stand in the log as they are. */
const WORDS =
  /^(?:problem|reason|because|evidence|text|description|signatory|authority|deviations|localLeader|minutesLink)$/;
/** What may be left out and is worth saying. */
const MORE: Readonly<Record<string, object>> = {
  chooseParts: { localLeader: '' },
  recordPowerOfAttorney: { deviations: 'Ingen' },
  createMachineClient: { name: `Program til ${NAME}` },
};

/** Builds a person who does everything there is to do: every verb of the schema, each with the own name in its texts. */
export async function aMemorablePerson(env: SamankerUnderTest): Promise<Memorable> {
  const { admin } = env;
  const world = await everything(env);
  const { regionId, ids } = world;
  const host = ids.hostOrganisationId!;
  const email = `kari.uforglemmelig@${randomUUID().slice(0, 8)}.kommune.example`;
  const person = await aPerson(env, regionId, { organisationId: host, roles: [...MUNICIPAL_ROLES], name: NAME, email });
  await admin.query('update person set phone = $2 where id = $1', [person.personId, PHONE]);
  for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP'])
    await admin.query('insert into role (region_id, person_id, kind) values ($1, $2, $3)', [
      regionId,
      person.personId,
      kind,
    ]);
  const elsewhereRegion = await aRegion(env, { name: 'Telemark' });
  const elsewhere = { regionId: elsewhereRegion, organisationId: await anOrganisation(env, elsewhereRegion) };
  await admin.query(
    `insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, 'COORDINATOR')`,
    [elsewhereRegion, person.personId, elsewhere.organisationId],
  );
  const successor = await aPerson(env, regionId, { organisationId: host, roles: ['READER'] });
  const client = await env.as(person);
  const known: KnownPerson = { id: person.personId, name: NAME, email, phone: PHONE, machine: false };
  const memorable = { ...person, name: NAME, phone: PHONE, known, client, world, elsewhere, successor };
  const did = await doEverything(env, memorable);
  await admin.query('insert into code_log_in_region (region_id) values ($1) on conflict do nothing', [regionId]);
  await logInByCode(env, email);
  await upload(env, memorable);
  await plant(env, memorable);
  return { ...memorable, did };
}

/** Asks for a one-time code: a row, and a mail to the work address. */
async function logInByCode(env: SamankerUnderTest, email: string): Promise<void> {
  await fetch(`${env.url}/log-in/code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
}

async function upload(env: SamankerUnderTest, { client, world }: Pick<Memorable, 'client' | 'world'>): Promise<void> {
  await fetch(`${env.url}/attachments?for=${world.ids.participationId}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'application/pdf',
      'x-file-name': encodeURIComponent(`Vedtak, ført av ${NAME}.pdf`),
    },
    body: '%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n',
  });
}

/** What only comes about with time, or by others: what the person is asked for, was written to, has waiting. */
async function plant(
  { admin }: SamankerUnderTest,
  { personId, regionId, email, world, elsewhere }: Omit<Memorable, 'did'>,
): Promise<void> {
  const { caseId, participationId, hostOrganisationId } = world.ids;
  await admin.query(
    `insert into identity_link (issuer, subject, person_id) values ('https://ansattporten.example', $1, $2)`,
    [randomUUID(), personId],
  );
  for (const [region, organisation] of [
    [regionId, hostOrganisationId],
    [elsewhere.regionId, elsewhere.organisationId],
  ])
    await admin.query(
      'insert into person_registration (region_id, person_id, organisation_id) values ($1, $2, $3) on conflict do nothing',
      [region, personId, organisation],
    );
  await admin.query('update expectation set person_id = $1 where participation_id = $2', [personId, participationId]);
  await admin.query('update anchoring_step set asked_person_id = $1 where id = $2', [personId, world.ids.lastStepId]);
  // Once as the holder who is away, once as the deputy.
  await admin.query(
    `insert into role_delegation (region_id, role_id, person_id, from_on, to_on)
     select region_id, id, case when person_id = $1 then $2::uuid else $1::uuid end, '2017-03-01', '2017-03-03'
     from role where (person_id = $1 or person_id = $2) and region_id = $3 and organisation_id = $4 and active`,
    [personId, world.ids.colleagueId, regionId, hostOrganisationId],
  );
  for (const [occasion, state] of [
    ['gone', 'SENT'],
    ['waiting', 'QUEUED'],
  ])
    await admin.query(
      `insert into mail (region_id, kind, organisation_id, person_id, case_id, to_address, language, mail_on, occasion, state, subject, last_response, next_attempt_at)
       values ($1, 'DIGEST', $2, $3, $4, $5, 'NB', samanker_today(), $6, $7, 'Påminnelse', '250 OK ' || $5, samanker_now() + interval '1 hour')`,
      [regionId, hostOrganisationId, personId, caseId, email, occasion, state],
    );
  await admin.query(
    `insert into reminder (region_id, expectation_id, occasion, mail_id)
     select e.region_id, e.id, 'planted', m.id from expectation e, mail m
     where e.participation_id = $1 and m.occasion = 'waiting' and m.person_id = $2 limit 1`,
    [participationId, personId],
  );
  await admin.query(
    `insert into escalation_offer (region_id, expectation_id, role, person_id)
     select region_id, id, 'CHIEF_EXECUTIVE', $2 from expectation where participation_id = $1 limit 1`,
    [participationId, personId],
  );
  await admin.query(
    `insert into joint_tender (region_id, case_id, report_id, proposed_by)
     select r.region_id, r.case_id, r.id, $1 from merged_demand_report r where r.frozen_by = $1 limit 1`,
    [personId],
  );
  await admin.query(
    `with e as (insert into outbox_event (region_id, name, payload, relayed_at) values ($1, 'Planted', jsonb_build_object('personId', $2::text), now()) returning *)
     insert into outbox_delivery (region_id, event_id, job, payload, done_at, last_error)
     select region_id, id, 'planted', payload, now(), 'not taken: ' || $3 from e`,
    [regionId, personId, email],
  );
}

async function doEverything(env: SamankerUnderTest, { client, world }: Omit<Memorable, 'did'>): Promise<string[]> {
  const { schema } = env.api.get(GraphQLSchemaHost, { strict: false });
  const did: string[] = [];
  for (const verb of Object.values(schema.getMutationType()!.getFields())) {
    const type = verb.args.find(({ name }) => name === 'input')?.type;
    // The program's secret and the way out are no deeds in a case.
    if (!type || /logOut|acceptEscalation|cancel|pause|withdraw/i.test(verb.name)) continue;
    const ids = { ...world.ids, ...world.idsFor[verb.name] };
    const right = RIGHT[verb.name]?.(ids) ?? (sample('input', type, ids) as object);
    const input = { ...(named({ ...right, ...MORE[verb.name] }) as object), idempotencyKey: randomUUID() };
    const { data } = await client.ask(
      `mutation ($input: ${String(type)}) { result: ${verb.name}(input: $input) ${selectionOf(verb.type)} }`,
      { input },
    );
    if (data?.result && !('code' in data.result)) did.push(verb.name);
  }
  return did;
}

/** The input with the person's name, address and number behind everything that is said in it. */
function named(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([inner, held]) => [inner, named(held, inner)]));
  if (typeof value !== 'string' || !WORDS.test(key)) return value;
  return `${value} ${NAME}, tlf. 98765432`;
}

/** Which tables of the register hold nothing of the person: what a test must still plant. */
export async function tablesWithout({ admin }: SamankerUnderTest, person: KnownPerson): Promise<string[]> {
  const empty: string[] = [];
  for (const table of personalData) {
    const own = ownRows(table);
    if (!own) continue;
    const [row] = await admin.query(
      ...bound(`select exists (select from ${table.table} t where ${own}) as found`, person),
    );
    if (!row.found) empty.push(table.table);
  }
  return empty;
}
