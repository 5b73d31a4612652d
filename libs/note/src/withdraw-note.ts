import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { wordingSha256 } from '@samanker/decision-log';
import { Uuid, type Asker, type Refusal } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { lockNote, logAboutNote } from './lock-note';
import { noteAnswers } from './note-answers';
import { Note } from './note.entity';
import { mayChangeNote } from './note.permissions';
import { noteById } from './note.queries';

@InputType({ description: 'A note that is to be taken away.' })
export class WithdrawNoteInput {
  @Field(() => Uuid, { description: 'The note.' })
  noteId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const WithdrawNoteResult = createUnionType({
  name: 'WithdrawNoteResult',
  description: 'The note, withdrawn and without its text, or why it was not.',
  types: () => noteAnswers,
  resolveType: (value: object) => value.constructor,
});

/** Takes a note away: its text is gone, that there was one stays. */
@Injectable()
export class WithdrawNote {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: WithdrawNoteInput): Promise<Note | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'withdrawNote',
      load: (work) => lockNote(work, input.noteId),
      may: mayChangeNote,
      carryOut: async (work, note) => {
        await work.execute(`update note set text = '', withdrawn_at = $2, version = version + 1 where id = $1`, [
          note.id,
          work.now,
        ]);
        work.log({
          verb: 'withdrawNote',
          ...logAboutNote(note),
          before: { noteId: note.id, visibility: note.visibility, textSha256: wordingSha256(note.text) },
          after: { noteId: note.id, withdrawnAt: work.now.toISOString() },
        });
        return { id: note.id };
      },
      answer: async (work, id) => (await noteById(work, id))!,
    });
  }
}
