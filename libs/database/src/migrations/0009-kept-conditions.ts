import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A superseded decision keeps its conditions, which then count for nothing: both stay (R2). Sums of values have room for
 * the largest quantity at the highest price, from everybody.
 */
export class KeptConditions1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table condition add superseded_at timestamptz;
      alter table volume_total alter expected_value type numeric(30, 2), alter maximum_value type numeric(30, 2);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volume_total alter expected_value type numeric(20, 2), alter maximum_value type numeric(20, 2);
      alter table condition drop superseded_at;
    `);
  }
}
