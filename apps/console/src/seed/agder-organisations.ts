import type { LocalDate } from '@samanker/clock';
import { rowsOf } from './data-file';
import { seedId } from './seed-id';

/** The written language that a municipality has decided on. */
export type SeedLanguage = 'NB' | 'NN' | 'NEUTRAL';

export interface SeedOrganisation {
  readonly id: string;
  readonly number: string;
  readonly organisationNumber: string;
  readonly name: string;
  readonly population: number;
  readonly populationOn: LocalDate;
  readonly language: SeedLanguage;
  /** Of the reserved domain .example: the seed writes to nobody. */
  readonly officialAddress: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface SeedSuccession {
  readonly fromId: string;
  readonly toId: string;
  readonly on: LocalDate;
  readonly kind: string;
}

/** Since when the municipalities of 2016 are taken to have existed; which of them did so before does not matter here. */
const BEFORE_REFORM: LocalDate = '1964-01-01';
const REFORM: LocalDate = '2020-01-01';
const LAST_DAY_BEFORE_REFORM: LocalDate = '2019-12-31';

const LANGUAGES: Readonly<Record<string, SeedLanguage>> = { bokmål: 'NB', nynorsk: 'NN', nøytral: 'NEUTRAL' };

/** The name as it can stand in an address: Evje og Hornnes → evje-og-hornnes, Åmli → amli. */
export function addressName(name: string): string {
  const plain: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' };
  return name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => plain[letter]!)
    .replace(/[^a-z0-9]+/g, '-');
}

function organisation(
  row: Record<string, string>,
  population: string,
  populationOn: LocalDate,
  validFrom: LocalDate,
  validTo: LocalDate | null,
): SeedOrganisation {
  return {
    id: seedId('organisation', row.number!, validFrom),
    number: row.number!,
    organisationNumber: row.orgnr!,
    name: row.name!,
    population: Number(population),
    populationOn,
    language: LANGUAGES[row.language!]!,
    officialAddress: `postmottak@${addressName(row.name!)}.kommune.example`,
    validFrom,
    validTo,
  };
}

/** The thirty municipalities of Aust-Agder and Vest-Agder in 2016. */
export function agder2016(): SeedOrganisation[] {
  return rowsOf('municipalities', 'municipalities-agder-2016.csv').map((row) =>
    organisation(row, row.population_2016!, '2016-01-01', BEFORE_REFORM, LAST_DAY_BEFORE_REFORM),
  );
}

/** The twenty-five municipalities of Agder since 2020. */
export function agderToday(): SeedOrganisation[] {
  return rowsOf('municipalities', 'municipalities-agder-2020.csv').map((row) =>
    organisation(row, row.population_2024!, '2024-01-01', REFORM, null),
  );
}

/** Which municipality of today took over from which of 2016 (R33). */
export function agderSuccession(): SeedSuccession[] {
  const then = new Map(agder2016().map((one) => [one.number, one.id]));
  const now = new Map(agderToday().map((one) => [one.number, one.id]));
  return rowsOf('municipalities', 'succession-agder.csv').map((row) => ({
    fromId: then.get(row.from_number!)!,
    toId: now.get(row.to_number!)!,
    on: row.date!,
    kind: row.kind!,
  }));
}

/** Persons of 80 and over per municipality on 1 January 2016: what volumes are modelled from. */
export function agder2016Over80(): Map<string, number> {
  return new Map(rowsOf('municipalities', 'agder-2016-age-groups.csv').map((row) => [row.number!, Number(row['80+'])]));
}

/** The id of a municipality of 2016, by its number. */
export function idIn2016(number: string): string {
  return seedId('organisation', number, BEFORE_REFORM);
}
