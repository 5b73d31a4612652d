import type { LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { bodiesOf, closedRangesOf, meetingsOfOrganisation } from '@samanker/meeting-calendar';
import { currentRegion, isMember } from '@samanker/organisation';
import { checkAhead, InvalidInput, NotFound } from '@samanker/request';
import { faultOfSteps, type RouteStepInput } from './route-input';
import { RoutePreview, RoutePreviewStep } from './route-preview';
import { firstYearOf, planOfStep, previewedPlan } from './route-preview.rules';

/** R1, R6: the dates that a route would get. Reads what planning reads, and changes nothing. */
export async function previewRoute(
  work: Work,
  organisationId: string,
  steps: readonly RouteStepInput[],
  startOn: LocalDate,
  deadline: LocalDate | null,
): Promise<RoutePreview | NotFound | InvalidInput> {
  const { language } = work.actor;
  if (!(await isMember(work, organisationId, work.today))) return new NotFound(['organisationId']).speak(language);
  const fault =
    checkAhead(startOn, ['startOn'], work.today) ??
    (deadline ? checkAhead(deadline, ['deadline'], work.today) : null) ??
    (deadline && deadline < startOn ? new InvalidInput(['deadline'], 'ENDS_BEFORE_START') : null) ??
    (await faultOfSteps(work, organisationId, steps));
  if (fault) return fault.speak(language);
  const region = await currentRegion(work);
  const bodies = await bodiesOf(work, organisationId);
  const closed = await closedRangesOf(work, [organisationId]);
  const from = `${firstYearOf({ startOn, today: work.today })}-01-01`;
  const meetings = await meetingsOfOrganisation(work, [organisationId], from, closed);
  const plan = previewedPlan(
    steps,
    new Map(bodies.map(({ id, handoverDays }) => [id, { handoverDays, meetings: meetings.get(id) ?? [] }])),
    {
      startOn,
      deadline,
      marginDays: region.atRiskMarginDays,
      powerOfAttorneyDays: region.powerOfAttorneyDays,
      closed: closed.get(organisationId) ?? [],
      today: work.today,
    },
  );
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  return Object.assign(new RoutePreview(), {
    startOn,
    deadline,
    steps: steps.map(({ title, bodyId }, at) => {
      const planned = planOfStep(plan, at);
      return Object.assign(new RoutePreviewStep(), {
        position: at + 1,
        title: title.trim(),
        bodyId: bodyId ?? null,
        bodyName: (bodyId && names.get(bodyId)) || null,
        earliestOn: planned?.date ?? null,
        submissionDeadline: planned?.submissionDeadline ?? null,
        latestOn: planned?.latestDate ?? null,
        latestSubmission: planned?.latestSubmission ?? null,
        provisional: planned?.provisional ?? false,
      });
    }),
    decisionOn: plan.decisionDate,
    finishOn: plan.earliestFinish,
    latestDecisionOn: plan.latestDecision,
    slackDays: plan.slackDays,
    status: plan.status as RoutePreview['status'],
    provisional: plan.provisional,
    constitutionYear: plan.constitutionYear,
  });
}
