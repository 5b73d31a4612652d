import { checkText, firstFault, InvalidInput, type Capacity } from '@samanker/request';

const LONGEST_QUESTION = 2_000;
const LONGEST_ANSWER = 4_000;

/** The two that a question stands between: the municipality of a participation, and the host of its case. */
export type Side = 'MUNICIPALITY' | 'HOST';

/** As which side somebody speaks; null: as neither. The secretariat reads, and leaves asking and answering to the two. */
export function sideOf(capacity: Capacity | null): Side | null {
  if (capacity === 'own') return 'MUNICIPALITY';
  return capacity === 'host' ? 'HOST' : null;
}

/** Who answers what a side has asked. */
export function answererOf(asker: Side): Side {
  return asker === 'HOST' ? 'MUNICIPALITY' : 'HOST';
}

/** What is wrong with a question. The host's own participation has one side only: there is nobody to ask. */
export function faultOfQuestion(
  text: string,
  parties: { readonly organisationId: string; readonly hostOrganisationId: string },
): InvalidInput | null {
  return firstFault(
    checkText(text, ['input', 'text'], LONGEST_QUESTION, true),
    parties.organisationId === parties.hostOrganisationId &&
      new InvalidInput(['input', 'participationId'], 'NOT_ALLOWED_HERE'),
  );
}

/** What is wrong with an answer. Only the host chooses that all municipalities see a question: it is asked of the host. */
export function faultOfAnswer(
  { text, shareWithAll }: { readonly text: string; readonly shareWithAll: boolean },
  asker: Side,
): InvalidInput | null {
  return firstFault(
    checkText(text, ['input', 'text'], LONGEST_ANSWER, true),
    shareWithAll && asker === 'HOST' && new InvalidInput(['input', 'shareWithAll'], 'NOT_ALLOWED_HERE'),
  );
}

/** What is wrong with sharing an answer afterwards: what a municipality has answered the host is not the host's to share. */
export function faultOfSharing(asker: Side): InvalidInput | null {
  return asker === 'HOST' ? new InvalidInput(['input', 'questionId'], 'NOT_ALLOWED_HERE') : null;
}
