import type { DataSource } from 'typeorm';

/** Everything that migrations make in the schema public, one line each, sorted: equal lines are an equal schema. */
export async function catalogue(dataSource: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
    union all select format('table %s %s owner %s rls %s forced %s rights %s', relname, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity,
        (select string_agg(right_::text, ' ' order by right_::text) from unnest(relacl) as right_))
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
    union all select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
    union all select format('policy %s.%s %s %s %s using %s check %s', tablename, policyname, permissive, roles, cmd, qual, with_check)
      from pg_policies where schemaname = 'public'
    union all select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p
      where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
        and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
    union all select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = 'public'::regnamespace
    union all select format('type %s %s', t.typname, (select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum where enumtypid = t.oid))
      from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
    order by 1`);
  return rows.map((row) => row.line);
}

/** What of the entities the database does not have, or has otherwise: columns by name, type and nullability. */
export async function drift(dataSource: DataSource): Promise<string[]> {
  const rows: { place: string; type: string; nullable: boolean }[] = await dataSource.query(`
    select c.relname || '.' || a.attname as place, not a.attnotnull as nullable,
      case when t.typtype = 'e' then 'enum' when t.typelem <> 0 and t.typcategory = 'A' then format_type(t.typelem, null) || '[]'
        else format_type(a.atttypid, null) end as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped`);
  const present = new Map(rows.map((row) => [row.place, row]));
  return dataSource.entityMetadatas.flatMap((entity) =>
    entity.columns.flatMap((column) => {
      const place = `${entity.tableName}.${column.databaseName}`;
      const found = present.get(place);
      if (!found) return [`${place} is not in the database`];
      const type = `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;
      const faults: string[] = [];
      if (found.type !== type) faults.push(`${place} is ${found.type}, the entity says ${type}`);
      if (found.nullable !== column.isNullable) {
        faults.push(
          `${place} is ${found.nullable ? '' : 'not '}nullable, the entity says ${column.isNullable ? '' : 'not '}nullable`,
        );
      }
      return faults;
    }),
  );
}
