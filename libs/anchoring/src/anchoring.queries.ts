import type { Work } from '@samanker/database';
import {
  closedRangesOf,
  meetingsOfOrganisation,
  takesCases,
  type CalendarMeeting,
  type DecisionBodyKind,
} from '@samanker/meeting-calendar';
import { askedKey, responsibleFor, type Asked, type Responsible } from '@samanker/expectation';
import type { Actor } from '@samanker/request';
import { AnchoringStep, HigherBody, MeetingChoice } from './anchoring-step.entity';
import { ParticipationRoute } from './participation-route';
import { Decision, DecisionLimits } from './decision.entity';
import { isDone, predecessorsOf } from './route.rules';
import { MINUTES, minutesShown, type MinutesRow } from './minutes';
import { routeHintsOf } from './route-hint.queries';
import { routesOf, type RouteRow } from './route-rows';
import { bodiesAbove } from './send-up.rules';
import { allowedOutcomes } from './step-outcome.rules';

type DecisionRow = Omit<Decision, 'attachment'> & { readonly attachment: MinutesRow | null };

const DECISION_COLUMNS = `d.id, d.region_id as "regionId", d.step_id as "stepId", d.outcome, d.decided_on as "decidedOn",
  d.meeting_id as "meetingId", d.deferred_to_meeting_id as "deferredToMeetingId", d.recorded_by as "recordedBy",
  d.recorded_at as "recordedAt", d.on_behalf_because as "onBehalfBecause", d.supersedes_id as "supersedesId",
  d.superseded_at as "supersededAt", d.text, d.archive_case as "archiveCase", d.archive_document as "archiveDocument",
  d.body_case as "bodyCase", d.minutes_link as "minutesLink", d.minutes_sha256 as "minutesSha256",
  d.votes_for as "votesFor", d.votes_against as "votesAgainst", d.delegation_basis as "delegationBasis",
  d.exempt_basis as "exemptBasis", d.budget_coverage as "budgetCoverage", d.resources_committed as "resourcesCommitted", d.limits,
  d.minutes_attachment_id as "minutesAttachmentId", ${MINUTES} as attachment`;

function decisionOf(row: DecisionRow, actor: Actor): Decision {
  return Object.assign(new Decision(), row, {
    limits: row.limits && Object.assign(new DecisionLimits(), row.limits),
    attachment: minutesShown(row.attachment, actor),
  });
}

/** One decision, or null. */
export async function decisionById(work: Work, id: string): Promise<Decision | null> {
  const row = await work.one<DecisionRow>(
    `select ${DECISION_COLUMNS} from decision d where d.id = $1`,
    [id],
    'decision-by-id',
  );
  return row && decisionOf(row, work.actor);
}

/** Every decision of these steps, oldest first. */
async function decisionsOf(work: Work, stepIds: readonly string[]): Promise<Map<string, Decision[]>> {
  const rows = await work.query<DecisionRow>(
    `select ${DECISION_COLUMNS} from decision d where d.step_id = any($1::uuid[]) order by d.recorded_at, d.id`,
    [stepIds],
    'decisions-of-steps',
  );
  const decisions = new Map<string, Decision[]>(stepIds.map((id) => [id, []]));
  for (const row of rows) decisions.get(row.stepId)!.push(decisionOf(row, work.actor));
  return decisions;
}

interface RouteHeader {
  readonly participationId: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly decisionDeadline: string;
  readonly bodies: { readonly id: string; readonly name: string; readonly kind: DecisionBodyKind }[];
}

async function bareRoute(work: Work, participationId: string): Promise<Omit<ParticipationRoute, 'hints'> | null> {
  const header = await work.one<RouteHeader>(
    `select p.id as "participationId", p.case_id as "caseId", c.title as "caseTitle", p.organisation_id as "organisationId",
       o.name as "organisationName", c.decision_deadline as "decisionDeadline",
       (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'kind', b.kind) order by b.name), '[]')
          from decision_body b where b.region_id = p.region_id and b.organisation_id = p.organisation_id) as bodies
     from participation p join procurement_case c on c.id = p.case_id join organisation o on o.id = p.organisation_id
     where p.id = $1`,
    [participationId],
    'route-header',
  );
  if (!header) return null;
  const rows = (await routesOf(work, [participationId])).get(participationId)!;
  const decisions = await decisionsOf(
    work,
    rows.map(({ id }) => id),
  );
  const closed = await closedRangesOf(work, [header.organisationId]);
  const meetings = await meetingsOfOrganisation(work, [header.organisationId], work.today, closed);
  const asked = (row: RouteRow): Asked => ({
    ...row,
    organisationId: header.organisationId,
    personId: row.askedPersonId,
  });
  const people = await responsibleFor(work, rows.filter((row) => !isDone(row)).map(asked));
  const steps = rows.map((row) =>
    Object.assign(
      stepOf(row, rows, header, decisions.get(row.id)!, meetings.get(row.bodyId ?? '') ?? [], work.today),
      whoIsAsked(people.get(askedKey(asked(row)))),
    ),
  );
  const { bodies: _, ...shown } = header;
  return Object.assign(new ParticipationRoute(), shown, { steps });
}

/** A participation's route with everything that a person needs to act on it; null when there is none to be seen. */
export async function participationRoute(work: Work, participationId: string): Promise<ParticipationRoute | null> {
  const route = await bareRoute(work, participationId);
  return route && Object.assign(route, { hints: await routeHintsOf(work, [participationId]) });
}

function stepOf(
  row: RouteRow,
  route: readonly RouteRow[],
  { bodies, decisionDeadline }: RouteHeader,
  decisions: Decision[],
  meetings: readonly CalendarMeeting[],
  today: string,
): AnchoringStep {
  const undecided = !isDone(row);
  const own = bodies.find(({ id }) => id === row.bodyId);
  const latest = row.latestOn ?? decisionDeadline;
  return Object.assign(new AnchoringStep(), {
    ...row,
    meetingOn: row.submittedMeetingDate,
    decidedOn: row.storedDecidedOn,
    decisions,
    allowedOutcomes: allowedOutcomes(row.weight, row.kind).filter(
      (outcome) => outcome !== 'SENT_UP' || bodiesAbove(bodies, own).length > 0,
    ),
    canBeDecided: undecided && predecessorsOf(row.id, route).every(isDone),
    meetingChoices: undecided
      ? meetings
          .filter((meeting) => takesCases(meeting.kind) && !meeting.cancelled)
          .map((meeting) => choiceOf(meeting, latest, today))
      : [],
    higherBodies: undecided
      ? bodiesAbove(bodies, own).map(({ id, name }) => Object.assign(new HigherBody(), { bodyId: id, name }))
      : [],
  });
}

function whoIsAsked(asked: Responsible | undefined): Pick<AnchoringStep, 'responsibleName' | 'deputyFor'> {
  return { responsibleName: asked?.name ?? null, deputyFor: asked?.deputyFor ?? null };
}

function choiceOf({ id, date, submissionDeadline }: CalendarMeeting, latest: string, today: string): MeetingChoice {
  return Object.assign(new MeetingChoice(), {
    meetingId: id,
    date,
    submissionDeadline,
    deadlinePassed: submissionDeadline < today,
    inTime: date <= latest,
  });
}

/** One step with everything that a person needs to act on it; null when there is none to be seen. */
export async function anchoringStepById(work: Work, id: string): Promise<AnchoringStep | null> {
  const found = await work.one<{ participationId: string }>(
    'select participation_id as "participationId" from anchoring_step where id = $1',
    [id],
    'participation-of-step',
  );
  const route = found && (await bareRoute(work, found.participationId));
  return route?.steps.find((step) => step.id === id) ?? null;
}
