import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Few providers tell a verified work address, and Ansattporten tells none. Who is known there and not here connects the
 * two by a one-time code to the registered address.
 */
export class ConnectLogIn1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody whom the provider knows and who has not yet been connected to a person: this browser's, for minutes.
      create table log_in_to_connect (
        browser_hash bytea primary key,
        issuer text not null check (length(issuer) between 1 and 500),
        subject text not null check (length(subject) between 1 and 255),
        -- As the provider named them; null where it was not asked.
        organisation_numbers text[],
        created_at timestamptz not null default now()
      );
      create index log_in_to_connect_age on log_in_to_connect (created_at);
      grant select, insert, update, delete on log_in_to_connect to samanker_app;
      grant select (created_at), delete on log_in_to_connect to samanker_sweeper;

      -- A code that connects opens no session of its own, so it is sent in regions too that let nobody in by a code.
      alter table log_in_code add connects boolean not null default false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table log_in_code drop connects; drop table log_in_to_connect');
  }
}
