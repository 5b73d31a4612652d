import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { AddNote } from './add-note';
import { ChangeNote } from './change-note';
import { Note } from './note.entity';
import { NoteResolver } from './note.resolver';
import { SaveTheySayDate } from './save-they-say-date';
import { TheySayDate } from './they-say-date.entity';
import { WithdrawNote } from './withdraw-note';

export const noteEntities = [Note, TheySayDate];

/** What people remember about a participation, and when a municipality says that it will have decided. */
@Module({ imports: [VerbModule], providers: [NoteResolver, AddNote, ChangeNote, WithdrawNote, SaveTheySayDate] })
export class NoteModule {}
