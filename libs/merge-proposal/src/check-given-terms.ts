import { cpvCodeOf, cpvCodesByCode, unitCodeOf, UnitsDoNotAgree, unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import type { Need } from '@samanker/need';
import { isMember } from '@samanker/organisation';
import { checkQuantity, firstFault, InvalidInput, Refusal } from '@samanker/request';
import { cpvNamesOf, needsToMerge } from './merge-proposal.queries';
import type { MergeTermsInput } from './merge-terms';
import {
  checkEveryNeedOnce,
  checkTerms,
  linesOfTerms,
  suggestedParts,
  unitsApart,
  type Terms,
} from './merge-terms.rules';

/** Checks what an acceptance says of the case to be, fills in what was left out, and looks up what it names. */
export async function checkGivenTerms(
  work: Work,
  given: MergeTermsInput,
  needs: readonly Need[],
  path: readonly string[],
): Promise<Terms | Refusal> {
  const toMerge = await needsToMerge(work, needs);
  const terms: Terms = {
    hostOrganisationId: given.hostOrganisationId.toLowerCase(),
    title: given.title.trim(),
    description: given.description ?? '',
    decisionDeadline: given.decisionDeadline,
    firstYear: given.firstYear,
    years: given.years,
    optionYears: given.optionYears ?? 0,
    parts: given.parts ? partsGiven(given.parts) : suggestedParts(toMerge, await cpvNamesOf(work, needs)),
  };
  const fault = checkTerms(terms, path, work.today) ?? checkEveryNeedOnce(terms, needs, path);
  if (fault) return fault;
  if (!(await isMember(work, terms.hostOrganisationId, work.today)))
    return new InvalidInput([...path, 'hostOrganisationId'], 'UNKNOWN_ORGANISATION');

  const items = terms.parts.flatMap((part) => part.items);
  const units = await unitsByCode(
    work,
    items.map((item) => item.unitCode),
  );
  const codes = await cpvCodesByCode(
    work,
    items.map((item) => item.cpvCode),
  );
  for (const [p, part] of terms.parts.entries())
    for (const [i, item] of part.items.entries()) {
      const at = [...path, 'parts', p, 'items', i];
      if (!units.has(item.unitCode)) return new InvalidInput([...at, 'unitCode'], 'UNKNOWN_UNIT');
      if (!codes.has(item.cpvCode)) return new InvalidInput([...at, 'cpvCode'], 'UNKNOWN_CPV');
    }
  const apart = unitsApart(terms, toMerge, units);
  if (apart) return new UnitsDoNotAgree([...path, ...apart.path], apart.from, apart.to);
  // Needs that are each within bounds can leave them when they are converted and added up.
  const sums = linesOfTerms(terms, toMerge, units).map(({ part, item, expected }) =>
    checkQuantity(expected, [...path, 'parts', part, 'items', item, 'needIds']),
  );
  return firstFault(...sums) ?? terms;
}

/** Parts as they were given, with plain values only: they are stored and compared as JSON. */
function partsGiven(parts: NonNullable<MergeTermsInput['parts']>): Terms['parts'] {
  return parts.map((part) => ({
    title: part.title.trim(),
    items: part.items.map((item) => ({
      name: item.name.trim(),
      unitCode: unitCodeOf(item.unitCode) ?? item.unitCode,
      cpvCode: cpvCodeOf(item.cpvCode) ?? item.cpvCode,
      unitPrice: item.unitPrice ? { amount: item.unitPrice.amount, vat: item.unitPrice.vat } : null,
      dutyToBuy: item.dutyToBuy,
      needIds: item.needIds.map((id) => id.toLowerCase()),
    })),
  }));
}
