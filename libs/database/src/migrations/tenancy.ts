/**
 * What every tenant table gets (R30): row-level security enabled and forced, and one policy by region. The policy reads
 * the setting with `missing_ok`, and after a transaction the setting is '' rather than null: hence nullif, so that an
 * unset region means no rows and no error.
 */
export function tenant(table: string, rights = 'select, insert, update, delete', column = 'region_id'): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_of_region on ${table}
      using (${column} = (select nullif(current_setting('samanker.region', true), '')::uuid))
      with check (${column} = (select nullif(current_setting('samanker.region', true), '')::uuid));
    grant ${rights} on ${table} to samanker_app;`;
}

/** Lets the sweeper role see a tenant table across regions. Only for tables that hold ids, dates and a region. */
export function sweepable(table: string, rights = 'select'): string {
  return `
    create policy ${table}_for_sweeper on ${table} to samanker_sweeper using (true) with check (true);
    grant ${rights} on ${table} to samanker_sweeper;`;
}
