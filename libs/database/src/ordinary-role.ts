import type { DataSource } from 'typeorm';

interface Might {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly makes: boolean;
  readonly owns: boolean;
}

/**
 * S3: stops the program when its database log-in is one that row-level security does not hold: a superuser, one that may
 * bypass it, one that may make roles, or one that owns the tables (or may become who does).
 */
export async function demandOrdinaryRole(setting: string, dataSource: DataSource): Promise<void> {
  const [might] = await dataSource.query<Might[]>(
    `select current_user as name, rolsuper as superuser, rolbypassrls as bypass, rolcreaterole or rolcreatedb as makes,
       exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
     from pg_roles where rolname = current_user`,
  );
  const faults = [
    might?.superuser && 'is a superuser',
    might?.bypass && 'may bypass row-level security',
    !might?.superuser && might?.makes && 'may make roles or databases',
    !might?.superuser && might?.owns && 'owns the tables, or may become their owner',
  ].filter(Boolean);
  if (!might || faults.length === 0) return;
  throw new Error(
    `${setting} logs in as "${might.name}", who ${faults.join(' and ')}: nothing would keep one region from seeing another. ` +
      `Use the roles that "node scripts/make-roles.mjs" makes.`,
  );
}
