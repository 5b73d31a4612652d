import { aWorkbook } from './workbook';
import type { SamankerUnderTest } from '../environment/samanker';
import { everything, type Everything } from './everything';
import { aBody } from './meeting-calendar';
import { aNeed } from './need';
import { anOrganisation, aRegion } from './organisation';

type Input = Record<string, unknown>;

/** Everything, and what does not belong to it. */
export interface Surroundings extends Everything {
  /** An organisation of another region. */
  readonly outside: string;
  /** A body and its meeting, of another municipality of the region. */
  readonly foreignBody: string;
  readonly foreignMeeting: string;
  /** A cancelled meeting of the body that decides the step. */
  readonly cancelledMeeting: string;
  /** A proposal of two needs of one organisation, each as large as a need can be. */
  readonly hugeProposal: string;
}

/** Builds it. */
export async function surroundings(env: SamankerUnderTest): Promise<Surroundings> {
  const world = await everything(env);
  const { regionId, ids } = world;
  const foreign = await aBody(env, regionId, ids.organisationIds!, { meetings: ['2016-11-09'] });
  const needs: string[] = [];
  for (const organisationId of [ids.organisationId!, ids.organisationId!, ids.organisationIds!])
    needs.push(
      await aNeed(env, regionId, organisationId, {
        quantity: '1000000000',
        wantedFrom: '2018-01-01',
        wantedTo: '2018-12-31',
      }),
    );
  const [proposal] = await env.admin.query(
    `with p as (insert into merge_proposal (region_id, fingerprint, score) values ($1, repeat('a', 64), 0.9) returning id),
       n as (insert into merge_proposal_need (region_id, proposal_id, need_id, need_version) select $1, p.id, need, 1 from p, unnest($2::uuid[]) as need)
     select id from p`,
    [regionId, needs],
  );
  const [cancelled] = await env.admin.query(
    `insert into meeting (region_id, body_id, external_id, date, cancelled_at)
     select region_id, body_id, 'avlyst', '2016-11-15', '2016-11-10' from meeting where id = $1 returning id`,
    [ids.meetingId],
  );
  return {
    ...world,
    outside: await anOrganisation(env, await aRegion(env)),
    foreignBody: foreign.bodyId,
    foreignMeeting: foreign.meetings['2016-11-09']!,
    cancelledMeeting: cancelled.id,
    hugeProposal: proposal.id,
  };
}

/** An input that is right in every field; a test then spoils one of them. */
export const RIGHT: Readonly<Record<string, (ids: Readonly<Record<string, string>>) => Input>> = {
  registerNeed: () => ({
    fields: {
      title: 'Trygghetsalarmer',
      problem: 'De analoge alarmene slutter å virke.',
      cpvCodes: ['33195000'],
      quantity: '100',
      unitCode: 'STK',
      wantedFrom: '2017-01-01',
      wantedTo: '2020-12-31',
    },
  }),
  createProcurementCase: ({ hostOrganisationId }) => ({
    title: 'Responssenter',
    hostOrganisationId,
    decisionDeadline: '2017-06-30',
    firstYear: 2018,
    years: 4,
    parts: [{ title: 'Del', items: [{ name: 'Alarm', unitCode: 'STK', cpvCode: '33195000' }] }],
  }),
  changeDecisionDeadline: ({ caseId }) => ({ caseId, decisionDeadline: '2017-06-30' }),
  inviteMunicipalities: ({ caseId, organisationIds }) => ({ caseId, organisationIds: [organisationIds] }),
  declareVolumes: ({ participationId, itemId }) => ({
    participationId,
    cells: [{ itemId, year: 2017, expected: '1' }],
  }),
  importVolumes: ({ participationId, itemId }) => ({
    participationId,
    dryRun: false,
    file: aWorkbook([
      ['2017', `samanker:${participationId}`],
      [1, `${itemId} EXPECTED`],
    ]).toString('base64'),
  }),
  importRunningCase: ({ caseId }) => ({
    caseId,
    table: 'Kommune\tMerknad\nRisør kommune\tRinger i mars',
    because: 'Saken gikk i regneark.',
    evidence: '2016/1234',
    leaveOutRows: [2],
    dryRun: true,
  }),
  chooseParts: ({ participationId, partId }) => ({ participationId, choices: [{ partId, choice: 'FIRM' }] }),
  recordPowerOfAttorney: ({ participationId }) => ({
    participationId,
    signatory: 'Rådmannen',
    authority: 'Kommunestyrets vedtak',
    signedOn: '2016-11-16',
  }),
  askQuestion: ({ participationId }) => ({ participationId, text: 'Når kommer prisen?' }),
  answerQuestion: ({ questionId }) => ({ questionId, text: 'I mai.' }),
  shareAnswer: ({ questionId }) => ({ questionId }),
  addNote: ({ participationId }) => ({ participationId, text: 'De ringer tilbake på torsdag.', visibility: 'CASE' }),
  changeNote: ({ noteId }) => ({ noteId, version: 1, text: 'De ringte.', visibility: 'CASE' }),
  saveTheySayDate: ({ participationId }) => ({
    participationId,
    on: '2017-03-01',
    source: 'PHONE',
    saidBy: 'DIRECTOR',
    heardOn: '2016-11-15',
    visibility: 'CASE',
  }),
  remindNow: ({ caseId, participationId }) => ({ caseId, participationIds: [participationId], dryRun: true }),
  submitAnchoringStep: ({ stepId, meetingId }) => ({ stepId, meetingId }),
  decideAnchoringStep: ({ stepId }) => ({ stepId, outcome: 'RECOMMENDED', decidedOn: '2016-11-16' }),
  saveRouteTemplate: ({ organisationId, bodyId }) => ({
    organisationId,
    name: 'Rute',
    steps: [{ kind: 'POLITICAL', weight: 'DECIDING', title: 'Bystyret', role: 'RECORDER', bodyId }],
  }),
  leaveCase: ({ participationId }) => ({
    participationId,
    decidedOn: '2016-11-16',
    decidedBy: 'Bystyret',
    decisionReference: 'PS 12/16',
    because: 'Kommunen kjøper selv.',
    onBehalf: { because: 'Kommunen ba om det.', evidence: '16/00123-6' },
  }),
  saveReminderPolicy: ({ organisationId }) => ({ organisationId, escalates: ['VOLUMES'] }),
  saveDecisionBody: ({ organisationId }) => ({ organisationId, name: 'Utvalget', kind: 'COMMITTEE' }),
  registerPerson: ({ organisationId }) => ({
    organisationId,
    name: 'Ny Person',
    email: 'ny.person@kommune.example',
  }),
  changePerson: ({ personId }) => ({ personId, name: 'Nytt Navn' }),
  grantRole: ({ organisationId, personId }) => ({ organisationId, personId, kind: 'CONTRIBUTOR' }),
  endRole: ({ roleId }) => ({ roleId }),
  delegateRole: ({ roleId, deputyId }) => ({ roleId, personId: deputyId, fromOn: '2016-12-22', toOn: '2017-01-02' }),
  handOverStep: ({ lastStepId, stepId, colleagueId }) => ({
    stepId: lastStepId ?? stepId,
    personId: colleagueId ?? null,
  }),
  saveOfficialAddress: ({ organisationId }) => ({ organisationId, address: 'postmottak@ny.kommune.example' }),
  endDelegation: ({ delegationId }) => ({ delegationId }),
  addMeeting: ({ bodyId }) => ({ bodyId, date: '2017-03-01' }),
  importMeetings: ({ organisationId }) => ({
    organisationId,
    dryRun: false,
    csv: 'body;meeting_id;date\nKommunestyret;k9;2017-03-01',
  }),
  rejectMergeProposal: ({ proposalId }) => ({ proposalId, version: 1, reason: 'Ulike tjenester' }),
  acceptMergeProposal: ({ proposalId, hostOrganisationId }) => ({
    proposalId,
    version: 1,
    terms: { hostOrganisationId, title: 'Felles', decisionDeadline: '2017-06-30', firstYear: 2018, years: 4 },
  }),
};

/** The input with something else at a dotted path; what is missing on the way is made. */
export function spoiled(input: unknown, path: string, value: unknown): unknown {
  const [first, ...rest] = path.split('.');
  if (!first) return value;
  const inner = (input as Input | undefined)?.[first];
  const changed = spoiled(inner, rest.join('.'), value);
  if (Array.isArray(input)) return input.toSpliced(Number(first), 1, changed);
  return { ...(input as Input | undefined), [first]: changed };
}
