import type { Client, SamankerUnderTest } from '../environment/samanker';
import { aCalendar, type BuiltBody } from './meeting-calendar';
import { aPerson, anOrganisation, type BuiltPerson } from './organisation';
import { aCase, type BuiltCase } from './procurement-case';

export interface BuiltRoute {
  readonly case: BuiltCase;
  readonly organisationId: string;
  readonly participationId: string;
  readonly person: BuiltPerson;
  readonly client: Client;
  readonly executive: BuiltBody;
  readonly council: BuiltBody;
  /** Ids of the steps in order: chief executive, executive committee, council. */
  readonly steps: readonly string[];
}

export const STEP = `id title state weight kind allowedOutcomes meetingOn decidedOn plannedOn submissionDeadline latestOn planningStatus
  canBeDecided decisions { id outcome decidedOn supersedesId supersededAt onBehalfBecause recordedBy }`;

/** A municipality with calendar and coordinator that has been invited to a case, through the API. */
export async function anInvited(
  env: SamankerUnderTest,
  wanted: {
    readonly case?: BuiltCase;
    readonly organisationId?: string;
    readonly name?: string;
    readonly decisionDeadline?: string;
  } = {},
): Promise<BuiltRoute> {
  const built =
    wanted.case ??
    (await aCase(env, { stage: 'PREPARING', decisionDeadline: wanted.decisionDeadline ?? '2017-02-28' }));
  const organisationId =
    wanted.organisationId ?? (await anOrganisation(env, built.regionId, wanted.name ? { name: wanted.name } : {}));
  const calendar = await aCalendar(env, built.regionId, organisationId);
  const person = await aPerson(env, built.regionId, { organisationId, roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'] });
  const host = await env.as(built.coordinator);
  const { inviteMunicipalities: invited } = await host.mutate(INVITE, {
    input: { caseId: built.caseId, organisationIds: [organisationId] },
  });
  if (invited.__typename !== 'InvitedMunicipalities') throw new Error(JSON.stringify(invited));
  const client = await env.as(person);
  const participationId = invited.participationIds[0];
  const { participationRoute } = await client.query(
    'query ($id: UUID!) { participationRoute(participationId: $id) { steps { id } } }',
    { id: participationId },
  );
  return {
    case: built,
    organisationId,
    participationId,
    person,
    client,
    ...calendar,
    steps: participationRoute.steps.map(({ id }: { id: string }) => id),
  };
}

export const INVITE = `mutation ($input: InviteMunicipalitiesInput!) { inviteMunicipalities(input: $input) { __typename
  ... on InvitedMunicipalities { participationIds } ... on UserError { code path message } ... on InvalidInput { fault } } }`;

const RESULT = `{ __typename ... on AnchoringStep { ${STEP} } ... on UserError { code path message } ... on InvalidInput { fault }
  ... on StepAlreadyDecided { decision { id outcome decidedOn recordedBy } } ... on StepOutOfOrder { openSteps } }`;
// Not every refusal is in every result, so each mutation asks for its own.
const SUBMIT = `mutation ($input: SubmitAnchoringStepInput!) { submitAnchoringStep(input: $input) ${RESULT} }`;
const DECIDE = `mutation ($input: DecideAnchoringStepInput!) { decideAnchoringStep(input: $input) ${RESULT} }`;
const SUPERSEDE = `mutation ($input: SupersedeDecisionInput!) { supersedeDecision(input: $input) ${RESULT} }`;

/** Submits a step to a meeting and answers the result. */
export async function submit(client: Client, stepId: string, meetingId: string, more: object = {}) {
  return (await client.mutate(SUBMIT, { input: { stepId, meetingId, ...more } })).submitAnchoringStep;
}

/** Records a decision and answers the result. */
export async function decide(client: Client, stepId: string, outcome: string, decidedOn: string, more: object = {}) {
  return (await client.mutate(DECIDE, { input: { stepId, outcome, decidedOn, ...more } })).decideAnchoringStep;
}

/** Supersedes a decision and answers the result. */
export async function supersede(
  client: Client,
  decisionId: string,
  outcome: string,
  decidedOn: string,
  more: object = {},
) {
  return (await client.mutate(SUPERSEDE, { input: { decisionId, outcome, decidedOn, ...more } })).supersedeDecision;
}

/** The route as its people see it. */
export async function routeOf(client: Client, participationId: string) {
  const { participationRoute } = await client.query(
    `query ($id: UUID!) { participationRoute(participationId: $id) { steps { ${STEP} meetingChoices { meetingId date inTime } } } }`,
    { id: participationId },
  );
  return participationRoute.steps;
}
