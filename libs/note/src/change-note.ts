import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import { ChangedMeanwhile, Uuid, type Asker, type Refusal } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { lockNote, logAboutNote } from './lock-note';
import { noteAnswers } from './note-answers';
import { Note } from './note.entity';
import { mayChangeNote } from './note.permissions';
import { noteById } from './note.queries';
import { faultOfNote, NoteVisibility } from './note.rules';

@InputType({ description: 'A note as it is to stand.' })
export class ChangeNoteInput {
  @Field(() => Uuid, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'The text, at most 2 000 characters.' })
  text!: string;

  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ChangeNoteResult = createUnionType({
  name: 'ChangeNoteResult',
  description: 'The note, changed, or why it was not.',
  types: () => noteAnswers,
  resolveType: (value: object) => value.constructor,
});

/** Changes a note. What it said before is gone; the log keeps hashes of both texts. */
@Injectable()
export class ChangeNote {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ChangeNoteInput): Promise<Note | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'changeNote',
      load: (work) => lockNote(work, input.noteId),
      may: mayChangeNote,
      carryOut: async (work, note) => {
        const fault = faultOfNote(input.text);
        if (fault) return fault;
        if (note.version !== input.version) return new ChangedMeanwhile(['input', 'version']);
        const text = input.text.trim();
        if (text === note.text && input.visibility === note.visibility) return { id: note.id };
        await work.execute(
          'update note set text = $2, visibility = $3, changed_at = $4, version = version + 1 where id = $1',
          [note.id, text, input.visibility, work.now],
        );
        work.log({
          verb: 'changeNote',
          ...logAboutNote(note),
          before: { noteId: note.id, visibility: note.visibility, textSha256: wordingSha256(note.text) },
          after: { noteId: note.id, visibility: input.visibility, textSha256: wordingSha256(text) },
        });
        return { id: note.id };
      },
      answer: async (work, id) => (await noteById(work, id))!,
    });
  }
}
