/** Somebody who can be chosen at the stand-in. */
export interface PersonAtProvider {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** What the person is, in plain words; shown beside the name. */
  readonly organisations: readonly { readonly number: string; readonly name: string }[];
  /** For those who act for the region as such. */
  readonly region: string | null;
}

/** One row of what the API tells of its demo people. */
export interface DemoRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly regionName: string;
  readonly organisationName: string | null;
  readonly organisationNumber: string | null;
}

/** Each person once, with everywhere the person may act. */
export function peopleOf(rows: readonly DemoRow[]): PersonAtProvider[] {
  const people = new Map<string, PersonAtProvider>();
  for (const { personId, name, email, regionName, organisationName, organisationNumber } of rows) {
    const known = people.get(personId) ?? { personId, name, email, organisations: [], region: null };
    const organisation =
      organisationName && organisationNumber ? [{ number: organisationNumber, name: organisationName }] : [];
    people.set(personId, {
      ...known,
      organisations: [...known.organisations, ...organisation],
      region: organisationName ? known.region : regionName,
    });
  }
  return [...people.values()];
}

/** The demo people of a running API. */
export async function demoPeopleAt(address: string): Promise<PersonAtProvider[]> {
  const response = await fetch(`${address}/development/people`, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`The API answers ${response.status}.`);
  return peopleOf((await response.json()) as DemoRow[]);
}
