import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sweepable, tenant } from './tenancy';

/** Routes, steps and decisions; proposals; frozen reports; joint tenders; reminders and mail. */
export class Anchoring1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table route_template (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        name text not null check (length(name) <= 200),
        unique (region_id, organisation_id, name)
      );
      ${tenant('route_template')}

      create table route_template_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        template_id uuid not null references route_template on delete cascade,
        position integer not null check (position between 1 and 40),
        parallel_group integer not null check (parallel_group between 1 and 40),
        kind text not null check (kind in ('ADMINISTRATIVE', 'POLITICAL')),
        weight text not null check (weight in ('ADVISORY', 'RECOMMENDING', 'DECIDING')),
        title text not null check (length(title) <= 200),
        role text not null,
        body_id uuid references decision_body,
        working_days integer check (working_days between 0 and 120),
        unique (template_id, position),
        check ((kind = 'POLITICAL') = (body_id is not null)),
        check ((kind = 'ADMINISTRATIVE') = (working_days is not null))
      );
      ${tenant('route_template_step')}

      create table anchoring_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        position integer not null check (position between 1 and 40),
        parallel_group integer not null check (parallel_group between 1 and 40),
        kind text not null check (kind in ('ADMINISTRATIVE', 'POLITICAL')),
        weight text not null check (weight in ('ADVISORY', 'RECOMMENDING', 'DECIDING')),
        title text not null check (length(title) <= 200),
        role text not null,
        body_id uuid references decision_body,
        working_days integer check (working_days between 0 and 120),
        state text not null default 'WAITING' check (state in ('WAITING', 'OPEN', 'SUBMITTED', 'DECIDED', 'NOT_REQUIRED')),
        opened_on date,
        submitted_at timestamptz,
        meeting_id uuid references meeting,
        decided_on date,
        planned_on date,
        planned_meeting_id uuid references meeting,
        submission_deadline date,
        latest_on date,
        planning_status text check (planning_status in ('ON_TRACK', 'AT_RISK', 'LATE', 'CANNOT_MAKE_IT')),
        version integer not null default 1,
        unique (participation_id, position) deferrable initially deferred,
        check ((kind = 'POLITICAL') = (body_id is not null)),
        check ((kind = 'ADMINISTRATIVE') = (working_days is not null))
      );
      create index anchoring_step_meeting on anchoring_step (meeting_id) where meeting_id is not null;
      ${tenant('anchoring_step')}
      ${sweepable('anchoring_step')}

      create table decision (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        step_id uuid not null references anchoring_step,
        outcome text not null check (outcome in ('STATEMENT', 'RECOMMENDED', 'RECOMMENDED_WITH_CHANGES', 'NOT_RECOMMENDED',
          'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED', 'DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'TAKEN_NOTE', 'SENT_UP')),
        decided_on date not null,
        meeting_id uuid references meeting,
        deferred_to_meeting_id uuid references meeting,
        recorded_by uuid not null,
        recorded_at timestamptz not null default samanker_now(),
        on_behalf_because text check (length(on_behalf_because) <= 1000),
        supersedes_id uuid unique references decision,
        superseded_at timestamptz,
        text text not null default '' check (length(text) <= 20000),
        archive_case text check (length(archive_case) <= 40),
        archive_document text check (length(archive_document) <= 40),
        body_case text check (length(body_case) <= 40),
        minutes_link text check (length(minutes_link) <= 1000),
        minutes_sha256 text check (minutes_sha256 ~ '^[0-9a-f]{64}$'),
        votes_for integer check (votes_for between 0 and 1000),
        votes_against integer check (votes_against between 0 and 1000),
        delegation_basis text check (length(delegation_basis) <= 1000),
        exempt_basis text check (length(exempt_basis) <= 400),
        budget_coverage text check (budget_coverage in ('ADOPTED_LINE', 'CHANGED_BY_COUNCIL', 'NEXT_YEARS_BUDGET')),
        resources_committed text check (length(resources_committed) <= 2000)
      );
      create unique index decision_effective on decision (step_id)
        where superseded_at is null and outcome not in ('DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'SENT_UP');
      create index decision_step on decision (step_id);
      ${tenant('decision')}
      alter table condition add constraint condition_decision foreign key (decision_id) references decision;

      create table merge_proposal (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'OUTDATED')),
        fingerprint text not null check (length(fingerprint) = 64),
        score numeric(5, 4) not null check (score between 0 and 1),
        proposed_at timestamptz not null default samanker_now(),
        reason text check (length(reason) <= 4000),
        case_id uuid references procurement_case,
        closed_at timestamptz,
        version integer not null default 1,
        unique (region_id, fingerprint)
      );
      ${tenant('merge_proposal')}

      create table merge_proposal_need (
        region_id uuid not null references region,
        proposal_id uuid not null references merge_proposal,
        need_id uuid not null references need,
        need_version integer not null,
        primary key (proposal_id, need_id)
      );
      create index merge_proposal_need_need on merge_proposal_need (need_id);
      ${tenant('merge_proposal_need')}

      create table merge_proposal_pair (
        region_id uuid not null references region,
        proposal_id uuid not null references merge_proposal,
        need_a uuid not null references need,
        need_b uuid not null references need,
        score numeric(5, 4) not null,
        reasons jsonb not null,
        primary key (proposal_id, need_a, need_b)
      );
      ${tenant('merge_proposal_pair')}

      create table merge_proposal_acceptance (
        region_id uuid not null references region,
        proposal_id uuid not null references merge_proposal,
        person_id uuid not null references person,
        accepted_at timestamptz not null default samanker_now(),
        primary key (proposal_id, person_id)
      );
      ${tenant('merge_proposal_acceptance')}

      create table merged_demand_report (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        number integer not null check (number >= 1),
        content text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        frozen_at timestamptz not null default samanker_now(),
        frozen_by uuid not null,
        unique (case_id, number)
      );
      ${tenant('merged_demand_report', 'select, insert')}

      create table joint_tender (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null unique references procurement_case,
        report_id uuid not null references merged_demand_report,
        state text not null default 'PROPOSED' check (state in ('PROPOSED', 'PARTICIPANTS_FROZEN')),
        proposed_by uuid not null,
        proposed_at timestamptz not null default samanker_now(),
        confirmed_by uuid check (confirmed_by <> proposed_by),
        frozen_at timestamptz,
        check ((state = 'PARTICIPANTS_FROZEN') = (frozen_at is not null and confirmed_by is not null))
      );
      ${tenant('joint_tender')}

      create table joint_tender_participant (
        region_id uuid not null references region,
        tender_id uuid not null references joint_tender,
        part_id uuid not null references case_part,
        organisation_id uuid not null references organisation,
        organisation_number text not null,
        organisation_name text not null,
        choice text not null check (choice in ('FIRM', 'OPTION')),
        primary key (tender_id, part_id, organisation_id)
      );
      ${tenant('joint_tender_participant', 'select, insert, delete')}

      create table mail (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        kind text not null check (kind in ('DIGEST', 'ESCALATION', 'INVITATION', 'NOTICE')),
        organisation_id uuid references organisation,
        person_id uuid references person,
        case_id uuid references procurement_case,
        to_address text not null check (length(to_address) <= 254),
        language text not null check (language in ('NB', 'NN', 'EN')),
        mail_on date not null,
        occasion text not null default '' check (length(occasion) <= 200),
        state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'CANCELLED', 'REFUSED')),
        subject text not null default '' check (length(subject) <= 200),
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default samanker_now(),
        leased_until timestamptz,
        message_id text,
        last_response text check (length(last_response) <= 1000),
        sent_at timestamptz,
        unique (region_id, kind, to_address, mail_on, occasion)
      );
      create index mail_queued on mail (next_attempt_at) where state = 'QUEUED';
      create index mail_case on mail (case_id);
      ${tenant('mail')}
      ${sweepable('mail')}

      create table reminder (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        expectation_id uuid not null references expectation,
        occasion text not null,
        mail_id uuid not null references mail,
        unique (expectation_id, occasion)
      );
      create index reminder_mail on reminder (mail_id);
      ${tenant('reminder')}

      create table escalation_offer (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        expectation_id uuid not null unique references expectation,
        role text not null,
        person_id uuid references person,
        offered_at timestamptz not null default samanker_now(),
        state text not null default 'OFFERED' check (state in ('OFFERED', 'SENT', 'DECLINED', 'LAPSED')),
        settled_at timestamptz,
        mail_id uuid references mail
      );
      ${tenant('escalation_offer')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table escalation_offer, reminder, mail, joint_tender_participant, joint_tender, merged_demand_report,
        merge_proposal_acceptance, merge_proposal_pair, merge_proposal_need, merge_proposal;
      alter table condition drop constraint condition_decision;
      drop table decision, anchoring_step, route_template_step, route_template;
    `);
  }
}
