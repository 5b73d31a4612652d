import Decimal from 'decimal.js';
import type { ChoiceFact, ItemFact, LineFact, ReportFacts } from './report-facts';

/** How firmly a quantity stands: R21 keeps what is committed apart from options and from what is not anchored. */
export type Commitment = 'COMMITTED' | 'NOT_ANCHORED' | 'OPTION' | 'UNANSWERED';

/** A volume line with everything that its value follows from. */
export interface PricedLine {
  readonly participationId: string;
  readonly organisationId: string;
  readonly item: ItemFact;
  readonly year: number;
  /** In an extension of the term, which nobody is bound to use. */
  readonly extension: boolean;
  /** Carried forward from the last year that was declared: nobody declared this year. */
  readonly carriedForward: boolean;
  readonly commitment: Commitment;
  readonly expected: string;
  readonly maximum: string;
  /** NOK excluding VAT, rounded to øre per line, so that every sum is the exact sum of its lines (R20). */
  readonly expectedValue: string | null;
  readonly maximumValue: string | null;
  readonly origin: LineFact['origin'];
}

/** A decimal number in its one shortest form: 12.5000 and 12.5 are the same data (R22). */
export function shortest(value: Decimal.Value): string {
  return new Decimal(value).toFixed();
}

/** An amount with two decimals. */
export function toOre(value: Decimal.Value): string {
  return new Decimal(value).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}

/** The exact sum of amounts; a line without a price adds nothing and is named among what is missing. */
export function sum(values: readonly (string | null)[]): string {
  return values
    .reduce<Decimal>((total, value) => (value === null ? total : total.plus(value)), new Decimal(0))
    .toFixed();
}

/** The commitment that a choice gives, or null where the organisation is out. */
export function commitmentOf(choice: ChoiceFact | undefined, anchored: boolean): Commitment | null {
  if (choice === 'OUT') return null;
  if (choice === 'OPTION') return 'OPTION';
  if (choice === 'FIRM') return anchored ? 'COMMITTED' : 'NOT_ANCHORED';
  return 'UNANSWERED';
}

/**
 * R26: the lines of everybody who is not out, over the whole term with its extensions. Where nobody declared a year of
 * an extension, the last declared year of the same item is carried forward, and marked.
 */
export function pricedLines(facts: ReportFacts, anchored: ReadonlySet<string>, out: ReadonlySet<string>): PricedLine[] {
  const { firstYear, years, optionYears } = facts.procurementCase;
  const items = new Map(facts.items.map((item) => [item.id, item]));
  const participants = new Map(facts.participants.map((one) => [one.participationId, one]));
  const priced: PricedLine[] = [];
  const price = (line: LineFact, carriedForward: boolean): void => {
    const item = items.get(line.itemId);
    const participant = participants.get(line.participationId);
    if (!item || !participant || out.has(line.participationId)) return;
    const choice = participant.choices.find((one) => one.partId === item.partId)?.choice;
    const commitment = commitmentOf(choice, anchored.has(line.participationId));
    if (!commitment) return;
    const unitPrice = line.unitPrice ?? item.unitPrice;
    const maximum = line.maximum ?? line.expected;
    priced.push({
      participationId: line.participationId,
      organisationId: participant.organisationId,
      item,
      year: line.year,
      extension: line.year >= firstYear + years,
      carriedForward,
      commitment,
      expected: shortest(line.expected),
      maximum: shortest(maximum),
      expectedValue: unitPrice === null ? null : toOre(new Decimal(line.expected).times(unitPrice)),
      maximumValue: unitPrice === null ? null : toOre(new Decimal(maximum).times(unitPrice)),
      origin: line.origin,
    });
  };
  for (const line of facts.lines) price(line, false);
  for (const group of grouped(facts.lines, (line) => `${line.participationId} ${line.itemId}`).values()) {
    const declared = new Set(group.map((line) => line.year));
    const last = group.reduce((a, b) => (b.year > a.year ? b : a));
    for (let year = firstYear + years; year < firstYear + years + optionYears; year += 1) {
      if (!declared.has(year) && last.year < year) price({ ...last, year }, true);
    }
  }
  return priced;
}

/** The value of a set of lines: what is bound, what is expected, what it may come to at most. */
export interface ValueSpan {
  /** What anchored firm participants are bound to buy in the term without extensions. */
  readonly minimum: string;
  /** What firm participants, anchored or not, expect to buy in the term without extensions. */
  readonly expected: string;
  /** R26, B11, B12: firm and option participants at their maximum, extensions included. */
  readonly maximum: string;
}

/** The span of values over lines (R22, R26). Unanswered lines are in none of them: nobody has said to take part. */
export function valueSpan(lines: readonly PricedLine[]): ValueSpan {
  const firm = lines.filter((line) => line.commitment === 'COMMITTED' || line.commitment === 'NOT_ANCHORED');
  const bound = firm.filter((line) => line.commitment === 'COMMITTED' && line.item.dutyToBuy && !line.extension);
  return {
    minimum: toOre(sum(bound.map((line) => line.expectedValue))),
    expected: toOre(sum(firm.filter((line) => !line.extension).map((line) => line.expectedValue))),
    maximum: toOre(sum(lines.filter((line) => line.commitment !== 'UNANSWERED').map((line) => line.maximumValue))),
  };
}

/** Groups in the order of their first members. */
export function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
