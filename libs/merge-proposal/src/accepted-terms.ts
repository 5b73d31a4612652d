import type { Work } from '@samanker/database';
import { canonicalJson, withoutWording } from '@samanker/decision-log';
import type { Need } from '@samanker/need';
import { InvalidInput, Refusal } from '@samanker/request';
import { checkGivenTerms } from './check-given-terms';
import { MergeTermsDiffer } from './merge-proposal.refusals';
import type { MergeTermsInput } from './merge-terms';
import type { Terms } from './merge-terms.rules';

/** The terms that count: the first acceptance's; the second may repeat them but not say anything else. */
export async function acceptedTerms(
  work: Work,
  known: Terms | null,
  given: MergeTermsInput | null | undefined,
  needs: readonly Need[],
): Promise<Terms | Refusal> {
  const path = ['input', 'terms'];
  if (!given && !known) return new InvalidInput(path, 'REQUIRED');
  const said = given ? await checkGivenTerms(work, given, needs, path) : null;
  if (said instanceof Refusal) return said;
  if (!known) return said!;
  if (said && canonicalJson(said) !== canonicalJson(known)) return new MergeTermsDiffer(path);
  // The day by which all must have decided may have passed since the first acceptance.
  if (known.decisionDeadline < work.today) return new InvalidInput([...path, 'decisionDeadline'], 'DATE_PASSED');
  return known;
}

/** The terms as the log keeps them: a hash of their free text. */
export function forLog(terms: Terms): unknown {
  return withoutWording(terms, ['title', 'description', 'name']);
}
