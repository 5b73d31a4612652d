import type { RoleKind } from '../generated/documents';
import type { Me } from '../identity/me';
import type { Catalogue } from '../language/catalogue';

/** One page below /administration, and to whom it is offered. The API decides; this spares people what would be refused. */
export interface Part {
  readonly path: string;
  readonly title: (t: Catalogue) => string;
  /** What is done there, in one sentence. */
  readonly about: (t: Catalogue) => string;
  /** The roles in the organisation acted for; the secretariat keeps every part. */
  readonly roles: readonly RoleKind[];
}

export const PARTS: readonly Part[] = [
  {
    path: 'people',
    title: (t) => t.people.title,
    about: (t) => t.people.about,
    roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'],
  },
  {
    path: 'organisations',
    title: (t) => t.organisations.title,
    about: (t) => t.organisations.about,
    roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'],
  },
  {
    path: 'programs',
    title: (t) => t.programs.title,
    about: (t) => t.programs.about,
    roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'],
  },
  {
    path: 'calendars',
    title: (t) => t.calendars.title,
    about: (t) => t.calendars.about,
    roles: ['COORDINATOR', 'RECORDER'],
  },
  {
    path: 'routes',
    title: (t) => t.routeTemplates.title,
    about: (t) => t.routeTemplates.about,
    roles: ['COORDINATOR', 'RECORDER', 'CHIEF_EXECUTIVE'],
  },
  {
    path: 'closed-weeks',
    title: (t) => t.closedWeeks.title,
    about: (t) => t.closedWeeks.about,
    roles: ['COORDINATOR', 'RECORDER'],
  },
  {
    path: 'reminders',
    title: (t) => t.reminders.title,
    about: (t) => t.reminders.about,
    roles: ['COORDINATOR', 'RECORDER', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE'],
  },
];

/** Is it the secretariat of the region, which keeps every organisation's? */
export const isSecretariat = (me: Me): boolean => me.roles.some(({ kind }) => kind === 'SECRETARIAT');

/** Holds one of these roles in the organisation acted for? */
export const holdsHere = (me: Me, kinds: readonly RoleKind[]): boolean =>
  me.organisationId !== null &&
  me.roles.some(({ kind, organisationId }) => kinds.includes(kind) && organisationId === me.organisationId);

/** The parts that are offered to somebody. */
export const partsFor = (me: Me): readonly Part[] =>
  PARTS.filter(({ roles }) => isSecretariat(me) || holdsHere(me, roles));
