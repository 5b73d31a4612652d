import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** No organisation: the region as such. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** Notes about a participation, and the dates that somebody says it will be done by. Whose is null: the secretariat's. */
export class Note1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table note (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        organisation_id uuid references organisation,
        text text not null check (length(text) <= 2000),
        visibility text not null check (visibility in ('OWN', 'CASE')),
        written_by uuid,
        written_at timestamptz not null,
        changed_at timestamptz,
        withdrawn_at timestamptz,
        version integer not null default 1
      );
      create index note_participation on note (participation_id, written_at) where withdrawn_at is null;
      ${tenant('note', 'select, insert, update')}

      create table they_say_date (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        organisation_id uuid references organisation,
        says_on date,
        source text not null check (source in ('PHONE', 'EMAIL', 'MEETING', 'OTHER')),
        said_by text check (said_by in ('COORDINATOR', 'RECORDER', 'CONTRIBUTOR', 'UNIT_LEADER', 'DIRECTOR',
          'CHIEF_EXECUTIVE', 'PROCUREMENT_OFFICER')),
        heard_on date not null,
        visibility text not null check (visibility in ('OWN', 'CASE')),
        written_by uuid,
        written_at timestamptz not null,
        replaced_at timestamptz
      );
      create unique index they_say_date_in_force on they_say_date (participation_id, coalesce(organisation_id, '${NONE}'))
        where replaced_at is null;
      create index they_say_date_participation on they_say_date (participation_id, written_at);
      ${tenant('they_say_date', 'select, insert, update')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table they_say_date, note');
  }
}
