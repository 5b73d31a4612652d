import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** Who left a case, when and by which decision (R5b); a new invitation ends it, and the row stays to be seen. */
export class Leaving1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leaving (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        decided_on date not null,
        decided_by text not null check (length(decided_by) between 1 and 200),
        decision_reference text not null check (length(decision_reference) between 1 and 100),
        because text not null check (length(because) between 1 and 2000),
        decision_link text not null default '' check (length(decision_link) <= 1000),
        attachment_id uuid references attachment,
        on_behalf boolean not null,
        withdrawn_step_ids uuid[] not null default '{}',
        recorded_by uuid,
        recorded_at timestamptz not null,
        returned_at timestamptz
      );
      create unique index leaving_in_force on leaving (participation_id) where returned_at is null;
      create index leaving_attachment on leaving (attachment_id) where attachment_id is not null;
      ${tenant('leaving', 'select, insert, update')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table leaving');
  }
}
