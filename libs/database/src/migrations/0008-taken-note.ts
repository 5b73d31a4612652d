import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One effective decision per step. TAKEN_NOTE ends an advisory step only: a body that decides may take note today and
 * decide later, so the index cannot count it.
 */
export class TakenNote1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index decision_effective;
      create unique index decision_effective on decision (step_id)
        where superseded_at is null and outcome not in ('DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'TAKEN_NOTE', 'SENT_UP');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index decision_effective;
      create unique index decision_effective on decision (step_id)
        where superseded_at is null and outcome not in ('DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA', 'SENT_UP');
    `);
  }
}
