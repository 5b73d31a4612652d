import { createPostgresBackend, withBackend } from 'bullmq';
import { Client } from 'pg';
import { QUEUE_SCHEMA } from './job-queue';

/**
 * Creates BullMQ's own tables as the owner, and lets the app's role use them: the role that runs jobs must not migrate.
 * Nothing to do when the queue is Redis.
 */
export async function migrateQueue(migratorUrl: string, queueUrl: string): Promise<void> {
  if (queueUrl.startsWith('redis')) return;
  const client = new Client({ connectionString: migratorUrl, options: '-c role=samanker_owner' });
  await client.connect();
  try {
    await client.query(`create schema if not exists ${QUEUE_SCHEMA}`);
    const { Queue } = withBackend(createPostgresBackend);
    const queue = new Queue('work', {
      connection: {
        connectionString: migratorUrl,
        schema: QUEUE_SCHEMA,
        migrate: true,
        max: 2,
        options: `-c role=samanker_owner -c search_path=${QUEUE_SCHEMA}`,
      } as never,
    });
    await queue.waitUntilReady();
    await queue.close();
    await client.query(`
      -- BullMQ makes a sequence per queue on first use, hence the right to create, in this schema only.
      grant usage, create on schema ${QUEUE_SCHEMA} to samanker_app;
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to samanker_app;
      -- Sequences that the app has made belong to it already, and are not the owner's to grant.
      do $$ declare own text; begin
        for own in select format('%I.%I', schemaname, sequencename) from pg_sequences
          where schemaname = '${QUEUE_SCHEMA}' and sequenceowner = current_user
        loop execute 'grant usage, select, update on sequence ' || own || ' to samanker_app'; end loop;
      end $$;
      grant execute on all functions in schema ${QUEUE_SCHEMA} to samanker_app;`);
  } finally {
    await client.end();
  }
}
