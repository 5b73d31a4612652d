import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker, type Refusal } from '@samanker/request';
import { AddNote, AddNoteInput, AddNoteResult } from './add-note';
import { ChangeNote, ChangeNoteInput, ChangeNoteResult } from './change-note';
import { Note } from './note.entity';
import { notesOf, theySayDatesOf } from './note.queries';
import { SaveTheySayDate, SaveTheySayDateInput, SaveTheySayDateResult } from './save-they-say-date';
import { TheySayDate } from './they-say-date.entity';
import { WithdrawNote, WithdrawNoteInput, WithdrawNoteResult } from './withdraw-note';

@Resolver(() => Note)
export class NoteResolver {
  constructor(
    private readonly add: AddNote,
    private readonly change: ChangeNote,
    private readonly withdraw: WithdrawNote,
    private readonly save: SaveTheySayDate,
  ) {}

  @Query(() => [Note], { description: 'The notes about a participation that you may see, the newest first.' })
  async notes(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<Note[]> {
    return notesOf(await read.work(), participationId);
  }

  @Query(() => [TheySayDate], {
    description:
      'When a municipality has said that it will have decided, as far as you may see it, the newest first; with what was said before.',
  })
  async theySayDates(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<TheySayDate[]> {
    return theySayDatesOf(await read.work(), participationId);
  }

  @Mutation(() => AddNoteResult, { description: 'Writes a note about a participation.' })
  addNote(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: AddNoteInput,
  ): Promise<Note | Refusal> {
    return this.add.carryOut(asker, input);
  }

  @Mutation(() => ChangeNoteResult, { description: 'Changes a note.' })
  changeNote(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: ChangeNoteInput,
  ): Promise<Note | Refusal> {
    return this.change.carryOut(asker, input);
  }

  @Mutation(() => WithdrawNoteResult, { description: 'Takes a note away; its text is gone.' })
  withdrawNote(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: WithdrawNoteInput,
  ): Promise<Note | Refusal> {
    return this.withdraw.carryOut(asker, input);
  }

  @Mutation(() => SaveTheySayDateResult, {
    description: 'Writes down when a municipality says that it will have decided. Changes no plan.',
  })
  saveTheySayDate(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: SaveTheySayDateInput,
  ): Promise<TheySayDate | Refusal> {
    return this.save.carryOut(asker, input);
  }
}
