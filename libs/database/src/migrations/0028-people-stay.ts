import type { MigrationInterface, QueryRunner } from 'typeorm';

/** S3, S12: whoever serves people removes none. An erasure ends as the role of sweeps, which the API of production does not have. */
export class PeopleStay1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on person from samanker_app;
      grant select (id), delete on person to samanker_sweeper;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (id), delete on person from samanker_sweeper;
      grant delete on person to samanker_app;`);
  }
}
