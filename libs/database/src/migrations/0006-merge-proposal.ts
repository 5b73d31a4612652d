import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The terms that the first acceptance of a merge proposal sets and the second confirms (R29). */
export class MergeProposal1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table merge_proposal add terms jsonb;
      create index merge_proposal_state on merge_proposal (region_id, state);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index merge_proposal_state;
      alter table merge_proposal drop terms;
    `);
  }
}
