import { convert, unitsAgree, type UnitOfMeasure } from '@samanker/classification';
import { yearOf, type LocalDate } from '@samanker/clock';
import { checkAhead, checkAmount, checkText, firstFault, InvalidInput, type AmountGiven } from '@samanker/request';
import Decimal from 'decimal.js';

/** What the terms read of a need. */
export interface NeedToMerge {
  readonly id: string;
  readonly organisationId: string;
  /** Main code first; the rules take needs without codes as well. */
  readonly cpvCodes: readonly string[];
  readonly quantity: string;
  readonly unit: UnitOfMeasure;
  readonly wantedFrom: LocalDate;
  readonly wantedTo: LocalDate;
}

/** An item of the case to be, and the needs that it takes up. */
export interface TermsItem {
  readonly name: string;
  readonly unitCode: string;
  readonly cpvCode: string;
  readonly unitPrice: AmountGiven | null;
  readonly dutyToBuy?: boolean;
  readonly needIds: readonly string[];
}

/** What the first acceptance says of the case to be, and the second confirms. */
export interface Terms {
  readonly hostOrganisationId: string;
  readonly title: string;
  readonly description: string;
  readonly decisionDeadline: LocalDate;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
  readonly parts: readonly { readonly title: string; readonly items: readonly TermsItem[] }[];
}

const MOST_PARTS = 99;
const MOST_ITEMS = 999;
const FALLBACK_CPV_DIVISION = '00';

/** The name of a CPV code in the language of the case. */
export type CpvNames = (code: string) => string;

/**
 * R17: the parts that are suggested: one for each CPV division and dimension of units among the needs, each with one item.
 * The item counts in the unit that most of its needs use; where one of them cannot be converted exactly, in the smallest
 * unit that is used. Its code is the most frequent main code. Equals are decided by what comes first in the alphabet.
 */
export function suggestedParts(needs: readonly NeedToMerge[], nameOf: CpvNames): Terms['parts'] {
  const groups = new Map<string, NeedToMerge[]>();
  for (const need of needs) {
    const key = `${need.cpvCodes[0]?.slice(0, 2) ?? FALLBACK_CPV_DIVISION} ${need.unit.dimension}`;
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  return [...groups]
    .sort(([keyA, a], [keyB, b]) => b.length - a.length || (keyA < keyB ? -1 : 1))
    .map(([, group]) => {
      const cpvCode = mostFrequent(group.flatMap((need) => need.cpvCodes.slice(0, 1)));
      const name = nameOf(cpvCode).slice(0, 200);
      const needIds = group.map((need) => need.id).sort();
      return { title: name, items: [{ name, unitCode: sharedUnit(group).code, cpvCode, unitPrice: null, needIds }] };
    });
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function sharedUnit(needs: readonly NeedToMerge[]): UnitOfMeasure {
  const units = new Map(needs.map((need) => [need.unit.code, need.unit]));
  const usual = units.get(mostFrequent(needs.map((need) => need.unit.code)))!;
  if (needs.every((need) => 'quantity' in convert(need.quantity, need.unit, usual))) return usual;
  return [...units.values()].reduce((smallest, unit) =>
    new Decimal(unit.toBase).lt(smallest.toBase) ? unit : smallest,
  );
}

/** The first fault of the terms that can be seen without looking anything up. */
export function checkTerms(terms: Terms, path: readonly string[], today: LocalDate): InvalidInput | null {
  const at = (...rest: (string | number)[]): (string | number)[] => [...path, ...rest];
  return firstFault(
    checkText(terms.title, at('title'), 300, true),
    checkText(terms.description, at('description'), 10_000),
    terms.decisionDeadline < today && new InvalidInput(at('decisionDeadline'), 'DATE_PASSED'),
    checkAhead(terms.decisionDeadline, at('decisionDeadline'), today),
    checkWhole(terms.firstYear, at('firstYear'), yearOf(today), yearOf(today) + 20),
    checkWhole(terms.years, at('years'), 1, 15),
    checkWhole(terms.optionYears, at('optionYears'), 0, 10),
    terms.parts.length === 0 && new InvalidInput(at('parts'), 'REQUIRED'),
    terms.parts.length > MOST_PARTS && new InvalidInput(at('parts'), 'TOO_MANY', MOST_PARTS),
    terms.parts.flatMap((part) => part.items).length > MOST_ITEMS &&
      new InvalidInput(at('parts'), 'TOO_MANY', MOST_ITEMS),
    ...terms.parts.flatMap((part, p) => [
      checkText(part.title, at('parts', p, 'title'), 200, true),
      part.items.length === 0 && new InvalidInput(at('parts', p, 'items'), 'REQUIRED'),
      ...part.items.flatMap((item, i) => [
        checkText(item.name, at('parts', p, 'items', i, 'name'), 200, true),
        checkAmount(item.unitPrice, at('parts', p, 'items', i, 'unitPrice')),
      ]),
    ]),
  );
}

/** R17: every need of the proposal stands in exactly one item; none is lost, none comes from elsewhere. */
export function checkEveryNeedOnce(
  terms: Terms,
  needs: readonly { readonly id: string }[],
  path: readonly string[],
): InvalidInput | null {
  const left = new Set(needs.map((need) => need.id));
  const taken = new Set<string>();
  for (const [p, part] of terms.parts.entries())
    for (const [i, item] of part.items.entries())
      for (const [n, id] of item.needIds.entries()) {
        const at = [...path, 'parts', p, 'items', i, 'needIds', n];
        if (taken.has(id)) return new InvalidInput(at, 'DUPLICATE');
        if (!left.delete(id)) return new InvalidInput(at, 'UNKNOWN_REFERENCE');
        taken.add(id);
      }
  return left.size > 0 ? new InvalidInput([...path, 'parts'], 'REQUIRED') : null;
}

/** The units of a need and of its item do not agree; the path names the need. */
export interface UnitsApart {
  readonly path: readonly (string | number)[];
  readonly from: string;
  readonly to: string;
}

/** R18: the first need whose quantity cannot be converted exactly into the unit of its item. */
export function unitsApart(
  terms: Terms,
  needs: readonly NeedToMerge[],
  units: ReadonlyMap<string, UnitOfMeasure>,
): UnitsApart | null {
  const byId = new Map(needs.map((need) => [need.id, need]));
  for (const [p, part] of terms.parts.entries())
    for (const [i, item] of part.items.entries())
      for (const [n, id] of item.needIds.entries()) {
        const [need, unit] = [byId.get(id)!, units.get(item.unitCode)!];
        if (unitsAgree(need.unit, unit) && 'quantity' in convert(need.quantity, need.unit, unit)) continue;
        return { path: ['parts', p, 'items', i, 'needIds', n], from: need.unit.code, to: unit.code };
      }
  return null;
}

/** A line to fill in for one organisation: item by part and place, year, quantity in the item's unit. */
export interface LineToFill {
  readonly organisationId: string;
  readonly part: number;
  readonly item: number;
  readonly year: number;
  readonly expected: string;
  readonly needIds: readonly string[];
}

/** R17, R18: the lines that follow from the needs. Every line points at its needs; the sum over the years is the need's quantity. */
export function linesOfTerms(
  terms: Terms,
  needs: readonly NeedToMerge[],
  units: ReadonlyMap<string, UnitOfMeasure>,
): LineToFill[] {
  const byId = new Map(needs.map((need) => [need.id, need]));
  const lines = new Map<string, LineToFill>();
  for (const [part, { items }] of terms.parts.entries())
    for (const [item, { unitCode, needIds }] of items.entries())
      for (const id of needIds) {
        const need = byId.get(id)!;
        const converted = convert(need.quantity, need.unit, units.get(unitCode)!);
        if (!('quantity' in converted)) continue;
        for (const { year, quantity } of overYears(converted.quantity, need.wantedFrom, need.wantedTo, terms)) {
          const key = [need.organisationId, part, item, year].join(' ');
          const known = lines.get(key);
          lines.set(key, {
            organisationId: need.organisationId,
            part,
            item,
            year,
            expected: new Decimal(quantity).plus(known?.expected ?? 0).toFixed(),
            needIds: [...(known?.needIds ?? []), id],
          });
        }
      }
  return [...lines.values()];
}

/**
 * A quantity spread evenly over the years of the wanted period in which the contract runs, all of it in the first year
 * where the two do not meet. Whole numbers stay whole; what is left over goes to the earliest years. The sum is exact.
 */
export function overYears(
  quantity: string,
  from: LocalDate,
  to: LocalDate,
  { firstYear, years }: { readonly firstYear: number; readonly years: number },
): { year: number; quantity: string }[] {
  const start = Math.max(firstYear, yearOf(from));
  const end = Math.min(firstYear + years - 1, yearOf(to));
  if (start > end) return [{ year: firstYear, quantity }];
  const count = end - start + 1;
  const total = new Decimal(quantity);
  const step = total.isInteger() ? new Decimal(1) : new Decimal('0.0001');
  const share = total.div(count).div(step).floor().times(step);
  const left = total.minus(share.times(count)).div(step).toNumber();
  return Array.from({ length: count }, (_, index) => ({
    year: start + index,
    quantity: (index < left ? share.plus(step) : share).toFixed(),
  })).filter((line) => line.quantity !== '0');
}

function checkWhole(value: number, path: (string | number)[], least: number, most: number): InvalidInput | null {
  if (value > most) return new InvalidInput(path, 'TOO_LARGE', most);
  if (value < 0) return new InvalidInput(path, 'NEGATIVE');
  return value < least ? new InvalidInput(path, least === 1 ? 'NOT_POSITIVE' : 'NOT_ALLOWED_HERE') : null;
}
