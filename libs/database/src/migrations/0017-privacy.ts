import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasing a person and tidying what is held no longer than needed. */
export class Privacy1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How long something is kept, as dated data: a new line says from when another period holds.
      create table retention_period (
        subject text not null check (subject in ('MAIL')),
        valid_from date not null,
        months integer not null check (months between 1 and 120),
        because text not null check (length(because) between 1 and 1000),
        primary key (subject, valid_from)
      );
      insert into retention_period values ('MAIL', '2016-01-01', 12,
        'A case is decided within a year; until then it must be possible to show who was told what, and when.');
      grant select on retention_period to samanker_app, samanker_sweeper;

      -- The row of a person goes when nothing refers to it any more. What must go on saying that two different people
      -- agreed, or that somebody recorded a decision, is tied to a row without a name instead.
      grant delete on person, person_registration to samanker_app;
      grant update (frozen_by) on merged_demand_report to samanker_app;
      grant update (person_id) on act_on_behalf to samanker_app;
      grant update (uploaded_by, name) on attachment to samanker_app;
      -- To whom a mail went is forgotten after a while; that it went is not.
      grant update (to_address, person_id, subject, last_response) on mail to samanker_sweeper;
      create index mail_person on mail (person_id);
      create index mail_old on mail (sent_at) where person_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mail_person, mail_old;
      revoke update (to_address, person_id, subject, last_response) on mail from samanker_sweeper;
      revoke update (uploaded_by, name) on attachment from samanker_app;
      revoke update (person_id) on act_on_behalf from samanker_app;
      revoke update (frozen_by) on merged_demand_report from samanker_app;
      revoke delete on person, person_registration from samanker_app;
      drop table retention_period;`);
  }
}
