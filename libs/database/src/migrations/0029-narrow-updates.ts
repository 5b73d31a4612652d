import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is ever changed in the tables that are the same for every region; all else of a row stands as it was made. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'email', 'phone', 'language'],
  session: ['seen_at'],
  identity_link: ['last_used_at'],
};

/** S3: whoever has the role that serves people can give nobody's session or log-in to another, nor make a program a person. */
export class NarrowUpdates1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(CHANGED))
      await runner.query(
        `revoke update on ${table} from samanker_app; grant update (${columns.join(', ')}) on ${table} to samanker_app`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(CHANGED))
      await runner.query(
        `revoke update (${columns.join(', ')}) on ${table} from samanker_app; grant update on ${table} to samanker_app`,
      );
  }
}
