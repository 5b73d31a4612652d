import { randomUUID } from 'node:crypto';
import type { Work } from '@samanker/database';
import { cancelLetters } from '@samanker/reminder';
import { bound, NOBODYS_DOMAIN, type KnownPerson } from './find-person';
import { isDeleted, ownRows, type HeldColumn, type HeldTable } from './held-table';
import { ERASED, mentionsOf } from './mentions.rules';
import { personalData } from './personal-data';

/** What erasing did in one region: rows per table and kind, and texts that name the person and are kept all the same. */
export interface RegionErasure {
  readonly deleted: Readonly<Record<string, number>>;
  readonly anonymised: Readonly<Record<string, number>>;
  readonly mentions: Readonly<Record<string, number>>;
  /** `table.column` → rows; the register says why. */
  readonly kept: Readonly<Record<string, number>>;
}

/** A mail to the person is just being sent: whoever erases waits for its lease to end and tries again. */
export class LetterUnderWay extends Error {}

/** Did erasing find anything to do? What is kept does not count. */
export function didSomething({ deleted, anonymised, mentions }: RegionErasure): boolean {
  return [deleted, anonymised, mentions].some((counts) => Object.keys(counts).length > 0);
}

/**
 * Erases a person in one region, in the transaction of the caller: all of it or nothing. Does what the register says, and
 * nothing a second time. The decision log's chain is not touched: without its salt a commitment is nobody (R32).
 */
export async function eraseInRegion(work: Work, person: KnownPerson): Promise<RegionErasure> {
  const tables = personalData.filter(({ scope }) => scope === 'REGION');
  const known = await countOwn(work, tables, person);
  const deleted: Record<string, number> = {};
  const anonymised: Record<string, number> = {};
  // The same name elsewhere is somebody else's: words are searched only where the person has been.
  const { mentions, kept } =
    Object.keys(known).length > 0 ? await eraseMentions(work, tables, person) : { mentions: {}, kept: {} };
  if ((await cancelLetters(work, { personId: person.id, address: person.email })) === null) throw new LetterUnderWay();
  const another = needsAnother(tables, known) ? await nobody(work) : null;
  for (const table of tables) {
    if (!known[table.table]) continue;
    if (isDeleted(table)) deleted[table.table] = await deleteOwn(work, table, person);
    else anonymised[table.table] = await anonymise(work, table, person, another);
  }
  return { deleted, anonymised, mentions, kept };
}

async function countOwn(
  work: Work,
  tables: readonly HeldTable[],
  person: KnownPerson,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const own = ownRows(table);
    if (!own) continue;
    const [sql, values] = bound(`select count(*)::int as rows from ${table.table} t where ${own}`, person);
    const { rows } = (await work.one<{ rows: number }>(sql, values))!;
    if (rows > 0) counts[table.table] = rows;
  }
  return counts;
}

function needsAnother(tables: readonly HeldTable[], known: Readonly<Record<string, number>>): boolean {
  return tables.some(({ table, columns }) => known[table] && columns.some(({ erasure }) => erasure === 'ANOTHER_ID'));
}

/**
 * A row of its own for each person erased in a region, without a name: that two different people agreed (R29) must be seen
 * afterwards, also when both are gone.
 */
async function nobody(work: Work): Promise<string> {
  const id = randomUUID();
  await work.execute('insert into person (id, name, email) values ($1, $2, $3)', [
    id,
    ERASED,
    `${id}@${NOBODYS_DOMAIN}`,
  ]);
  return id;
}

async function deleteOwn(work: Work, table: HeldTable, person: KnownPerson): Promise<number> {
  return work.execute(...bound(`delete from ${table.table} t where ${ownRows(table)}`, person));
}

async function anonymise(work: Work, table: HeldTable, person: KnownPerson, another: string | null): Promise<number> {
  const changes = table.columns.flatMap((column) => {
    const to = emptied(column);
    return to ? [`${column.column} = ${to}`] : [];
  });
  const needsId = changes.some((change) => change.includes('$1'));
  return work.execute(
    ...bound(
      `update ${table.table} t set ${changes.join(', ')} where ${ownRows(table)}`,
      person,
      needsId ? [another] : [],
    ),
  );
}

function emptied({ column, holds, erasure }: HeldColumn): string | null {
  const unless = (value: string): string => `case when t.${column} = :person then ${value} else t.${column} end`;
  switch (erasure) {
    case 'ANOTHER_ID':
      return unless('$1::uuid');
    case 'EMPTY':
      return holds === 'ID' ? unless('null') : `''`;
    case 'NEUTRAL_ADDRESS':
      return `t.id || '@${NOBODYS_DOMAIN}'`;
    default:
      return null;
  }
}

async function eraseMentions(
  work: Work,
  tables: readonly HeldTable[],
  person: KnownPerson,
): Promise<Pick<RegionErasure, 'mentions' | 'kept'>> {
  const pattern = mentionsOf(person);
  const mentions: Record<string, number> = {};
  const kept: Record<string, number> = {};
  const types = await columnTypes(work, tables);
  for (const { table, columns } of tables) {
    for (const { column, holds, erasure } of columns) {
      if (holds !== 'TEXT' && holds !== 'NAME') continue;
      const place = `${table}.${column}`;
      const own = `t.region_id = $1 and t.${column}::text ~* $2`;
      if (erasure === 'MENTIONS') {
        const rows = await work.execute(
          `update ${table} t set ${column} = regexp_replace(t.${column}::text, $2, '${ERASED}', 'gi')::${types.get(place)} where ${own}`,
          [work.regionId, pattern],
        );
        if (rows > 0) mentions[place] = rows;
      } else if (erasure === 'KEEP') {
        const found = await work.one<{ rows: number }>(`select count(*)::int as rows from ${table} t where ${own}`, [
          work.regionId,
          pattern,
        ]);
        if (found!.rows > 0) kept[place] = found!.rows;
      }
    }
  }
  // A program is a person of its own, and called what its organisation calls it.
  const programs = await work.execute(
    `update person p set name = regexp_replace(p.name, $2, '${ERASED}', 'gi') where p.machine and p.name ~* $2
       and exists (select from machine_client c where c.region_id = $1 and c.person_id = p.id)`,
    [work.regionId, pattern],
  );
  return { mentions: programs > 0 ? { ...mentions, 'person.name': programs } : mentions, kept };
}

async function columnTypes(work: Work, tables: readonly HeldTable[]): Promise<Map<string, string>> {
  const rows = await work.query<{ place: string; type: string }>(
    `select c.relname || '.' || a.attname as place, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any($1::text[]) and a.attnum > 0 and not a.attisdropped`,
    [tables.map(({ table }) => table)],
  );
  return new Map(rows.map(({ place, type }) => [place, type]));
}
