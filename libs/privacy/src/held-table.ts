/** What a column tells of a person. */
export type Holds =
  | 'ID' // refers to the person
  | 'NAME'
  | 'ADDRESS' // e-mail or telephone
  | 'FACT' // something else about the person
  | 'SECRET' // a hash or a salt: proves something, tells nothing, and is not handed out
  | 'TEXT'; // people's own words, which may name somebody

/**
 * What erasing a person does to a column. DELETE: the whole row goes. ANOTHER_ID: refers to a row without a name from then
 * on. EMPTY: nothing stands there. NEUTRAL_ADDRESS: an address that nobody can have. MENTIONS: the person's full name,
 * address and telephone number are replaced in the text, the rest stays. KEEP: untouched, with a reason.
 */
export type Erasure = 'DELETE' | 'ANOTHER_ID' | 'EMPTY' | 'NEUTRAL_ADDRESS' | 'MENTIONS' | 'KEEP';

/** One column that holds personal data, or may. */
export interface HeldColumn {
  readonly column: string;
  /** What a Norwegian reader calls it. */
  readonly label: string;
  readonly holds: Holds;
  readonly erasure: Erasure;
  /** Why it is kept, where it is. */
  readonly because?: string;
}

/** The GDPR's grounds that this service stands on. */
export type Basis = 'PUBLIC_TASK' | 'LEGAL_OBLIGATION';

/** One table that holds personal data. */
export interface HeldTable {
  readonly table: string;
  readonly label: string;
  /** GLOBAL tables are the same for every region; REGION tables are seen in one region at a time; QUEUE as the sweeper. */
  readonly scope: 'GLOBAL' | 'REGION' | 'QUEUE';
  readonly purpose: string;
  readonly basis: Basis;
  readonly retention: string;
  /** Which rows are the person's, as SQL with :person and :address; else those that refer to the person. */
  readonly own?: string;
  readonly columns: readonly HeldColumn[];
  /** What is told beside it when a person asks, so that a row can be understood: label → SQL over the row `t`. */
  readonly told?: Readonly<Record<string, string>>;
}

/** The SQL condition for the rows of a table that are the person's own; null where rows only may mention somebody. */
export function ownRows({ own, columns }: HeldTable): string | null {
  if (own) return own;
  const ids = columns.filter(({ holds }) => holds === 'ID').map(({ column }) => `t.${column} = :person`);
  return ids.length > 0 ? ids.join(' or ') : null;
}

/** Does erasing take away whole rows of the table? */
export function isDeleted({ columns }: HeldTable): boolean {
  return columns.some(({ erasure }) => erasure === 'DELETE');
}
