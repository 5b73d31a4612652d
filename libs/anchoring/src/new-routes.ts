import type { Work } from '@samanker/database';
import { bodiesOfOrganisations, type DecisionBodyKind } from '@samanker/meeting-calendar';
import { defaultRoute, type NewStep } from './default-route.rules';
import { routeTemplatesOf } from './route-template.queries';

/** A body that is about to be registered, so that a route can be foreseen with it. */
export interface ComingBody {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly kind: DecisionBodyKind;
}

/** R1: the route that each organisation begins with: its own first template, else a default one. Two statements for all. */
export async function newRoutesOf(
  work: Work,
  organisationIds: readonly string[],
  coming: readonly ComingBody[] = [],
): Promise<Map<string, readonly NewStep[]>> {
  const templates = await routeTemplatesOf(work, organisationIds);
  const bodies = [...(await bodiesOfOrganisations(work, organisationIds)), ...coming];
  return new Map(
    organisationIds.map((organisationId) => {
      const template = templates.find((one) => one.organisationId === organisationId && one.steps.length > 0);
      const own = bodies.filter((body) => body.organisationId === organisationId);
      return [organisationId, template?.steps ?? defaultRoute({ bodies: own }, work.today)] as const;
    }),
  );
}
