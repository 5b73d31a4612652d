import { canonicalJson } from '@samanker/decision-log';
import type { Choice } from '@samanker/participation';
import Decimal from 'decimal.js';
import { sum } from './amount.rules';
import type { ReportContent } from './report-content';
import { grouped } from './report-value.rules';

export type ReportDifferenceKind =
  | 'CASE_RENAMED'
  | 'HOST_CHANGED'
  | 'PARTICIPANT_CAME'
  | 'PARTICIPANT_WENT'
  | 'CHOICE_CHANGED'
  | 'ANCHORED'
  | 'NO_LONGER_ANCHORED'
  | 'POWER_OF_ATTORNEY_CAME'
  | 'POWER_OF_ATTORNEY_WENT'
  | 'OWN_MAXIMUM_CHANGED'
  | 'ITEM_CAME'
  | 'ITEM_WENT'
  | 'PRICE_CHANGED'
  | 'QUANTITY_CHANGED'
  | 'MAXIMUM_QUANTITY_CHANGED'
  | 'MUNICIPALITY_QUANTITY_CHANGED'
  | 'VALUE_CHANGED'
  | 'DECISION_DEADLINE_CHANGED'
  | 'THRESHOLD_CLASS_CHANGED'
  | 'GAPS_CAME'
  | 'GAPS_CLOSED'
  | 'DETAILS_CHANGED';

/** Which of the three values of a span. */
export type SpanEnd = 'minimum' | 'expected' | 'maximum';

/** One thing in which a later edition of a report differs from an earlier one. */
export interface ReportDifference {
  readonly kind: ReportDifferenceKind;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly partNumber: number | null;
  readonly itemName: string | null;
  readonly unitCode: string | null;
  readonly year: number | null;
  readonly span: SpanEnd | null;
  /** A decimal, a date, a choice or a name; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
  /** After less before, where both are quantities or amounts. */
  readonly change: string | null;
}

type Found = Pick<ReportDifference, 'kind'> & Partial<ReportDifference>;

const NOWHERE: Omit<ReportDifference, 'kind'> = {
  organisationId: null,
  organisationName: null,
  partNumber: null,
  itemName: null,
  unitCode: null,
  year: null,
  span: null,
  before: null,
  after: null,
  change: null,
};
const SPAN_ENDS: readonly SpanEnd[] = ['minimum', 'expected', 'maximum'];

/**
 * R22: what has changed from one edition of a report to another: who came and went, what they chose, how much, worth how
 * much. Two editions with the same canonical content have no difference; two with different content have at least one.
 */
export function reportDifferences(before: ReportContent, after: ReportContent): ReportDifference[] {
  const found = [
    ...ofTheCase(before, after),
    ...ofParticipants(before, after),
    ...ofItems(before, after),
    ...ofQuantities(before, after),
    ...ofQuantitiesPerMunicipality(before, after),
    ...ofValues(before, after),
  ];
  if (found.length === 0 && canonicalJson(before) !== canonicalJson(after)) found.push({ kind: 'DETAILS_CHANGED' });
  return found.map((one) => ({ ...NOWHERE, ...one }));
}

function ofTheCase(before: ReportContent, after: ReportContent): Found[] {
  const found: Found[] = [];
  const compare = (kind: ReportDifferenceKind, was: string, is: string): void => {
    if (was !== is) found.push({ kind, before: was, after: is });
  };
  compare('CASE_RENAMED', before.title, after.title);
  compare('HOST_CHANGED', before.host.name, after.host.name);
  compare('DECISION_DEADLINE_CHANGED', before.threshold.noticeOn, after.threshold.noticeOn);
  compare('THRESHOLD_CLASS_CHANGED', before.threshold.class, after.threshold.class);
  const [earlier, later] = [before, after].map(({ missing }) => new Set(missing.map(canonicalJson)));
  const count = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    [...some].filter((one) => !others.has(one)).length;
  const [came, closed] = [count(later!, earlier!), count(earlier!, later!)];
  if (came > 0) found.push({ kind: 'GAPS_CAME', after: String(came) });
  if (closed > 0) found.push({ kind: 'GAPS_CLOSED', before: String(closed) });
  return found;
}

type Participant = ReportContent['participants'][number];

function ofParticipants(before: ReportContent, after: ReportContent): Found[] {
  const [earlier, later] = [before, after].map(({ participants }) => byId(participants, 'organisationId'));
  const found: Found[] = [];
  for (const one of [...after.participants, ...before.participants.filter((p) => !later!.has(p.organisationId))]) {
    const { organisationId, name: organisationName } = one;
    const [was, is] = [earlier!.get(organisationId), later!.get(organisationId)];
    const add = (kind: ReportDifferenceKind, more: Partial<Found> = {}): void => {
      found.push({ kind, organisationId, organisationName, ...more });
    };
    if (!was || !is) {
      add(is ? 'PARTICIPANT_CAME' : 'PARTICIPANT_WENT');
      if (!is) continue;
    }
    for (const part of after.parts) {
      const [chose, chooses] = [choiceIn(was, part.partId), choiceIn(is, part.partId)];
      if (chose !== chooses) add('CHOICE_CHANGED', { partNumber: part.number, before: chose, after: chooses });
    }
    if ((was?.anchored ?? false) !== is.anchored) add(is.anchored ? 'ANCHORED' : 'NO_LONGER_ANCHORED');
    if ((was?.powerOfAttorney ?? false) !== is.powerOfAttorney)
      add(is.powerOfAttorney ? 'POWER_OF_ATTORNEY_CAME' : 'POWER_OF_ATTORNEY_WENT');
    if ((was?.ownMaximum ?? null) !== is.ownMaximum)
      add('OWN_MAXIMUM_CHANGED', { before: was?.ownMaximum ?? null, after: is.ownMaximum });
  }
  return found;
}

function choiceIn(one: Participant | undefined, partId: string): Choice | null {
  return one?.choices.find((choice) => choice.partId === partId)?.choice ?? null;
}

function ofItems(before: ReportContent, after: ReportContent): Found[] {
  const [earlier, later] = [before, after].map(({ items }) => byId(items, 'itemId'));
  return itemsOfBoth(before, after).flatMap(({ itemId, ...where }): Found[] => {
    const [was, is] = [earlier!.get(itemId), later!.get(itemId)];
    const found: Found[] = [];
    if (!was || !is) found.push({ kind: is ? 'ITEM_CAME' : 'ITEM_WENT', ...where });
    if (was && is && was.unitPrice !== is.unitPrice)
      found.push({ kind: 'PRICE_CHANGED', ...where, ...changed(was.unitPrice, is.unitPrice) });
    const [most, mostNow] = [was?.maximumQuantity ?? '0', is?.maximumQuantity ?? '0'];
    if (most !== mostNow) found.push({ kind: 'MAXIMUM_QUANTITY_CHANGED', ...where, ...changed(most, mostNow) });
    return found;
  });
}

/** R20: expected quantity per item and year, over every commitment. */
function ofQuantities(before: ReportContent, after: ReportContent): Found[] {
  const [earlier, later] = [before, after].map(({ totals }) =>
    sums(
      totals,
      ({ itemId, year }) => `${itemId} ${year}`,
      ({ expected }) => expected,
    ),
  );
  const years = [...new Set([...before.totals, ...after.totals].map(({ year }) => year))].sort((a, b) => a - b);
  return itemsOfBoth(before, after).flatMap(({ itemId, ...where }) =>
    years.flatMap((year): Found[] => {
      const [was, is] = [earlier!.get(`${itemId} ${year}`) ?? '0', later!.get(`${itemId} ${year}`) ?? '0'];
      return was === is ? [] : [{ kind: 'QUANTITY_CHANGED', ...where, year, ...changed(was, is) }];
    }),
  );
}

/** What each municipality itself has said of each item, all years together; what is carried forward nobody has said. */
function ofQuantitiesPerMunicipality(before: ReportContent, after: ReportContent): Found[] {
  const [earlier, later] = [before, after].map(({ lines }) =>
    sums(
      lines.filter(({ carriedForward }) => !carriedForward),
      ({ organisationId, itemId }) => `${organisationId} ${itemId}`,
      ({ expected }) => expected,
    ),
  );
  const names = new Map([...before.participants, ...after.participants].map((one) => [one.organisationId, one.name]));
  const items = new Map(itemsOfBoth(before, after).map(({ itemId, ...where }) => [itemId, where]));
  return [...new Set([...earlier!.keys(), ...later!.keys()])].flatMap((key): Found[] => {
    const [organisationId = '', itemId = ''] = key.split(' ');
    const [was, is] = [earlier!.get(key) ?? '0', later!.get(key) ?? '0'];
    if (was === is) return [];
    const organisationName = names.get(organisationId) ?? null;
    return [
      {
        kind: 'MUNICIPALITY_QUANTITY_CHANGED',
        organisationId,
        organisationName,
        ...items.get(itemId),
        ...changed(was, is),
      },
    ];
  });
}

/** The value of the whole case and of each part: least, expected, largest. */
function ofValues(before: ReportContent, after: ReportContent): Found[] {
  const spans = [
    { partNumber: null, was: before.values, is: after.values },
    ...after.parts.map((part) => ({
      partNumber: part.number,
      was: before.parts.find(({ partId }) => partId === part.partId)?.values,
      is: part.values,
    })),
  ];
  // What is said of the only part is said of the whole case already.
  return (after.parts.length > 1 ? spans : spans.slice(0, 1)).flatMap(({ partNumber, was, is }) =>
    SPAN_ENDS.flatMap((span): Found[] => {
      const [amount, amountNow] = [was?.[span] ?? '0.00', is[span]];
      return amount === amountNow ? [] : [{ kind: 'VALUE_CHANGED', partNumber, span, ...changed(amount, amountNow) }];
    }),
  );
}

/** The items of both editions, in the order of the later one. */
function itemsOfBoth(
  before: ReportContent,
  after: ReportContent,
): (Pick<ReportDifference, 'partNumber' | 'itemName' | 'unitCode'> & { readonly itemId: string })[] {
  const parts = new Map([...before.parts, ...after.parts].map(({ partId, number }) => [partId, number]));
  const known = new Set(after.items.map(({ itemId }) => itemId));
  return [...after.items, ...before.items.filter(({ itemId }) => !known.has(itemId))].map((item) => ({
    itemId: item.itemId,
    partNumber: parts.get(item.partId) ?? null,
    itemName: item.name,
    unitCode: item.unitCode,
  }));
}

function changed(before: string | null, after: string | null): Pick<ReportDifference, 'before' | 'after' | 'change'> {
  const change = before === null || after === null ? null : sum([after, new Decimal(before).negated().toFixed()]);
  return { before, after, change };
}

function sums<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  quantityOf: (row: T) => string,
): ReadonlyMap<string, string> {
  return new Map([...grouped(rows, keyOf)].map(([key, group]) => [key, sum(group.map(quantityOf))]));
}

function byId<K extends string, T extends Readonly<Record<K, string>>>(rows: readonly T[], key: K): Map<string, T> {
  return new Map(rows.map((row) => [row[key], row]));
}
