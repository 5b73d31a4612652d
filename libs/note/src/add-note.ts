import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import { lockParticipation, logAbout, partiesOf } from '@samanker/participation';
import {
  capacityOf,
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { Note } from './note.entity';
import { mayWriteNote, WRITES_NOTES } from './note.permissions';
import { noteById } from './note.queries';
import { faultOfNote, NoteVisibility, writtenFor } from './note.rules';

@InputType({ description: 'A note about a participation.' })
export class AddNoteInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, { description: 'The text, at most 2 000 characters.' })
  text!: string;

  @Field(() => NoteVisibility, { defaultValue: NoteVisibility.OWN, description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AddNoteResult = createUnionType({
  name: 'AddNoteResult',
  description: 'The note, or why it was not written.',
  types: () => [Note, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Writes a note about a participation; in any stage of the case. */
@Injectable()
export class AddNote {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AddNoteInput): Promise<Note | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'addNote',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayWriteNote,
      carryOut: async (work, subject) => {
        const fault = faultOfNote(input.text);
        if (fault) return fault;
        const { organisationId } = subject;
        const parties = { organisationId, hostOrganisationId: subject.case.hostOrganisationId };
        const text = input.text.trim();
        const note = (await work.one<{ id: string }>(
          `insert into note (region_id, participation_id, organisation_id, text, visibility, written_by, written_at)
           values ($1, $2, $3, $4, $5, $6, $7) returning id`,
          [
            work.regionId,
            subject.id,
            writtenFor(capacityOf(work.actor, WRITES_NOTES, partiesOf(subject)), parties),
            text,
            input.visibility,
            work.actor.personId,
            work.now,
          ],
        ))!;
        work.log({
          verb: 'addNote',
          ...logAbout(subject),
          after: { noteId: note.id, visibility: input.visibility, textSha256: wordingSha256(text) },
        });
        return note;
      },
      answer: async (work, id) => (await noteById(work, id))!,
    });
  }
}
