import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** The roles of a session: `%s` is where they are read. */
const enterSession = (roles: string): string => `
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
                      from (${roles}) r))
            into answer from person p where p.id = s.person_id;
          return answer;
        end $$;`;

/** R12: a role is left to a deputy for a period; one step of a route is handed over to a colleague. */
export class Delegation1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A role of somebody who is away, left to a deputy from one day to another, both included. It counts by the date
      -- alone: nobody has to do anything in the morning.
      create table role_delegation (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        role_id uuid not null references role on delete cascade,
        person_id uuid not null references person,
        from_on date not null,
        to_on date not null check (to_on >= from_on),
        delegated_at timestamptz not null default samanker_now(),
        ended_at timestamptz
      );
      create index role_delegation_role on role_delegation (role_id) where ended_at is null;
      create index role_delegation_person on role_delegation (person_id) where ended_at is null;
      ${tenant('role_delegation')}
      -- A deputy who held no role in the region before is let in at the next log-in as well.
      create function keep_delegate() returns trigger language plpgsql as $$
        begin
          if exists (select from person where id = new.person_id and machine) then
            raise exception 'a program is nobody''s deputy';
          end if;
          insert into person_region values (new.person_id, new.region_id) on conflict do nothing;
          return null;
        end $$;
      create trigger role_delegation_keeps_person_region after insert on role_delegation
        for each row execute function keep_delegate();

      -- The roles that count today: held, or left to a deputy. Read as one table; row-level security stays that of whoever
      -- asks.
      create function acting_role() returns table (id uuid, region_id uuid, person_id uuid, organisation_id uuid, kind text,
          deputy_order integer, active boolean, delegated_by uuid) language sql stable as $$
        select r.id, r.region_id, r.person_id, r.organisation_id, r.kind, r.deputy_order, r.active, null::uuid from role r
        union all
        select r.id, r.region_id, d.person_id, r.organisation_id, r.kind, r.deputy_order, r.active, r.person_id
          from role_delegation d join role r on r.id = d.role_id
          where d.ended_at is null and d.from_on <= samanker_today() and d.to_on >= samanker_today()
      $$;
      ${enterSession(`select distinct h.kind, h.organisation_id from acting_role() h where h.person_id = p.id and h.active`)}

      -- "Not me, ask NN": one person of the organisation whom this step is asked of, before whoever holds the role.
      alter table anchoring_step add asked_person_id uuid references person;
      create index anchoring_step_asked_person on anchoring_step (asked_person_id) where asked_person_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table anchoring_step drop asked_person_id;
      ${enterSession(`select h.kind, h.organisation_id from role h where h.person_id = p.id and h.active`)}
      drop function acting_role();
      drop table role_delegation;
      drop function keep_delegate();
    `);
  }
}
