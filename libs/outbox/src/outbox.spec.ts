import { testDatabase } from '../../../test/environment/database';
import { outboxSuite } from '../../../test/environment/outbox-suite';
import { JobQueue } from './job-queue';
import { migrateQueue } from './migrate-queue';

outboxSuite('PostgreSQL', async () => ({
  url: (db) => db.QUEUE_URL,
  lose: async (db) => {
    const { Client } = await import('pg');
    const admin = new Client({ connectionString: db.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<{ table: string }>(
      `select format('bullmq.%I', tablename) as table from pg_tables where schemaname = 'bullmq' and tablename like '%job%'`,
    );
    await admin.query(`truncate ${rows.map(({ table }) => table).join(', ')} cascade`);
    await admin.end();
  },
  close: async () => undefined,
}));

describe('the tables of the queue', () => {
  it('can be brought up to date again after the app has used them', async () => {
    const db = await testDatabase();
    const queue = new JobQueue(db.QUEUE_URL);
    try {
      await queue.ring([{ id: '01900000-0000-7000-8000-000000000001_0', job: 'do-work' }]);
      await expect(migrateQueue(db.MIGRATOR_DATABASE_URL, db.QUEUE_URL)).resolves.toBeUndefined();
    } finally {
      await queue.close();
      await db.drop();
    }
  });
});
