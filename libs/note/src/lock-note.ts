import type { Work } from '@samanker/database';
import { notesSeenBy, notesSeenSql } from './note.permissions';
import type { NoteVisibility } from './note.rules';

/** What a verb needs to know of a note that it has locked. */
export interface LockedNote {
  readonly id: string;
  readonly participationId: string;
  readonly caseId: string;
  /** Whose note it is; null for the secretariat. */
  readonly organisationId: string | null;
  /** The organisation that it is about. */
  readonly about: string;
  readonly text: string;
  readonly visibility: NoteVisibility;
  readonly version: number;
}

/** Locks a note that stands; null when there is none that the one who asks may see. */
export function lockNote(work: Work, id: string): Promise<LockedNote | null> {
  return work.one<LockedNote>(
    `select n.id, p.id as "participationId", p.case_id as "caseId", n.organisation_id as "organisationId",
       p.organisation_id as about, n.text, n.visibility, n.version
     from note n join participation p on p.id = n.participation_id join procurement_case c on c.id = p.case_id
     where n.id = $1 and n.withdrawn_at is null and ${notesSeenSql(2)} for update of n`,
    [id, ...notesSeenBy(work.actor)],
    'lock-note',
  );
}

/** Where an entry about a note belongs in the decision log: under the participation that it is about. */
export function logAboutNote({ participationId, caseId, about }: LockedNote) {
  return { subjectType: 'Participation', subjectId: participationId, caseId, organisationId: about };
}
