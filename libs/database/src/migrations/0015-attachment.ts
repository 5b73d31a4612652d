import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sweepable, tenant } from './tenancy';

/** Files that prove something, kept by their SHA-256 outside the database; rows are added and never changed. */
export class Attachment1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        bytes integer not null check (bytes between 1 and 26214400),
        media_type text not null check (media_type in ('application/pdf')),
        name text not null check (length(name) between 1 and 150),
        subject_type text not null check (subject_type in ('Participation', 'AnchoringStep')),
        subject_id uuid not null,
        participation_id uuid not null references participation,
        case_id uuid not null references procurement_case,
        organisation_id uuid not null references organisation,
        uploaded_by uuid not null,
        uploaded_for uuid not null references organisation,
        uploaded_at timestamptz not null default samanker_now(),
        unique (region_id, sha256, subject_id)
      );
      create index attachment_participation on attachment (participation_id);
      create index attachment_case on attachment (region_id, case_id, id);
      create index attachment_uploader on attachment (region_id, uploaded_by);
      ${tenant('attachment', 'select, insert')}

      -- Written before the content is stored and deleted by the transaction that adds the attachment: what is left after
      -- a day tells which stored content nobody refers to. In real time, like leases.
      create table attachment_upload (
        region_id uuid not null references region,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        begun_at timestamptz not null default now(),
        primary key (region_id, sha256)
      );
      create index attachment_upload_age on attachment_upload (begun_at);
      ${tenant('attachment_upload')}
      ${sweepable('attachment_upload')}

      alter table decision add minutes_attachment_id uuid references attachment;
      alter table act_on_behalf add constraint act_on_behalf_attachment foreign key (attachment_id) references attachment;
      create index decision_minutes on decision (minutes_attachment_id) where minutes_attachment_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table act_on_behalf drop constraint act_on_behalf_attachment;
      alter table decision drop minutes_attachment_id;
      drop table attachment_upload, attachment;
    `);
  }
}
