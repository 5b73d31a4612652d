import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** How a person logged in, who a provider says somebody is, machine access, and codes to the work address. */
export class LogIn1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A program acts as a person of its own; it gets no mail and holds no role that decides.
      alter table person add machine boolean not null default false;

      -- Global, because it is asked before a region is known: in which regions somebody has ever had a role. What the
      -- roles are, and whether they still hold, stands in role, which is read region by region.
      create table person_region (
        person_id uuid not null references person on delete cascade,
        region_id uuid not null references region,
        primary key (person_id, region_id)
      );
      grant select, insert, delete on person_region to samanker_app;
      -- Every region at once: for this one statement its own policies do not hold for the owner.
      alter table role no force row level security;
      insert into person_region select distinct person_id, region_id from role;
      alter table role force row level security;
      create function keep_person_region() returns trigger language plpgsql as $$
        begin
          if new.active and new.kind not in ('CONTRIBUTOR', 'READER', 'RECORDER')
              and exists (select from person where id = new.person_id and machine) then
            raise exception 'a program cannot hold the role %', new.kind;
          end if;
          insert into person_region values (new.person_id, new.region_id) on conflict do nothing;
          return null;
        end $$;
      create trigger role_keeps_person_region after insert or update on role
        for each row execute function keep_person_region();

      -- Global for the same reason: the regions that let people in by a one-time code to their work address.
      create table code_log_in_region (
        region_id uuid primary key references region,
        allowed_at timestamptz not null default now()
      );
      grant select, insert, delete on code_log_in_region to samanker_app;

      -- Global like person: a person is the same to a provider in every region. The subject is the provider's pairwise
      -- identifier, never a national identity number.
      create table identity_link (
        issuer text not null check (length(issuer) between 1 and 500),
        subject text not null check (length(subject) between 1 and 255),
        person_id uuid not null references person on delete cascade,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        primary key (issuer, subject)
      );
      create index identity_link_person on identity_link (person_id);
      grant select, insert, update, delete on identity_link to samanker_app;

      -- One started log-in: what has to come back unchanged from the provider. Lives for minutes; taken by deleting it.
      create table log_in_attempt (
        state_hash bytea primary key,
        browser_hash bytea not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null check (length(return_to) <= 500),
        created_at timestamptz not null default now()
      );
      create index log_in_attempt_age on log_in_attempt (created_at);
      grant select, insert, delete on log_in_attempt to samanker_app;
      grant select, delete on log_in_attempt to samanker_sweeper;

      -- A one-time code to the registered work address; only the newest of a person counts. The code itself is made when
      -- the mail is sent and stands nowhere: code_hash is null until then, and a slow salted hash after.
      create table log_in_code (
        id uuid primary key default uuidv7(),
        person_id uuid not null references person on delete cascade,
        region_id uuid not null references region,
        code_hash bytea,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        attempts integer not null default 0,
        used_at timestamptz
      );
      create index log_in_code_person on log_in_code (person_id, created_at);
      grant select, insert, update, delete on log_in_code to samanker_app;
      grant select, delete on log_in_code to samanker_sweeper;

      -- A program of an organisation. It acts as a person of its own, so that roles, permissions and log hold for it too.
      -- expires_at and previous_valid_until are domain time, as the days that people choose are.
      create table machine_client (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        organisation_id uuid not null references organisation,
        person_id uuid not null references person,
        name text not null check (length(name) between 1 and 200),
        client_id text not null unique check (length(client_id) between 8 and 100),
        secret_hash bytea not null,
        previous_secret_hash bytea,
        previous_valid_until timestamptz,
        scopes text[] not null check (cardinality(scopes) between 1 and 20),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index machine_client_organisation on machine_client (region_id, organisation_id);
      create index machine_client_person on machine_client (person_id);
      ${tenant('machine_client', 'select, insert, update')}

      alter table session
        add log_in text not null default 'DEVELOPMENT' check (log_in in ('OIDC', 'CODE', 'MACHINE', 'DEVELOPMENT')),
        add seen_at timestamptz not null default now(),
        add idle_limit interval not null default '2 hours',
        add machine_client_id uuid references machine_client,
        add scopes text[],
        add constraint session_of_machine
          check ((log_in = 'MACHINE') = (machine_client_id is not null) and (log_in = 'MACHINE') = (scopes is not null)),
        -- The organisations that the provider said the person may act for; null where the provider says nothing of that.
        add provider_organisation_ids uuid[];
      create index session_person on session (person_id);
      create index session_expiry on session (expires_at);
      grant select, delete on session to samanker_sweeper;

      alter table mail drop constraint mail_kind_check,
        add constraint mail_kind_check check (kind in ('DIGEST', 'ESCALATION', 'INVITATION', 'NOTICE', 'LOG_IN_CODE'));

      -- As before, and: an idle session has ended, the way of the log-in decides what it is enough for, a machine has
      -- scopes and an end. "stale" asks the caller to note that the session is in use (at most once a minute).
      create or replace function enter_session(p_token_hash bytea) returns json language plpgsql as $$
        declare s session; client machine_client; answer json;
        begin
          select * into s from session
            where token_hash = p_token_hash and expires_at > now() and seen_at > now() - idle_limit;
          if not found then return null; end if;
          perform set_config('samanker.region', s.region_id::text, true),
                  set_config('samanker.person', s.person_id::text, true);
          if s.machine_client_id is not null then
            select * into client from machine_client
              where id = s.machine_client_id and revoked_at is null and expires_at > samanker_now();
            if not found then return null; end if;
          elsif s.log_in = 'CODE' and not exists (select from code_log_in_region where region_id = s.region_id) then
            return null;
          end if;
          select json_build_object('personId', p.id, 'name', p.name, 'language', p.language, 'regionId', s.region_id,
            'organisationId', s.organisation_id, 'logIn', s.log_in, 'scopes', s.scopes,
            'stale', s.seen_at < now() - interval '1 minute',
            'now', to_char(samanker_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'today', samanker_today(),
            'roles', (select coalesce(json_agg(json_build_object('kind', r.kind, 'organisationId', r.organisation_id)), '[]')
                      from role r where r.person_id = p.id and r.active))
            into answer from person p where p.id = s.person_id;
          return answer;
        end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function enter_session(p_token_hash bytea) returns json language plpgsql as $$
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
      delete from mail where kind = 'LOG_IN_CODE';
      alter table mail drop constraint mail_kind_check,
        add constraint mail_kind_check check (kind in ('DIGEST', 'ESCALATION', 'INVITATION', 'NOTICE'));
      drop index session_person, session_expiry;
      revoke select, delete on session from samanker_sweeper;
      alter table session drop log_in, drop seen_at, drop idle_limit, drop machine_client_id, drop scopes, drop provider_organisation_ids;
      drop trigger role_keeps_person_region on role;
      drop function keep_person_region();
      drop table machine_client, log_in_code, log_in_attempt, identity_link, code_log_in_region, person_region;
      alter table person drop machine;`);
  }
}
