import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R10: each level that is offered has a row of its own, so that a letter that went to one level stays to be seen when the
 * next is offered. R12: an offer ends in the same transaction in which its reason goes, by whichever way that happens.
 */
export class EscalationLevels1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table escalation_offer drop constraint escalation_offer_expectation_id_key,
        add constraint escalation_offer_level unique (expectation_id, role);

      create function lapse_escalation_offers() returns trigger language plpgsql as $$
        begin
          update escalation_offer set state = 'LAPSED', settled_at = samanker_now()
            where expectation_id = new.id and state = 'OFFERED';
          return null;
        end $$;
      create trigger expectation_lapses_offers after update of fulfilled_at, withdrawn_at, due_on on expectation
        for each row when (old.fulfilled_at is null and old.withdrawn_at is null
          and (new.fulfilled_at is not null or new.withdrawn_at is not null or new.due_on is distinct from old.due_on))
        execute function lapse_escalation_offers();

      alter table escalation_offer no force row level security;
      alter table expectation no force row level security;
      update escalation_offer o set state = 'LAPSED', settled_at = samanker_now() from expectation e
        where o.state = 'OFFERED' and e.id = o.expectation_id and (e.fulfilled_at is not null or e.withdrawn_at is not null);
      alter table escalation_offer force row level security;
      alter table expectation force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger expectation_lapses_offers on expectation;
      drop function lapse_escalation_offers();
      alter table escalation_offer no force row level security;
      delete from escalation_offer o using escalation_offer later
        where later.expectation_id = o.expectation_id and (later.offered_at, later.id) > (o.offered_at, o.id);
      alter table escalation_offer force row level security, drop constraint escalation_offer_level,
        add constraint escalation_offer_expectation_id_key unique (expectation_id);
    `);
  }
}
