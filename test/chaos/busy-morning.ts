import { openSession } from '@samanker/identity';
import { aCalendar } from '../builders/meeting-calendar';
import { aPerson, anOrganisation } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import type { ChaosGround } from './chaos-ground';

const MUNICIPALITIES = 4;

/** What stands to be done when a worker comes. */
export interface BusyMorning {
  readonly regionId: string;
  readonly participationIds: string[];
  /** How many mails must have gone out in the end: an invitation and a digest for each, and copies for the archive. */
  readonly people: string[];
}

/** Through the API four municipalities are invited; each has something that is due soon and something overdue. */
export async function aBusyMorning(ground: ChaosGround, url: string): Promise<BusyMorning> {
  const { admin } = ground;
  const built = await aCase(ground, { stage: 'PREPARING', decisionDeadline: '2017-02-28' });
  const { regionId, caseId } = built;
  const organisationIds: string[] = [];
  const people: string[] = [];
  for (let n = 0; n < MUNICIPALITIES; n++) {
    const organisationId = await anOrganisation(ground, regionId);
    await aCalendar(ground, regionId, organisationId);
    const { email } = await aPerson(ground, regionId, { organisationId, roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'] });
    organisationIds.push(organisationId);
    people.push(email);
  }
  const token = await openSession(admin, built.coordinator);
  const reply = await ground.ask(url, token, INVITE, { input: { caseId, organisationIds } });
  const participationIds: string[] = reply?.data?.inviteMunicipalities?.participationIds;
  if (participationIds?.length !== MUNICIPALITIES) throw new Error(JSON.stringify(reply));
  await admin.query(
    `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on, facts, next_reminder_on, escalation_on)
     select p.region_id, k.kind, p.case_id, p.id, uuidv7(), p.organisation_id, 'once', 'COORDINATOR', k.due_on, '{"caseTitle": "Responssenter", "stepTitle": "Kommunestyret"}', k.remind_on, k.escalate_on
     from participation p cross join (values ('VOLUMES', date '2016-11-23', date '2016-11-16', null::date), ('DECISION_MADE', date '2016-11-11', date '2016-11-14', date '2016-11-15'))
       k(kind, due_on, remind_on, escalate_on) where p.case_id = $1`,
    [caseId],
  );
  return { regionId, participationIds, people };
}

const INVITE = `mutation ($input: InviteMunicipalitiesInput!) { inviteMunicipalities(input: $input) { __typename
  ... on InvitedMunicipalities { participationIds } ... on UserError { code message path } } }`;
