import type { Work } from '@samanker/database';
import type { ExpectationKind } from './expectation.entity';
import { OUTLASTS_PAUSE } from './expectation.rules';

/** Which expectations of a subject: all, or of one kind. */
export interface OfSubject {
  readonly kind?: ExpectationKind | keyof typeof ExpectationKind;
  readonly subjectId: string;
}

/** What was awaited has been done; its reminders lose their reason, also those already queued (R12). Answers how many. */
export function fulfil(work: Work, { kind, subjectId }: OfSubject): Promise<number> {
  return work.execute(
    `update expectation set fulfilled_at = $4::timestamptz where region_id = $1 and subject_id = $2
       and ($3::text is null or kind = $3) and fulfilled_at is null and withdrawn_at is null`,
    [work.regionId, subjectId, kind ?? null, work.now],
  );
}

/** Nothing is awaited any more, without its having been done. Answers how many. */
export function withdraw(
  work: Work,
  { kind, subjectId, because }: OfSubject & { readonly because: string },
): Promise<number> {
  return work.execute(
    `update expectation set withdrawn_at = $4::timestamptz, withdrawn_because = $5 where region_id = $1 and subject_id = $2
       and ($3::text is null or kind = $3) and fulfilled_at is null and withdrawn_at is null`,
    [work.regionId, subjectId, kind ?? null, work.now, because],
  );
}

/** Withdraws everything that is awaited of a whole participation: declined, withdrawn, the case cancelled. */
export function withdrawAllOf(
  work: Work,
  { participationId, because }: { readonly participationId: string; readonly because: string },
): Promise<number> {
  return work.execute(
    `update expectation set withdrawn_at = $3::timestamptz, withdrawn_because = $4 where region_id = $1 and participation_id = $2
       and fulfilled_at is null and withdrawn_at is null`,
    [work.regionId, participationId, work.now, because],
  );
}

/**
 * Withdraws everything that is awaited in a whole case: it is paused or cancelled. What outlasts a pause stays: a question
 * may be what the pause is about, and planning would not ask it again.
 */
export function withdrawAllOfCase(
  work: Work,
  { caseId, because }: { readonly caseId: string; readonly because: 'PAUSED' | 'CANCELLED' },
): Promise<number> {
  return work.execute(
    `update expectation set withdrawn_at = $3::timestamptz, withdrawn_because = $4 where region_id = $1 and case_id = $2
       and kind <> all($5::text[]) and fulfilled_at is null and withdrawn_at is null`,
    [work.regionId, caseId, work.now, because, because === 'PAUSED' ? OUTLASTS_PAUSE : []],
  );
}
