import type { LocalDate } from '@samanker/clock';
import { checkAmount, checkQuantity, checkText, firstFault, InvalidInput, type AmountGiven } from '@samanker/request';

/** What the rules read of a need as it is written. */
export interface NeedWritten {
  readonly title: string;
  readonly problem: string;
  readonly effect?: string | null;
  readonly indicator?: string | null;
  readonly targetGroup?: string | null;
  readonly currentSolution?: string | null;
  readonly currentYearlyCost?: AmountGiven | null;
  readonly tried?: string | null;
  readonly cpvCodes: readonly string[];
  readonly quantity: string;
  readonly wantedFrom: LocalDate;
  readonly wantedTo: LocalDate;
  readonly contractEndsOn?: LocalDate | null;
  readonly optionMonths?: number | null;
  readonly yearlyValue?: AmountGiven | null;
  readonly localValue?: string | null;
  readonly localLeader?: string | null;
}

type State = 'DRAFT' | 'DECLARED' | 'IN_CASE' | 'SOLVED_IN_HOUSE' | 'WITHDRAWN';
type Act = 'change' | 'declare' | 'withdraw' | 'solveInHouse';

const LONGEST = {
  effect: 4000,
  indicator: 1000,
  targetGroup: 1000,
  currentSolution: 4000,
  tried: 4000,
  localValue: 4000,
  localLeader: 200,
} as const;
const TEXT_FIELDS = ['title', 'problem', ...(Object.keys(LONGEST) as (keyof typeof LONGEST)[])] as const;
const MOST_CPV_CODES = 20;
const MOST_OPTION_MONTHS = 120;

/** What may be done in which state, and where it leads; what is not here is refused. A change leaves the state alone. */
const TRANSITIONS: Readonly<Record<Act, Partial<Record<State, State>>>> = {
  change: { DRAFT: 'DRAFT', DECLARED: 'DECLARED' },
  declare: { DRAFT: 'DECLARED' },
  withdraw: { DRAFT: 'WITHDRAWN', DECLARED: 'WITHDRAWN' },
  solveInHouse: { DRAFT: 'SOLVED_IN_HOUSE', DECLARED: 'SOLVED_IN_HOUSE' },
};
const ALREADY: Readonly<Record<Act, State | null>> = {
  change: null,
  declare: 'DECLARED',
  withdraw: 'WITHDRAWN',
  solveInHouse: 'SOLVED_IN_HOUSE',
};

/** R15: the state after the act; DONE when it stands there already (already done is success); null when it is refused. */
export function afterAct(act: Act, state: State): State | 'DONE' | null {
  return state === ALREADY[act] ? 'DONE' : (TRANSITIONS[act][state] ?? null);
}

/** R15: the first fault of what was written that can be seen without looking anything up. */
export function checkNeed(
  need: NeedWritten,
  path: readonly string[],
  { declare, today }: { declare: boolean; today: LocalDate },
): InvalidInput | null {
  const at = (field: string): string[] => [...path, field];
  return firstFault(
    checkText(need.title, at('title'), 300, true),
    checkText(need.problem, at('problem'), 10_000, true),
    ...(Object.keys(LONGEST) as (keyof typeof LONGEST)[]).map((field) =>
      checkText(need[field], at(field), LONGEST[field]),
    ),
    checkQuantity(need.quantity, at('quantity'), { positive: true }),
    checkAmount(need.currentYearlyCost, at('currentYearlyCost')),
    checkAmount(need.yearlyValue, at('yearlyValue')),
    need.wantedTo < need.wantedFrom && new InvalidInput(at('wantedTo'), 'ENDS_BEFORE_START'),
    declare && need.wantedTo < today && new InvalidInput(at('wantedTo'), 'DATE_PASSED'),
    checkMonths(need.optionMonths ?? 0, at('optionMonths')),
    checkCpvList(need.cpvCodes, at('cpvCodes'), declare),
  );
}

/** R15: the first text that holds what looks like a national identity number; null when none does. */
export function textWithPersonalNumber(need: NeedWritten): string | null {
  return TEXT_FIELDS.find((field) => holdsPersonalNumber(need[field] ?? '')) ?? null;
}

/**
 * Eleven digits that begin with a day and a month, also written 010203 12345 or 010203-12345. Days of 41–71 are
 * D-numbers, months of 21–32, 41–52, 61–72 and 81–92 synthetic and help numbers. The control digits are not looked at: a
 * mistyped number is as personal as a right one.
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  for (const [, day, month] of plain.matchAll(/(?<!\d)(\d\d)(\d\d)\d\d[\s.\-\u2010-\u2015]?\d{5}(?!\d)/g)) {
    const d = Number(day) % 40;
    const m = Number(month) % 20;
    if (Number(day) <= 71 && d >= 1 && d <= 31 && m >= 1 && m <= 12) return true;
  }
  return false;
}

function checkMonths(months: number, path: string[]): InvalidInput | null {
  if (months < 0) return new InvalidInput(path, 'NEGATIVE');
  return months > MOST_OPTION_MONTHS ? new InvalidInput(path, 'TOO_LARGE', MOST_OPTION_MONTHS) : null;
}

function checkCpvList(codes: readonly string[], path: string[], declare: boolean): InvalidInput | null {
  if (declare && codes.length === 0) return new InvalidInput(path, 'REQUIRED');
  if (codes.length > MOST_CPV_CODES) return new InvalidInput(path, 'TOO_MANY', MOST_CPV_CODES);
  return null;
}
