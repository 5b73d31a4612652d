import type { HeldTable } from './held-table';

/** A column of the live catalogue that could hold personal data by its type. */
export interface OpenColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * Where the register and the database do not agree: a column that nobody has judged, one that was judged twice, an entry
 * for a column that is not there, a column kept without a reason. Sorted lines; none is good.
 */
export function registerFaults(
  open: readonly OpenColumn[],
  held: readonly HeldTable[],
  not: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string[] {
  const there = new Set(open.map(({ table, column }) => `${table}.${column}`));
  const personal = held.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`));
  const harmless = Object.entries(not).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  const judged = [...personal, ...harmless];
  const twice = judged.filter((name, at) => judged.indexOf(name) !== at);
  const unexplained = held.flatMap(({ table, columns }) =>
    columns
      .filter(({ erasure, because }) => (erasure === 'KEEP') !== Boolean(because))
      .map(({ column }) => `${table}.${column}: KEEP and a reason go together`),
  );
  const mixed = held
    .filter(({ columns }) => new Set(columns.map(({ erasure }) => erasure === 'DELETE')).size > 1)
    .map(({ table }) => `${table}: either the whole row goes or none of it`);
  return [
    ...[...there]
      .filter((name) => !judged.includes(name))
      .map((name) => `${name}: nobody has said whether it is personal`),
    ...twice.map((name) => `${name}: stands there twice`),
    ...judged.filter((name) => !there.has(name)).map((name) => `${name}: is not in the database, or cannot hold text`),
    ...unexplained,
    ...mixed,
  ].sort();
}
