import type { Work } from '@samanker/database';
import { Note } from './note.entity';
import { mayChangeNote, notesSeenBy, notesSeenSql } from './note.permissions';
import { TheySayDate } from './they-say-date.entity';

const ABOUT = `n.id, n.region_id as "regionId", n.participation_id as "participationId", n.organisation_id as "organisationId",
  o.name as "organisationName", n.visibility, n.written_by as "writtenBy", w.name as "writtenByName", n.written_at as "writtenAt"`;
const FROM = `join participation p on p.id = n.participation_id join procurement_case c on c.id = p.case_id
  left join organisation o on o.id = n.organisation_id left join person w on w.id = n.written_by`;
const NOTE = `select ${ABOUT}, n.text, n.changed_at as "changedAt", n.withdrawn_at as "withdrawnAt", n.version from note n ${FROM}`;
const SAID = `select ${ABOUT}, n.says_on as on, n.source, n.said_by as "saidBy", n.heard_on as "heardOn",
  n.replaced_at as "replacedAt" from they_say_date n ${FROM}`;
const SEEN = notesSeenSql(2);

const noteOf = (work: Work, row: Note): Note =>
  Object.assign(new Note(), row, { mayChange: mayChangeNote(work.actor, row) });

/** The notes about a participation that the one who asks may see, the newest first. One statement. */
export async function notesOf(work: Work, participationId: string): Promise<Note[]> {
  const rows = await work.query<Note>(
    `${NOTE} where n.participation_id = $1 and n.withdrawn_at is null and ${SEEN} order by n.written_at desc, n.id desc limit 200`,
    [participationId, ...notesSeenBy(work.actor)],
    'notes',
  );
  return rows.map((row) => noteOf(work, row));
}

/** One note, withdrawn or not; null when there is none that the one who asks may see. */
export async function noteById(work: Work, id: string): Promise<Note | null> {
  const row = await work.one<Note>(
    `${NOTE} where n.id = $1 and ${SEEN}`,
    [id, ...notesSeenBy(work.actor)],
    'note-by-id',
  );
  return row && noteOf(work, row);
}

/** What was said about a participation as far as the one who asks may see it, the newest first. One statement. */
export async function theySayDatesOf(work: Work, participationId: string): Promise<TheySayDate[]> {
  const rows = await work.query<TheySayDate>(
    `${SAID} where n.participation_id = $1 and ${SEEN} order by n.written_at desc, n.id desc limit 200`,
    [participationId, ...notesSeenBy(work.actor)],
    'they-say-dates',
  );
  return rows.map((row) => Object.assign(new TheySayDate(), row));
}

/** One thing that was said, by the id that a verb has just given it. */
export async function theySayDateById(work: Work, id: string): Promise<TheySayDate> {
  const row = await work.one<TheySayDate>(`${SAID} where n.id = $1`, [id], 'they-say-date-by-id');
  return Object.assign(new TheySayDate(), row);
}
