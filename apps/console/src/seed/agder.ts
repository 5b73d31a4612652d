import type { LocalDate } from '@samanker/clock';
import {
  agder2016,
  agderSuccession,
  agderToday,
  type SeedOrganisation,
  type SeedSuccession,
} from './agder-organisations';
import { peopleOf, peopleOfRegion, type SeedPerson } from './agder-people';
import { modelledBodies, modelledClosedWeeks, type SeedBody, type SeedClosedWeek } from './modelled-calendar';
import { modelledRoute, type SeedRouteTemplate } from './modelled-routes';
import { seedId } from './seed-id';

/** Everything that stands before the first need is registered, as data. */
export interface RegionSeed {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly organisations: readonly SeedOrganisation[];
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  }[];
  readonly successions: readonly SeedSuccession[];
  readonly people: readonly SeedPerson[];
  readonly bodies: readonly SeedBody[];
  readonly closedWeeks: readonly SeedClosedWeek[];
  readonly routeTemplates: readonly SeedRouteTemplate[];
}

/** The region plan under which the municipalities began to buy together; a membership needs some first day. */
const MEMBERS_SINCE: LocalDate = '2010-01-01';

export const HOST = '1001';

/** The people of the demo hold their roles from the first day of the year that it plays in, not from the day it is seeded. */
export const PEOPLE_SINCE = '2016-01-01T00:00+01:00';

/** Agder: the thirty municipalities to the end of 2019, the twenty-five since, with people, bodies and calendars of 2016. */
export function agder(): RegionSeed {
  const then = agder2016();
  const now = agderToday();
  const bodies = new Map(then.map((one) => [one.id, modelledBodies(one)]));
  return {
    id: seedId('region', 'agder'),
    name: 'Agder',
    slug: 'agder',
    organisations: [...then, ...now],
    memberships: [
      ...then.map((one) => ({ organisationId: one.id, from: MEMBERS_SINCE, to: one.validTo })),
      ...now.map((one) => ({ organisationId: one.id, from: one.validFrom, to: null })),
    ],
    successions: agderSuccession(),
    people: [...then.flatMap((one) => peopleOf(one, one.number === HOST)), ...peopleOfRegion()],
    bodies: [...bodies.values()].flat(),
    closedWeeks: then.flatMap(modelledClosedWeeks),
    routeTemplates: then.map((one) => modelledRoute(one, bodies.get(one.id)!)),
  };
}
