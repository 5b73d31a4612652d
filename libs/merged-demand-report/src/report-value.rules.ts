import { shortest, sum, toOre, valueOf } from './amount.rules';
import { commitmentOf, Commitment, type Choice } from '@samanker/participation';
import type { ItemFact, LineFact, ReportFacts } from './report-facts';
import type { Standing } from './standing.rules';

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
  /** R21: what is committed is kept apart from options and from what is not anchored. */
  readonly commitment: Commitment;
  /** Null where the organisation has not answered for the part. */
  readonly choice: Choice | null;
  readonly expected: string;
  readonly maximum: string;
  /** NOK excluding VAT, rounded to øre per line, so that every sum is the exact sum of its lines (R20). */
  readonly expectedValue: string | null;
  readonly maximumValue: string | null;
  readonly origin: LineFact['origin'];
}

/**
 * R26: the lines of everybody who is not out, over the whole term with its extensions. Where nobody declared a year of
 * an extension, the last declared year of the same item is carried forward, and marked.
 */
export function pricedLines(facts: ReportFacts, standings: ReadonlyMap<string, Standing>): PricedLine[] {
  const { firstYear, years, optionYears } = facts.procurementCase;
  const items = new Map(facts.items.map((item) => [item.id, item]));
  const participants = new Map(facts.participants.map((one) => [one.participationId, one]));
  const priced: PricedLine[] = [];
  const price = (line: LineFact, carriedForward: boolean): void => {
    const item = items.get(line.itemId);
    const participant = participants.get(line.participationId);
    const standing = standings.get(line.participationId);
    if (!item || !participant || !standing) return;
    const choice = standing.choices.get(item.partId) ?? null;
    const commitment = commitmentOf(standing.state, choice);
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
      choice,
      expected: shortest(line.expected),
      maximum: shortest(maximum),
      expectedValue: valueOf(line.expected, unitPrice),
      maximumValue: valueOf(maximum, unitPrice),
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

/** R26: does the line count towards what the case may come to? Only what somebody has said to take part with. */
export function countsTowardsMaximum(line: Pick<PricedLine, 'choice'>): boolean {
  return line.choice !== null;
}

/** The span of values over lines (R22, R26). Lines without an answer are in none of them. */
export function valueSpan(lines: readonly PricedLine[]): ValueSpan {
  const firm = lines.filter((line) => line.choice === 'FIRM' && !line.extension);
  const bound = firm.filter((line) => line.commitment === Commitment.COMMITTED && line.item.dutyToBuy);
  return {
    minimum: toOre(sum(bound.map((line) => line.expectedValue))),
    expected: toOre(sum(firm.map((line) => line.expectedValue))),
    maximum: toOre(sum(lines.filter(countsTowardsMaximum).map((line) => line.maximumValue))),
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
