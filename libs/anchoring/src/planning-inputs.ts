import { yearOf, type DateRange, type LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { meetingsOfOrganisation, type CalendarMeeting } from '@samanker/meeting-calendar';
import type { PlanningBody, PlanningInput } from './planning-stages.rules';
import { planningBody, planningInput } from './route-plan.rules';
import { routesOf, routeSubjects, type RouteRow, type RouteSubject } from './route-rows';

/** One participation's route as it stands, with the calendars of its organisation. */
export interface LoadedRoute {
  readonly subject: RouteSubject;
  readonly route: readonly RouteRow[];
}

/** Many routes, and the meetings of every body of their organisations. */
export interface LoadedRoutes {
  readonly routes: readonly LoadedRoute[];
  readonly closed: ReadonlyMap<string, DateRange[]>;
  readonly meetings: ReadonlyMap<string, CalendarMeeting[]>;
}

/** R6: all that routes are planned from: three statements, whatever their number. */
export async function loadRoutes(work: Work, participationIds: readonly string[]): Promise<LoadedRoutes> {
  const subjects = await routeSubjects(work, participationIds);
  const routes = await routesOf(work, participationIds);
  const closed = new Map<string, DateRange[]>(subjects.map((subject) => [subject.organisationId, subject.closed]));
  // Last year's meetings are the pattern for a year that has no adopted calendar yet.
  const meetings = await meetingsOfOrganisation(work, [...closed.keys()], `${yearOf(work.today) - 1}-01-01`, closed);
  return {
    routes: subjects.map((subject) => ({ subject, route: routes.get(subject.id) ?? [] })),
    closed,
    meetings,
  };
}

/** What a plan of one loaded route is made from. */
export function inputOf(
  { subject, route }: LoadedRoute,
  meetings: ReadonlyMap<string, CalendarMeeting[]>,
  today: LocalDate,
  settle: boolean,
): PlanningInput {
  const bodies = new Map<string, PlanningBody>();
  for (const { bodyId, handoverDays } of route) {
    if (bodyId && !bodies.has(bodyId))
      bodies.set(bodyId, planningBody(meetings.get(bodyId) ?? [], handoverDays ?? 0, subject, today));
  }
  return planningInput(subject, route, bodies, today, settle);
}
