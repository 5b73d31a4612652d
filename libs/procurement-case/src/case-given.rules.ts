import { yearOf, type LocalDate } from '@samanker/clock';
import { checkAhead, checkAmount, checkText, firstFault, InvalidInput, type AmountGiven } from '@samanker/request';

/** A case as it is asked for, before anything is looked up. */
export interface CaseAsked {
  readonly title: string;
  readonly description?: string | null;
  readonly decisionDeadline: LocalDate;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
  readonly parts: readonly {
    readonly title: string;
    readonly items: readonly { readonly name: string; readonly unitPrice?: AmountGiven | null }[];
  }[];
}

const MOST_PARTS = 99;
const MOST_ITEMS = 999;
/** Nobody plans further ahead, and the last year of the longest term stays a year that a volume can be declared for. */
const MOST_YEARS_AHEAD = 20;

/** What is wrong with a case that is asked for, as far as it can be said without looking anything up. */
export function checkCase(asked: CaseAsked, today: LocalDate): InvalidInput | null {
  const items = asked.parts.reduce((count, part) => count + part.items.length, 0);
  return firstFault(
    checkText(asked.title, ['input', 'title'], 300, true),
    checkText(asked.description, ['input', 'description'], 10_000),
    asked.decisionDeadline < today && new InvalidInput(['input', 'decisionDeadline'], 'DATE_PASSED'),
    checkAhead(asked.decisionDeadline, ['input', 'decisionDeadline'], today),
    within(asked.firstYear, yearOf(today), yearOf(today) + MOST_YEARS_AHEAD, 'firstYear'),
    within(asked.years, 1, 15, 'years'),
    within(asked.optionYears, 0, 10, 'optionYears'),
    asked.parts.length === 0 && new InvalidInput(['input', 'parts'], 'REQUIRED'),
    asked.parts.length > MOST_PARTS && new InvalidInput(['input', 'parts'], 'TOO_MANY', MOST_PARTS),
    items > MOST_ITEMS && new InvalidInput(['input', 'parts'], 'TOO_MANY', MOST_ITEMS),
    ...asked.parts.flatMap((part, at) => [
      checkText(part.title, ['input', 'parts', at, 'title'], 200, true),
      part.items.length === 0 && new InvalidInput(['input', 'parts', at, 'items'], 'REQUIRED'),
      ...part.items.flatMap((item, index) => [
        checkText(item.name, ['input', 'parts', at, 'items', index, 'name'], 200, true),
        checkAmount(item.unitPrice, ['input', 'parts', at, 'items', index, 'unitPrice']),
      ]),
    ]),
  );
}

function within(value: number, least: number, most: number, field: string): InvalidInput | null {
  return value < least || value > most ? new InvalidInput(['input', field], 'NOT_ALLOWED_HERE') : null;
}
