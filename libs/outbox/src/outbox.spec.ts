import { outboxSuite } from '../../../test/environment/outbox-suite';

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
