import type { DataSource } from 'typeorm';

/**
 * Where a text stands in a database: `schema.table.column` → rows. Every column of every table of every schema is read,
 * whatever its type and whoever made it: bytes are searched as bytes, everything else as text, letters large or small.
 */
export async function findEverywhere(admin: DataSource, needle: string): Promise<Record<string, number>> {
  const columns: { schema: string; table: string; column: string; type: string }[] = await admin.query(
    `select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 'f') and a.attnum > 0 and not a.attisdropped
       and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1, 2, a.attnum`,
  );
  const tables = new Map<string, typeof columns>();
  for (const column of columns) {
    const table = `"${column.schema}"."${column.table}"`;
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  const found: Record<string, number> = {};
  for (const [table, own] of tables) {
    const counts = own.map(({ column, type }) => `count(*) filter (where ${holds(`t."${column}"`, type)})::int`);
    const [row] = await admin.query(`select array[${counts.join(', ')}] as rows from ${table} t`, [needle]);
    for (const [at, rows] of (row.rows as number[]).entries())
      if (rows > 0) found[`${own[at]!.schema}.${own[at]!.table}.${own[at]!.column}`] = rows;
  }
  return found;
}

function holds(column: string, type: string): string {
  return type === 'bytea'
    ? `position(convert_to($1, 'UTF8') in ${column}) > 0`
    : `position(lower($1::text) in lower(${column}::text)) > 0`;
}
