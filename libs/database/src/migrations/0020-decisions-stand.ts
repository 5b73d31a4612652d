import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be said of a decision later, marked as superseded, or taken out when a person is erased. Nothing else. */
const LATER = [
  ...['superseded_at', 'text', 'archive_case', 'archive_document', 'body_case', 'minutes_link', 'minutes_sha256'],
  ...['minutes_attachment_id', 'votes_for', 'votes_against', 'delegation_basis', 'exempt_basis', 'budget_coverage'],
  ...['resources_committed', 'recorded_by', 'on_behalf_because'],
].join(', ');

/** What was decided, by which step and when, is never overwritten: the role that serves people may not. */
export class DecisionsStand1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update, delete on decision from samanker_app;
      grant update (${LATER}) on decision to samanker_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (${LATER}) on decision from samanker_app;
      grant update, delete on decision to samanker_app;`);
  }
}
