import { checkAhead, checkText, firstFault, InvalidInput, type Capacity, type RoleKind } from '@samanker/request';

/** Who reads a note or a date that was said. */
export enum NoteVisibility {
  OWN = 'OWN',
  CASE = 'CASE',
}

/** How somebody got to know it. */
export enum TheySaySource {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  MEETING = 'MEETING',
  OTHER = 'OTHER',
}

export const LONGEST_NOTE = 2_000;

/** Titles in a municipality that can have said something. A title is enough: who it was need not be kept. */
export const TITLES: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'CONTRIBUTOR',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** What is wrong with the text of a note; null when nothing is. */
export function faultOfNote(text: string): InvalidInput | null {
  return checkText(text, ['input', 'text'], LONGEST_NOTE, true);
}

/** A date that was said, as it is written down. */
export interface Said {
  /** The date; null when nothing is said any longer. */
  readonly on?: string | null;
  readonly heardOn?: string | null;
  readonly saidBy?: RoleKind | null;
}

/** What is wrong with a date that was said: nobody has heard it tomorrow, and what is said lies ahead of when it was heard. */
export function faultOfSaid({ on, heardOn, saidBy }: Said, today: string): InvalidInput | null {
  return firstFault(
    Boolean(heardOn && heardOn > today) && new InvalidInput(['input', 'heardOn'], 'DATE_TOO_LATE', today),
    on ? checkAhead(on, ['input', 'on'], today) : null,
    Boolean(on && on < (heardOn ?? today)) && new InvalidInput(['input', 'on'], 'DATE_TOO_EARLY', heardOn ?? today),
    Boolean(saidBy && !TITLES.includes(saidBy)) && new InvalidInput(['input', 'saidBy'], 'NOT_ALLOWED_HERE'),
  );
}

/** Whose a note becomes: the organisation in whose name it is written; null: the secretariat's, of the region as such. */
export function writtenFor(
  capacity: Capacity | null,
  parties: { readonly organisationId: string; readonly hostOrganisationId: string },
): string | null {
  if (capacity === 'own') return parties.organisationId;
  return capacity === 'host' ? parties.hostOrganisationId : null;
}
