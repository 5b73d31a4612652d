import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** Pausing a case, what is pushed down onto a participation, acts on behalf (R29), and drafts of volumes (R28). */
export class ParticipationAndVolume1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table procurement_case
        add stage_reason text not null default '' check (length(stage_reason) <= 2000),
        add stage_before_pause text check (stage_before_pause in ('PREPARING', 'INVITED'));

      -- Pushed down by higher words: the route's refusal by anchoring, yearly values per part by volume (R4).
      alter table participation
        add route_declined boolean not null default false,
        add volume_figures jsonb not null default '[]',
        add legality_review_demanded_on date,
        add choice_on_behalf_because text check (length(choice_on_behalf_because) <= 1000);

      alter table power_of_attorney
        add on_behalf_because text check (length(on_behalf_because) <= 1000),
        add withdrawn_because text check (length(withdrawn_because) <= 1000);

      alter table volume_declaration add on_behalf_because text check (length(on_behalf_because) <= 1000);

      -- Lines without a price: the sums of values leave them out, and say so.
      alter table volume_total add unpriced_lines integer not null default 0;

      -- Cells that a municipality has saved and not yet declared: its own until then (R28). volume_line is what is declared.
      create table volume_draft (
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        item_id uuid not null references volume_item,
        year integer not null check (year between 2000 and 2120),
        expected numeric(16, 4) not null check (expected >= 0 and expected <= 1000000000),
        maximum numeric(16, 4) check (maximum >= expected and maximum <= 1000000000),
        unit_price numeric(16, 2) check (unit_price >= 0),
        origin text not null check (origin in ('DECLARED', 'MODELLED')),
        primary key (participation_id, item_id, year)
      );
      ${tenant('volume_draft')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table volume_draft;
      alter table volume_total drop unpriced_lines;
      alter table volume_declaration drop on_behalf_because;
      alter table power_of_attorney drop on_behalf_because, drop withdrawn_because;
      alter table participation drop route_declined, drop volume_figures, drop legality_review_demanded_on,
        drop choice_on_behalf_because;
      alter table procurement_case drop stage_reason, drop stage_before_pause;
    `);
  }
}
