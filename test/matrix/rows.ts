import type { DataSource } from 'typeorm';
import { KEYS } from './questions';

/** One object of an answer: where it stood, whose it is, and which of its fields had something in them. */
export interface Row {
  readonly path: string;
  readonly type: string;
  /** The organisation that it belongs to; null for what is the region's or a case's as such. */
  readonly owner: string | null;
  /** The row that it stood in, and the field there. */
  readonly parent: { readonly path: string; readonly field: string } | null;
  /** Fields with a value: not null, not an empty text or list. */
  readonly fields: Set<string>;
  readonly plain: Readonly<Record<string, unknown>>;
}

export type Rows = Map<string, Row>;

type Answered = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function keyOf(row: Answered, place: number): string {
  if (typeof row.id === 'string') return row.id;
  const named = KEYS.filter((name) => name in row).map((name) => String(row[name]));
  return named.length > 0 ? named.join('/') : String(place);
}

/** The rows of one answer, added to those of the other documents of the same question. */
export function addRows(
  rows: Rows,
  at: string,
  value: unknown,
  owners: ReadonlyMap<string, string>,
  unlessSaid: string | null = null,
): void {
  const visit = (of: unknown, path: string, inherited: string | null, parent: Row['parent'], place = 0): void => {
    if (Array.isArray(of)) return of.forEach((one, index) => visit(one, path, inherited, parent, index + 1));
    if (!isObject(of)) return;
    // What is about the asker is another row for everybody.
    const named = place > 0 || (parent === null && typeof of.personId === 'string');
    const own = named ? `${path}[${keyOf(of, place)}]` : path;
    const owner = ownerOf(of, owners) ?? inherited;
    const plain = Object.fromEntries(Object.entries(of).filter(([, inner]) => !isObject(inner) && !hasObjects(inner)));
    const row: Row = rows.get(own) ?? {
      path: own,
      type: String(of.__typename),
      owner,
      parent,
      fields: new Set(),
      plain: {},
    };
    rows.set(own, { ...row, plain: { ...row.plain, ...plain } });
    for (const [field, inner] of Object.entries(of)) {
      if (field === '__typename' || isNothing(inner)) continue;
      row.fields.add(field);
      if (isObject(inner) || hasObjects(inner)) visit(inner, `${own}.${field}`, owner, { path: own, field });
    }
  };
  visit(value, at, unlessSaid, null);
}

const hasObjects = (value: unknown): boolean => Array.isArray(value) && isObject(value[0]);

function ownerOf(row: Answered, owners: ReadonlyMap<string, string>): string | null {
  // Whom a condition or a host is about is said of the case, not of that organisation.
  if (row.__typename === 'ReportHost' || row.__typename === 'MergeTerms') return null;
  if (typeof row.organisationId === 'string') return row.organisationId;
  for (const name of ['participationId', 'id', 'stepId', 'bodyId', 'needId'])
    if (typeof row[name] === 'string' && owners.has(row[name])) return owners.get(row[name])!;
  return null;
}

/** The organisation of everything that belongs to one, by id: worked out from the columns that tables have. */
export async function ownersOf(admin: DataSource): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  const columns: { table: string; columns: string[] }[] = await admin.query(
    `select table_name as table, array_agg(column_name::text) as columns from information_schema.columns where table_schema = 'public' group by 1`,
  );
  const own = columns.filter((one) => one.columns.includes('id') && one.table !== 'session');
  for (const { table } of own.filter((one) => one.columns.includes('organisation_id')))
    for (const { id, owner } of await admin.query(
      `select id, organisation_id as owner from "${table}" where organisation_id is not null`,
    ))
      owners.set(id, owner);
  // Whose people somebody belongs to: where they are registered, else where they hold a role.
  for (const table of ['role', 'person_registration'])
    for (const { id, owner } of await admin.query(
      `select person_id as id, organisation_id as owner from ${table} where organisation_id is not null`,
    ))
      owners.set(id, owner);
  for (let found = -1; found !== owners.size;) {
    found = owners.size;
    for (const by of ['participation_id', 'step_id', 'body_id', 'template_id', 'need_id', 'expectation_id', 'role_id'])
      for (const { table } of own.filter((one) => one.columns.includes(by)))
        for (const { id, parent } of await admin.query(`select id, "${by}" as parent from "${table}"`))
          if (!owners.has(id) && owners.has(parent)) owners.set(id, owners.get(parent)!);
  }
  return owners;
}
