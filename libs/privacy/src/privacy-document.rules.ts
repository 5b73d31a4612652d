import { isDeleted, type Basis, type Erasure, type HeldTable, type Holds } from './held-table';

/** Between these two lines of docs/privacy.md stands what is made from the register. */
export const BEGINS = '<!-- made by "npm run console -- privacy-doc"; change libs/privacy instead -->';
export const ENDS = '<!-- end of what is made -->';

const BASIS: Readonly<Record<Basis, string>> = {
  PUBLIC_TASK: 'public task, 6 (1) e',
  LEGAL_OBLIGATION: 'legal obligation (archive), 6 (1) c',
};
const HOLDS: Readonly<Record<Holds, string>> = {
  ID: 'refers to the person',
  NAME: 'name',
  ADDRESS: 'address or telephone',
  FACT: 'about the person',
  SECRET: 'hash or salt, not handed out',
  TEXT: 'people’s own words',
};
const ERASURE: Readonly<Record<Erasure, string>> = {
  DELETE: 'the row is deleted',
  ANOTHER_ID: 'refers to a row without a name',
  EMPTY: 'emptied',
  NEUTRAL_ADDRESS: 'an address that nobody can have',
  MENTIONS: 'name, address and telephone are replaced by “Slettet person”',
  KEEP: 'kept',
};

/** The register as two Markdown tables: why and how long, and what stands in each column. */
export function registerTables(held: readonly HeldTable[]): string {
  const why = held.map(({ table, label, purpose, basis, retention }) => [
    `\`${table}\``,
    label,
    purpose,
    BASIS[basis],
    retention,
  ]);
  const what = held.flatMap((of) =>
    of.columns.map(({ column, label, holds, erasure, because }) => [
      `\`${of.table}.${column}\``,
      label,
      HOLDS[holds],
      isDeleted(of) ? ERASURE.DELETE : ERASURE[erasure] + (because ? `: ${because}` : ''),
    ]),
  );
  return [
    '## Why, on what ground, how long',
    markdown([['Table', 'In an export', 'Purpose', 'Ground (GDPR article)', 'Kept'], ...why]),
    '## What, and what erasing does',
    markdown([['Column', 'In an export', 'Holds', 'When the person is erased'], ...what]),
  ].join('\n\n');
}

/** The document with its tables made anew; what stands around them is written by hand. */
export function withTables(document: string, tables: string): string {
  const [before, rest] = document.split(BEGINS);
  const after = rest?.split(ENDS)[1];
  if (before === undefined || after === undefined) throw new Error(`The document lacks the line ${BEGINS} or ${ENDS}.`);
  return `${before}${BEGINS}\n\n${tables}\n\n${ENDS}${after}`;
}

function markdown(rows: readonly (readonly string[])[]): string {
  const width = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(width[at]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), line(width.map((of) => '-'.repeat(of))), ...body.map(line)].join('\n');
}
