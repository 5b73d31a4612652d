import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R3: a decision keeps its own limits, so that the one that supersedes it replaces them and the history still shows them;
 * and the limits that were missing, parts and share of cost. The participation holds those in force, as before.
 */
export class DecisionLimits1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table participation
        add limit_part_ids uuid[],
        add limit_share_of_cost numeric(5, 2) check (limit_share_of_cost >= 0 and limit_share_of_cost <= 100);
      alter table decision add limits jsonb check (jsonb_typeof(limits) = 'object');

      -- The owner sees the rows of every region only while row-level security is not forced upon it.
      alter table decision no force row level security;
      alter table anchoring_step no force row level security;
      alter table participation no force row level security;
      update decision d set limits = jsonb_strip_nulls(jsonb_build_object('total', p.limit_total::text,
          'perYear', p.limit_per_year::text, 'perInhabitantPerYear', p.limit_per_inhabitant_per_year::text,
          'latestEnd', p.limit_latest_end, 'hostOrganisationId', p.limit_host_organisation_id))
        from anchoring_step s join participation p on p.id = s.participation_id
        where s.id = d.step_id and s.weight = 'DECIDING' and d.superseded_at is null
          and d.outcome in ('APPROVED', 'APPROVED_WITH_CONDITIONS')
          and num_nonnulls(p.limit_total, p.limit_per_year, p.limit_per_inhabitant_per_year, p.limit_latest_end,
            p.limit_host_organisation_id) > 0;
      alter table decision force row level security;
      alter table anchoring_step force row level security;
      alter table participation force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision drop limits;
      alter table participation drop limit_part_ids, drop limit_share_of_cost;
    `);
  }
}
