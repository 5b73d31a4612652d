import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
} from '@samanker/request';
import { Note } from './note.entity';

/** What a verb about a note that stands can answer. */
export const noteAnswers = [
  Note,
  NotFound,
  NotPermitted,
  InvalidInput,
  ChangedMeanwhile,
  IdempotencyKeyReused,
  LogInTooWeak,
] as const;
