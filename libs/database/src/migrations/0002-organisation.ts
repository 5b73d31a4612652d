import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sweepable, tenant } from './tenancy';

/** Organisations, people, sessions, classification, law figures and meeting calendars. */
export class Organisation1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key default uuidv7(),
        kind text not null check (kind in ('MUNICIPALITY', 'COUNTY', 'INTERMUNICIPAL_COMPANY', 'MUNICIPAL_ENTERPRISE',
          'CHURCH_COUNCIL', 'CENTRAL_PURCHASING_BODY')),
        number text,
        organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
        name text not null check (length(name) <= 200),
        population integer check (population >= 0),
        population_on date,
        language text not null check (language in ('NB', 'NN', 'NEUTRAL')),
        official_address text check (length(official_address) <= 254),
        valid_from date not null,
        valid_to date,
        unique (number, valid_from)
      );
      grant select, insert, update on organisation to samanker_app;
      grant select on organisation to samanker_sweeper;

      create table organisation_succession (
        from_id uuid not null references organisation,
        to_id uuid not null references organisation,
        on_date date not null,
        kind text not null,
        primary key (from_id, to_id)
      );
      grant select, insert on organisation_succession to samanker_app;

      create table region_membership (
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        valid_from date not null,
        valid_to date,
        primary key (region_id, organisation_id, valid_from)
      );
      ${tenant('region_membership')}

      create table person (
        id uuid primary key default uuidv7(),
        name text not null check (length(name) <= 200),
        email text not null check (length(email) <= 254),
        phone text check (length(phone) <= 40),
        language text not null default 'NB' check (language in ('NB', 'NN', 'EN')),
        created_at timestamptz not null default now()
      );
      create index person_email on person (lower(email));
      grant select, insert, update on person to samanker_app;
      grant select on person to samanker_sweeper;

      create table role (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        person_id uuid not null references person,
        organisation_id uuid references organisation,
        kind text not null check (kind in ('SECRETARIAT', 'REGIONAL_GROUP', 'ADVISORY_GROUP', 'COORDINATOR', 'RECORDER',
          'CONTRIBUTOR', 'READER', 'AUDITOR', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE', 'PROCUREMENT_OFFICER')),
        deputy_order integer not null default 0 check (deputy_order between 0 and 9),
        active boolean not null default true,
        unique (region_id, person_id, organisation_id, kind)
      );
      create index role_holder on role (region_id, organisation_id, kind, deputy_order);
      create index role_person on role (person_id, region_id);
      ${tenant('role')}

      create table session (
        token_hash bytea primary key,
        person_id uuid not null references person,
        region_id uuid not null references region,
        organisation_id uuid references organisation,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      grant select, insert, update, delete on session to samanker_app;

      -- One statement that opens a request: reads the session, narrows the transaction to its region and person, and
      -- returns who acts. Roles are read afresh each time: what was taken away yesterday is refused today.
      create function enter_session(p_token_hash bytea) returns json language plpgsql as $$
        declare s session; answer json;
        begin
          select * into s from session where token_hash = p_token_hash and expires_at > now();
          if not found then return null; end if;
          perform set_config('samanker.region', s.region_id::text, true),
                  set_config('samanker.person', s.person_id::text, true);
          select json_build_object('personId', p.id, 'name', p.name, 'language', p.language, 'regionId', s.region_id,
            'organisationId', s.organisation_id, 'now', to_char(samanker_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'today', samanker_today(),
            'roles', (select coalesce(json_agg(json_build_object('kind', r.kind, 'organisationId', r.organisation_id)), '[]')
                      from role r where r.person_id = p.id and r.active))
            into answer from person p where p.id = s.person_id;
          return answer;
        end $$;

      create table cpv_code (
        code text primary key check (code ~ '^[0-9]{8}$'),
        name_nb text not null,
        name_en text not null,
        level integer not null
      );
      grant select on cpv_code to samanker_app, samanker_sweeper;

      create table unit (
        code text primary key check (code ~ '^[A-Z0-9_]{1,20}$'),
        dimension text not null,
        to_base numeric(18, 9) not null check (to_base > 0),
        name_nb text not null,
        name_nn text not null,
        name_en text not null
      );
      grant select on unit to samanker_app, samanker_sweeper;

      create table procurement_threshold (
        id uuid primary key default uuidv7(),
        kind text not null check (kind in ('LOWER_LIMIT', 'NATIONAL', 'EEA_MUNICIPAL', 'EEA_STATE', 'WORKS_EEA', 'SPECIAL_SERVICES')),
        valid_from date not null,
        amount numeric(16, 2) not null,
        source text not null,
        verified boolean not null,
        unique (kind, valid_from)
      );
      grant select on procurement_threshold to samanker_app;

      create table decision_body (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        name text not null check (length(name) <= 200),
        kind text not null check (kind in ('COUNCIL', 'EXECUTIVE_COMMITTEE', 'COMMITTEE', 'ELDERLY_COUNCIL',
          'DISABILITY_COUNCIL', 'YOUTH_COUNCIL', 'REGIONAL_GROUP', 'ADVISORY_GROUP')),
        submission_days integer not null default 14 check (submission_days between 0 and 90),
        handover_days integer not null default 7 check (handover_days between 0 and 90),
        calendar_origin text not null default 'REAL' check (calendar_origin in ('REAL', 'MODELLED')),
        unique (region_id, organisation_id, name)
      );
      ${tenant('decision_body')}

      create table meeting (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        body_id uuid not null references decision_body,
        external_id text not null check (length(external_id) between 1 and 200),
        date date not null,
        starts_at time,
        kind text not null default 'ORDINARY' check (kind in ('ORDINARY', 'BUDGET', 'EXTRAORDINARY', 'CONSTITUTION',
          'ELECTORAL_BOARD', 'WORKSHOP')),
        submission_deadline date check (submission_deadline <= date),
        cancelled_at timestamptz,
        unique (region_id, body_id, external_id)
      );
      create index meeting_body_date on meeting (body_id, date);
      ${tenant('meeting')}
      ${sweepable('meeting')}

      create table closed_week (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        from_date date not null,
        to_date date not null check (to_date >= from_date),
        reason text not null default '' check (length(reason) <= 200),
        unique (region_id, organisation_id, from_date)
      );
      ${tenant('closed_week')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table closed_week, meeting, decision_body, procurement_threshold, unit, cpv_code;
      drop function enter_session(bytea);
      drop table session, role, person, region_membership, organisation_succession, organisation;
    `);
  }
}
