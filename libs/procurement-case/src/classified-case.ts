import { cpvCodeOf, cpvCodesByCode, unitCodeOf, unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { InvalidInput, type AmountGiven } from '@samanker/request';
import type { CaseGiven } from './create-case';

/** A case whose items name their units and CPV codes as people write them. */
export interface CaseUnclassified extends Omit<CaseGiven, 'parts'> {
  readonly parts: readonly {
    readonly title: string;
    readonly items: readonly {
      readonly name: string;
      readonly unitCode: string;
      readonly cpvCode: string;
      readonly unitPrice?: AmountGiven | null;
      readonly dutyToBuy?: boolean | null;
    }[];
  }[];
}

/** The case with the codes of the lists; the first unit or CPV code that does not exist is named. */
export async function classified(work: Work, input: CaseUnclassified): Promise<CaseGiven | InvalidInput> {
  const items = input.parts.flatMap((part) => part.items);
  const unitOf = (text: string): string => unitCodeOf(text) ?? text;
  const cpvOf = (text: string): string => cpvCodeOf(text) ?? text;
  const units = await unitsByCode(
    work,
    items.map((item) => unitOf(item.unitCode)),
  );
  const codes = await cpvCodesByCode(
    work,
    items.map((item) => cpvOf(item.cpvCode)),
  );
  for (const [at, part] of input.parts.entries())
    for (const [index, item] of part.items.entries()) {
      const path = ['input', 'parts', at, 'items', index];
      if (!units.has(unitOf(item.unitCode))) return new InvalidInput([...path, 'unitCode'], 'UNKNOWN_UNIT');
      if (!codes.has(cpvOf(item.cpvCode))) return new InvalidInput([...path, 'cpvCode'], 'UNKNOWN_CPV');
    }
  return {
    ...input,
    parts: input.parts.map((part) => ({
      title: part.title.trim(),
      items: part.items.map((item) => ({
        ...item,
        unitCode: unitOf(item.unitCode),
        cpvCode: cpvOf(item.cpvCode),
        unitPrice: item.unitPrice?.amount ?? null,
      })),
    })),
  };
}
