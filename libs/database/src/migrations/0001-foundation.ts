import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sweepable, tenant } from './tenancy';

/** Domain time, regions, idempotency keys, the outbox and the decision log: what every verb stands on. */
export class Foundation1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table domain_clock (
        only_row boolean primary key default true check (only_row),
        clock_offset interval not null default '0'
      );
      insert into domain_clock default values;
      grant select on domain_clock to samanker_app, samanker_sweeper;

      create function samanker_now() returns timestamptz language sql stable parallel safe
        as $$ select now() + (select clock_offset from domain_clock) $$;
      create function samanker_today() returns date language sql stable parallel safe
        as $$ select (samanker_now() at time zone 'Europe/Oslo')::date $$;

      create table region (
        id uuid primary key default uuidv7(),
        name text not null check (length(name) <= 200),
        slug text not null unique check (slug ~ '^[a-z0-9-]{1,60}$'),
        at_risk_margin_days integer not null default 14 check (at_risk_margin_days between 0 and 365),
        power_of_attorney_days integer not null default 10 check (power_of_attorney_days between 0 and 120)
      );
      ${tenant('region', 'select, insert, update', 'id')}
      ${sweepable('region')}

      create table idempotency_key (
        region_id uuid not null references region,
        person_id uuid not null,
        verb text not null,
        key text not null check (length(key) between 1 and 200),
        input_hash text not null,
        outcome_id uuid,
        created_at timestamptz not null default now(),
        primary key (region_id, person_id, verb, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);
      ${tenant('idempotency_key')}
      ${sweepable('idempotency_key', 'select, delete')}

      create table outbox_event (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        relayed_at timestamptz
      );
      create index outbox_event_waiting on outbox_event (id) where relayed_at is null;
      ${tenant('outbox_event', 'select, insert')}
      ${sweepable('outbox_event', 'select, update, delete')}

      create table outbox_delivery (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        event_id uuid not null references outbox_event on delete cascade,
        job text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        ring_at timestamptz not null default now(),
        rung integer not null default 0,
        attempts integer not null default 0,
        done_at timestamptz,
        parked_at timestamptz,
        last_error text,
        unique (event_id, job)
      );
      create index outbox_delivery_open on outbox_delivery (ring_at) where done_at is null and parked_at is null;
      ${tenant('outbox_delivery', 'select, insert, update')}
      ${sweepable('outbox_delivery', 'select, insert, update, delete')}

      create table decision_log_head (
        region_id uuid primary key references region,
        seq bigint not null,
        hash bytea not null
      );
      ${tenant('decision_log_head', 'select, insert, update')}

      create table decision_log (
        region_id uuid not null references region,
        seq bigint not null,
        entry text not null,
        previous_hash bytea not null,
        hash bytea not null,
        recorded_at timestamptz not null default now(),
        subject_id uuid,
        case_id uuid,
        primary key (region_id, seq)
      );
      create index decision_log_subject on decision_log (region_id, subject_id, seq);
      create index decision_log_case on decision_log (region_id, case_id, seq);
      ${tenant('decision_log', 'select, insert')}

      create table decision_log_commitment (
        commitment text not null,
        region_id uuid not null references region,
        person_id uuid not null,
        salt text not null,
        primary key (region_id, commitment)
      );
      create index decision_log_commitment_person on decision_log_commitment (region_id, person_id);
      ${tenant('decision_log_commitment')}

      -- Appends one entry and moves the head. The head's row lock makes the chain a chain: one writer per region at a
      -- time, from here to the commit. hash = sha256(previous hash || seq as 8 bytes || entry as UTF-8) (R31).
      create function append_decision_log(p_region uuid, p_entry text, p_subject uuid, p_case uuid) returns bigint
        language plpgsql as $$
        declare head decision_log_head; next_seq bigint; next_hash bytea;
        begin
          insert into decision_log_head values (p_region, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
          select * into head from decision_log_head where region_id = p_region for update;
          next_seq := head.seq + 1;
          next_hash := sha256(head.hash || int8send(next_seq) || convert_to(p_entry, 'UTF8'));
          insert into decision_log (region_id, seq, entry, previous_hash, hash, subject_id, case_id)
            values (p_region, next_seq, p_entry, head.hash, next_hash, p_subject, p_case);
          update decision_log_head set seq = next_seq, hash = next_hash where region_id = p_region;
          return next_seq;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function append_decision_log(uuid, text, uuid, uuid);
      drop table decision_log_commitment, decision_log, decision_log_head, outbox_delivery, outbox_event,
        idempotency_key, region;
      drop function samanker_today();
      drop function samanker_now();
      drop table domain_clock;
    `);
  }
}
