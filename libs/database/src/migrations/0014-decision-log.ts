import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** What stands beside an entry of the log so that it can be found, and what was in 0001 in its place. */
const APPEND_OF_FOUNDATION = `
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
    end $$;`;

/**
 * A log that can be trusted: it only grows, through one function; checkpoints are signed; entries can be found by verb,
 * organisation and time.
 */
export class DecisionLog1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision_log add verb text, add organisation_id uuid, add at timestamptz;
      alter table decision_log no force row level security;
      update decision_log set verb = entry::json->>'verb', at = (entry::json->>'at')::timestamptz,
        organisation_id = (entry::json->>'for')::uuid;
      alter table decision_log force row level security;
      alter table decision_log alter verb set not null, alter at set not null;
      create index decision_log_organisation on decision_log (region_id, organisation_id, seq);
      create index decision_log_verb on decision_log (region_id, verb, seq);
      create index decision_log_at on decision_log (region_id, at);
      -- The head holds the region in place; looking it up again for each entry would only lengthen the lock.
      alter table decision_log drop constraint decision_log_region_id_fkey;
      alter table decision_log_head set (fillfactor = 10);

      -- Appends entries, each with what it is found by, and moves the head: one writer per region at a time, from here to
      -- the commit. It is the only way to write: it runs with its owner's rights, only in the region of the setting, and
      -- row-level security binds the owner too (R30). hash = sha256(previous hash || seq as 8 bytes || entry as UTF-8) (R31).
      -- The advisory lock only orders those who wait: a queue for it is cheaper than one for a row.
      drop function append_decision_log(uuid, text, uuid, uuid);
      create function append_decision_log(p_entries text[], p_at timestamptz, p_verbs text[], p_subjects uuid[],
          p_cases uuid[], p_organisations uuid[]) returns void
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        declare region uuid := nullif(current_setting('samanker.region', true), '')::uuid;
        begin
          if region is null then raise exception 'no region is set'; end if;
          perform pg_advisory_xact_lock(hashtextextended(region::text, 14));
          for i in 1 .. cardinality(p_entries) loop
            with moved as (
              update public.decision_log_head h
              set seq = h.seq + 1, hash = sha256(h.hash || int8send(h.seq + 1) || convert_to(p_entries[i], 'UTF8'))
              where h.region_id = region returning old.hash as previous, new.seq, new.hash)
            insert into public.decision_log
              (region_id, seq, entry, previous_hash, hash, subject_id, case_id, verb, organisation_id, at)
            select region, m.seq, p_entries[i], m.previous, m.hash, p_subjects[i], p_cases[i], p_verbs[i],
              p_organisations[i], p_at from moved m;
            if not found then
              with first as (
                insert into public.decision_log_head (region_id, seq, hash)
                values (region, 1, sha256(decode(repeat('00', 32), 'hex') || int8send(1) || convert_to(p_entries[i], 'UTF8')))
                returning seq, hash)
              insert into public.decision_log
                (region_id, seq, entry, previous_hash, hash, subject_id, case_id, verb, organisation_id, at)
              select region, f.seq, p_entries[i], decode(repeat('00', 32), 'hex'), f.hash, p_subjects[i], p_cases[i],
                p_verbs[i], p_organisations[i], p_at from first f;
            end if;
          end loop;
        end $$;
      revoke all on function append_decision_log(text[], timestamptz, text[], uuid[], uuid[], uuid[]) from public;
      grant execute on function append_decision_log(text[], timestamptz, text[], uuid[], uuid[], uuid[]) to samanker_app;
      revoke insert, update on decision_log_head from samanker_app;
      revoke insert on decision_log from samanker_app;

      -- The public halves of the keys that have signed, so that old checkpoints can be checked for ever. Which of them is
      -- to be believed is said by settings, not by this table.
      create table decision_log_key (
        region_id uuid not null references region,
        key_id text not null check (key_id ~ '^[0-9a-f]{64}$'),
        public_key text not null,
        first_used_at timestamptz not null default now(),
        primary key (region_id, key_id)
      );
      ${tenant('decision_log_key', 'select, insert')}

      -- A signed statement of how long the chain was and what it ended in. "text" is what was signed, letter by letter.
      create table decision_log_checkpoint (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        number integer not null check (number > 0),
        seq bigint not null check (seq > 0),
        head_hash bytea not null,
        daily boolean not null,
        made_at timestamptz not null default now(),
        text text not null,
        key_id text not null,
        signature bytea not null,
        unique (region_id, number),
        foreign key (region_id, key_id) references decision_log_key
      );
      create index decision_log_checkpoint_key on decision_log_checkpoint (region_id, key_id);
      ${tenant('decision_log_checkpoint', 'select, insert')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table decision_log_checkpoint, decision_log_key;
      drop function append_decision_log(text[], timestamptz, text[], uuid[], uuid[], uuid[]);
      ${APPEND_OF_FOUNDATION}
      grant insert, update on decision_log_head to samanker_app;
      grant insert on decision_log to samanker_app;
      alter table decision_log_head reset (fillfactor);
      alter table decision_log add constraint decision_log_region_id_fkey foreign key (region_id) references region;
      drop index decision_log_organisation, decision_log_verb, decision_log_at;
      alter table decision_log drop verb, drop organisation_id, drop at;`);
  }
}
