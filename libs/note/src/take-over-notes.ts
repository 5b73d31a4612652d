import { wordingSha256 } from '@samanker/decision-log';
import type { Work } from '@samanker/database';
import { logAbout, type LockedParticipation } from '@samanker/participation';
import { NoteVisibility, TheySaySource } from './note.rules';

/** What the host had written down about a participation elsewhere. */
export interface NotesTakenOver {
  readonly texts: readonly string[];
  /** The day on which they say that they will have decided; nothing where it was not said. */
  readonly saysOn: string | null;
}

/** Keeps the host's own notes of before, for its own eyes; and the day that was said, as if it had been said today. */
export async function takeOverNotes(
  work: Work,
  subject: LockedParticipation,
  { texts, saysOn }: NotesTakenOver,
  verb: 'importRunningCase',
): Promise<void> {
  const whose = subject.case.hostOrganisationId;
  if (texts.length > 0) {
    const notes = await work.query<{ id: string; text: string }>(
      `insert into note (region_id, participation_id, organisation_id, text, visibility, written_by, written_at)
       select $1, $2, $3, text, $5, $6, $7 from unnest($4::text[]) as text returning id, text`,
      [work.regionId, subject.id, whose, texts, NoteVisibility.OWN, work.actor.personId, work.now],
    );
    for (const { id, text } of notes)
      work.log({
        verb,
        ...logAbout(subject),
        after: { noteId: id, visibility: NoteVisibility.OWN, textSha256: wordingSha256(text) },
      });
  }
  if (saysOn === null) return;
  const said = { on: saysOn, source: TheySaySource.OTHER, heardOn: work.today, visibility: NoteVisibility.CASE };
  const row = await work.one<{ id: string }>(
    `insert into they_say_date (region_id, participation_id, organisation_id, says_on, source, heard_on, visibility,
       written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      ...[work.regionId, subject.id, whose, said.on, said.source, said.heardOn, said.visibility],
      work.actor.personId,
      work.now,
    ],
  );
  work.log({ verb, ...logAbout(subject), after: { theySayDateId: row!.id, ...said } });
}
