import type { OpenColumn } from './register-faults.rules';

/**
 * The columns of the live catalogue that could hold personal data: text, JSON, addresses of machines, bytes, lists of
 * text; and ids that refer to a person or to nothing that the database knows of. Without closed lists and codes.
 */
export async function openColumns(ask: (sql: string) => Promise<OpenColumn[]>): Promise<OpenColumn[]> {
  return ask(`
    select c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join lateral (select k.confrelid from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) limit 1) refers on true
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and a.attnum > 0 and not a.attisdropped
      and case when a.atttypid = 'uuid'::regtype
          then a.attname <> 'id' and coalesce(refers.confrelid = 'person'::regclass, true)
        else refers.confrelid is null and a.atttypid::regtype::text = any('{text,character varying,character,name,json,jsonb,xml,inet,cidr,macaddr,bytea,text[],character varying[],jsonb[],uuid[]}') end
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[')
    order by 1, a.attnum`);
}
