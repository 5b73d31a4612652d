import { CaseClosed, CaseFrozen } from '@samanker/procurement-case';
import { IdempotencyKeyReused, InvalidInput, LogInTooWeak, NotFound, NotPermitted } from '@samanker/request';
import { Participation } from './participation.entity';
import { ParticipationWithdrawn } from './participation.refusals';

/** What every verb about a participation can answer: the participation, or one of these refusals. */
export const participationAnswers = [
  Participation,
  NotFound,
  NotPermitted,
  InvalidInput,
  CaseFrozen,
  CaseClosed,
  ParticipationWithdrawn,
  IdempotencyKeyReused,
  LogInTooWeak,
] as const;
