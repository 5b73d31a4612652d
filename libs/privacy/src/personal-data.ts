import { casesHeld } from './held-in-cases';
import { leavingsHeld } from './held-in-leavings';
import { notesHeld } from './held-in-notes';
import { lettersHeld } from './held-in-letters';
import { peopleHeld } from './held-of-people';
import type { HeldTable } from './held-table';

/** Every table that holds personal data, lowest rung first. A self-check compares it with the live catalogue. */
export const personalData: readonly HeldTable[] = [
  ...peopleHeld,
  ...casesHeld,
  ...leavingsHeld,
  ...notesHeld,
  ...lettersHeld,
];
