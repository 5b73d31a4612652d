import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sweepable, tenant } from './tenancy';

/** Expectations, needs, cases, participations and volumes. */
export class ProcurementCase1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table procurement_case (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        host_organisation_id uuid not null references organisation,
        title text not null check (length(title) <= 300),
        description text not null default '' check (length(description) <= 10000),
        stage text not null default 'PREPARING' check (stage in ('PREPARING', 'INVITED', 'PARTICIPANTS_FROZEN', 'PAUSED', 'CANCELLED')),
        opened_on date not null,
        decision_deadline date not null,
        first_year integer not null check (first_year between 2000 and 2100),
        years integer not null check (years between 1 and 15),
        option_years integer not null default 0 check (option_years between 0 and 10),
        waits_for_legality_review boolean not null default false,
        figures_origin text not null default 'REAL' check (figures_origin in ('REAL', 'MODELLED')),
        volume_version bigint not null default 1,
        version integer not null default 1,
        created_at timestamptz not null default samanker_now()
      );
      ${tenant('procurement_case')}
      ${sweepable('procurement_case')}

      create table case_part (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        number integer not null check (number between 1 and 99),
        title text not null check (length(title) <= 200),
        unique (case_id, number)
      );
      ${tenant('case_part')}

      create table volume_item (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        part_id uuid not null references case_part,
        number integer not null check (number between 1 and 999),
        name text not null check (length(name) <= 200),
        unit_code text not null references unit,
        cpv_code text not null references cpv_code,
        unit_price numeric(16, 2) check (unit_price >= 0),
        duty_to_buy boolean not null default false,
        unique (case_id, number)
      );
      ${tenant('volume_item')}

      create table need (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        title text not null check (length(title) <= 300),
        problem text not null check (length(problem) <= 10000),
        effect text not null default '' check (length(effect) <= 4000),
        indicator text not null default '' check (length(indicator) <= 1000),
        target_group text not null default '' check (length(target_group) <= 1000),
        current_solution text not null default '' check (length(current_solution) <= 4000),
        current_yearly_cost numeric(16, 2) check (current_yearly_cost >= 0),
        tried text not null default '' check (length(tried) <= 4000),
        quantity numeric(16, 4) not null check (quantity > 0),
        unit_code text not null references unit,
        wanted_from date not null,
        wanted_to date not null check (wanted_to >= wanted_from),
        contract_ends_on date,
        option_months integer not null default 0 check (option_months between 0 and 120),
        yearly_value numeric(16, 2) check (yearly_value >= 0),
        sourcing text not null default 'UNDECIDED' check (sourcing in ('UNDECIDED', 'IN_HOUSE', 'MARKET', 'BOTH')),
        local_value text not null default '' check (length(local_value) <= 4000),
        local_leader text not null default '' check (length(local_leader) <= 200),
        root_cause text check (root_cause in ('PROCESS', 'PROCUREMENT', 'PROFESSION', 'LEADERSHIP')),
        state text not null default 'DECLARED' check (state in ('DRAFT', 'DECLARED', 'IN_CASE', 'SOLVED_IN_HOUSE', 'WITHDRAWN')),
        case_id uuid references procurement_case,
        figures_origin text not null default 'REAL' check (figures_origin in ('REAL', 'MODELLED')),
        declared_at timestamptz,
        version integer not null default 1
      );
      create index need_open on need (region_id, state);
      create index need_title_trgm on need using gin (title gin_trgm_ops);
      ${tenant('need')}

      create table need_cpv (
        region_id uuid not null references region,
        need_id uuid not null references need,
        cpv_code text not null references cpv_code,
        is_main boolean not null default false,
        primary key (need_id, cpv_code)
      );
      create index need_cpv_class on need_cpv (region_id, left(cpv_code, 4));
      ${tenant('need_cpv')}

      create table participation (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        organisation_id uuid not null references organisation,
        state text not null default 'INVITED' check (state in ('INVITED', 'ANCHORING', 'ANCHORED', 'DECLINED',
          'REANCHOR_REQUIRED', 'LEGALITY_REVIEW', 'WITHDRAWN')),
        state_reason text not null default '' check (length(state_reason) <= 500),
        invited_at timestamptz,
        answer_origin text not null default 'REAL' check (answer_origin in ('REAL', 'MODELLED')),
        local_leader text not null default '' check (length(local_leader) <= 200),
        local_gain_confirmed_at timestamptz,
        route_finished_on date,
        limit_total numeric(16, 2) check (limit_total >= 0),
        limit_per_year numeric(16, 2) check (limit_per_year >= 0),
        limit_per_inhabitant_per_year numeric(16, 2) check (limit_per_inhabitant_per_year >= 0),
        limit_latest_end date,
        limit_host_organisation_id uuid references organisation,
        planned_finish_on date,
        latest_submission_on date,
        slack_days integer,
        planning_status text check (planning_status in ('ON_TRACK', 'AT_RISK', 'LATE', 'CANNOT_MAKE_IT')),
        provisional boolean not null default false,
        crosses_election boolean not null default false,
        planned_for date,
        escalate_automatically boolean not null default false,
        version integer not null default 1,
        unique (case_id, organisation_id)
      );
      create index participation_organisation on participation (region_id, organisation_id);
      ${tenant('participation')}
      ${sweepable('participation')}

      create table part_choice (
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        part_id uuid not null references case_part,
        choice text not null check (choice in ('FIRM', 'OPTION', 'OUT')),
        primary key (participation_id, part_id)
      );
      ${tenant('part_choice')}

      create table condition (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        decision_id uuid not null,
        text text not null check (length(text) between 1 and 4000),
        kind text not null check (kind in ('BEFORE_NOTICE', 'FOLLOW_UP')),
        state text not null default 'OPEN' check (state in ('OPEN', 'MET', 'NOT_ACCEPTED')),
        settled_at timestamptz
      );
      create index condition_participation on condition (participation_id);
      ${tenant('condition')}

      create table power_of_attorney (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        text_version integer not null default 1,
        host_organisation_id uuid not null references organisation,
        signatory text not null check (length(signatory) between 1 and 200),
        authority text not null check (length(authority) between 1 and 1000),
        signed_on date not null,
        own_maximum numeric(16, 2) check (own_maximum >= 0),
        deviations text not null default '' check (length(deviations) <= 4000),
        archive_reference text not null default '' check (length(archive_reference) <= 100),
        recorded_at timestamptz not null default samanker_now(),
        withdrawn_at timestamptz
      );
      create unique index power_of_attorney_in_force on power_of_attorney (participation_id) where withdrawn_at is null;
      ${tenant('power_of_attorney')}

      create table volume_line (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        item_id uuid not null references volume_item,
        year integer not null check (year between 2000 and 2120),
        expected numeric(16, 4) not null check (expected >= 0 and expected <= 1000000000),
        maximum numeric(16, 4) check (maximum >= expected and maximum <= 1000000000),
        unit_price numeric(16, 2) check (unit_price >= 0),
        origin text not null check (origin in ('NEED', 'DECLARED', 'MODELLED')),
        unique (participation_id, item_id, year)
      );
      create index volume_line_item on volume_line (item_id, year);
      ${tenant('volume_line')}

      create table volume_line_need (
        region_id uuid not null references region,
        line_id uuid not null references volume_line on delete cascade,
        need_id uuid not null references need,
        primary key (line_id, need_id)
      );
      ${tenant('volume_line_need')}

      create table volume_declaration (
        participation_id uuid primary key references participation,
        region_id uuid not null references region,
        declared_at timestamptz not null,
        declared_by uuid not null
      );
      ${tenant('volume_declaration')}

      create table volume_total (
        region_id uuid not null references region,
        case_id uuid not null references procurement_case,
        item_id uuid not null references volume_item,
        year integer not null,
        commitment text not null check (commitment in ('COMMITTED', 'OPTION', 'NOT_ANCHORED')),
        expected numeric(20, 4) not null,
        maximum numeric(20, 4) not null,
        expected_value numeric(20, 2),
        maximum_value numeric(20, 2),
        lines integer not null,
        primary key (case_id, item_id, year, commitment)
      );
      ${tenant('volume_total')}

      create table volume_aggregation (
        case_id uuid primary key references procurement_case,
        region_id uuid not null references region,
        at_version bigint not null,
        aggregated_at timestamptz not null
      );
      ${tenant('volume_aggregation')}

      create table expectation (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        kind text not null check (kind in ('TEXT_IN', 'DECISION_MADE', 'ADMINISTRATIVE_DECISION', 'VOLUMES', 'POWER_OF_ATTORNEY')),
        case_id uuid not null references procurement_case,
        participation_id uuid not null references participation,
        subject_id uuid not null,
        organisation_id uuid not null references organisation,
        occasion text not null check (length(occasion) <= 100),
        role text not null,
        person_id uuid references person,
        due_on date not null,
        facts jsonb not null default '{}',
        next_reminder_on date,
        escalation_on date,
        opened_at timestamptz not null default samanker_now(),
        fulfilled_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_because text,
        unique (region_id, kind, subject_id, occasion)
      );
      create index expectation_due on expectation (next_reminder_on) where fulfilled_at is null and withdrawn_at is null and next_reminder_on is not null;
      create index expectation_escalation on expectation (escalation_on) where fulfilled_at is null and withdrawn_at is null and escalation_on is not null;
      create index expectation_participation on expectation (participation_id) where fulfilled_at is null and withdrawn_at is null;
      create index expectation_subject on expectation (subject_id);
      ${tenant('expectation')}
      ${sweepable('expectation')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table expectation, volume_aggregation, volume_total, volume_declaration, volume_line_need, volume_line,
        power_of_attorney, condition, part_choice, participation, need_cpv, need, volume_item, case_part, procurement_case;
    `);
  }
}
