import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that no sweep reads across regions any more: what is planned is found by the service in one region at a time. */
const UNUSED = ['meeting', 'procurement_case', 'participation', 'anchoring_step'];
/** Global tables that no sweep reads: names, addresses and registers. */
const REGISTERS = ['organisation', 'person', 'cpv_code', 'unit'];
/** What sweeps read of the rest: when something is due, and where. Never an address's owner, a subject or a secret. */
const READ: Readonly<Record<string, readonly string[]>> = {
  region: ['id', 'name'],
  idempotency_key: ['created_at'],
  expectation: ['region_id', 'next_reminder_on', 'escalation_on', 'fulfilled_at', 'withdrawn_at'],
  // The address only to see whether it has been forgotten already.
  mail: ['id', 'region_id', 'state', 'attempts', 'next_attempt_at', 'leased_until', 'sent_at', 'to_address'],
  session: ['expires_at', 'seen_at', 'idle_limit'],
  log_in_attempt: ['created_at'],
  log_in_code: ['created_at'],
};

/** S3: the one role that sees rows of several regions sees the columns that sweeps use, and no others. */
export class SweeperColumns1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of UNUSED)
      await runner.query(
        `drop policy ${table}_for_sweeper on ${table}; revoke select on ${table} from samanker_sweeper`,
      );
    for (const table of REGISTERS) await runner.query(`revoke select on ${table} from samanker_sweeper`);
    for (const [table, columns] of Object.entries(READ))
      await runner.query(
        `revoke select on ${table} from samanker_sweeper; grant select (${columns.join(', ')}) on ${table} to samanker_sweeper`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(READ))
      await runner.query(
        `revoke select (${columns.join(', ')}) on ${table} from samanker_sweeper; grant select on ${table} to samanker_sweeper`,
      );
    for (const table of REGISTERS) await runner.query(`grant select on ${table} to samanker_sweeper`);
    for (const table of UNUSED)
      await runner.query(
        `create policy ${table}_for_sweeper on ${table} to samanker_sweeper using (true) with check (true);
         grant select on ${table} to samanker_sweeper`,
      );
  }
}
