/** The maps that are there: Agder as it was and is, and all of Norway, coarser. */
export type MapName = 'agder-2016' | 'agder-2020' | 'norway-2018' | 'norway-2024';

/** Counties, the first two digits of a municipality number, that are there since 2020 or 2024 only, or were until then. */
const TODAY = new Set(['31', '32', '33', '34', '39', '40', '42', '46', '55', '56']);
const BEFORE = new Set(['01', '02', '04', '05', '06', '07', '08', '09', '10', '12', '14', '16', '17', '19', '20']);

/** The county of a municipality number. */
export const countyOf = (number: string): string => number.slice(0, 2);

/** The map that the municipalities of these numbers lie on; null where there are none. */
export function whichMap(numbers: readonly string[]): MapName | null {
  const counties = numbers.map(countyOf);
  if (counties.length === 0) return null;
  if (counties.every((county) => county === '09' || county === '10')) return 'agder-2016';
  if (counties.every((county) => county === '42')) return 'agder-2020';
  const count = (of: ReadonlySet<string>): number => counties.filter((county) => of.has(county)).length;
  return count(BEFORE) > count(TODAY) ? 'norway-2018' : 'norway-2024';
}
