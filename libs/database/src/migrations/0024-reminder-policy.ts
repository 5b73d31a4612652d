import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** R10: a municipality agrees that its leaders are written to without being asked first, for the kinds that it names. */
export class ReminderPolicy1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder_policy (
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        escalates text[] not null default '{}' check (escalates <@ array['TEXT_IN', 'DECISION_MADE',
          'ADMINISTRATIVE_DECISION', 'VOLUMES', 'POWER_OF_ATTORNEY']),
        primary key (region_id, organisation_id)
      );
      ${tenant('reminder_policy', 'select, insert, update')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reminder_policy');
  }
}
