import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

const KINDS = ['TEXT_IN', 'DECISION_MADE', 'ADMINISTRATIVE_DECISION', 'VOLUMES', 'POWER_OF_ATTORNEY'];
const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/** Questions between a municipality and the host of a case, and their answers; an answer is told in one mail. */
export class Question1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        participation_id uuid not null references participation,
        by_host boolean not null,
        text text not null check (length(text) between 1 and 2000),
        asked_by uuid,
        asked_at timestamptz not null,
        answer text check (length(answer) between 1 and 4000),
        answered_by uuid,
        answered_at timestamptz,
        shared boolean not null default false,
        answer_mail_id uuid,
        check ((answer is null) = (answered_at is null)),
        check (not shared or answer is not null)
      );
      create index question_case on question (case_id, asked_at);
      create index question_participation on question (participation_id, asked_at);
      create index question_answer_mail on question (answer_mail_id) where answer_mail_id is not null;
      ${tenant('question', 'select, insert, update')}
      alter table expectation drop constraint expectation_kind_check;
      alter table expectation add constraint expectation_kind_check check (kind in (${listed([...KINDS, 'QUESTION'])}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table expectation no force row level security;
      alter table reminder no force row level security;
      delete from reminder where expectation_id in (select id from expectation where kind = 'QUESTION');
      delete from expectation where kind = 'QUESTION';
      alter table reminder force row level security;
      alter table expectation force row level security;
      alter table expectation drop constraint expectation_kind_check;
      alter table expectation add constraint expectation_kind_check check (kind in (${listed(KINDS)}));
      drop table question;
    `);
  }
}
