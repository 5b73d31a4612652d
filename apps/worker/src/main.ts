import 'reflect-metadata';
import { openStore } from '@samanker/attachment';
import { readMailSettings } from '@samanker/mail';
import { bucketKeys, readSettings } from '@samanker/settings';
import { RunningWorker } from './worker';

async function main(): Promise<void> {
  const settings = readSettings();
  const worker = await RunningWorker.create({
    databaseUrl: settings.DATABASE_URL,
    sweeperUrl: settings.SWEEPER_DATABASE_URL,
    queueUrl: settings.QUEUE_URL,
    mail: readMailSettings(process.env),
    attachmentStore: openStore(settings.ATTACHMENT_STORE, bucketKeys),
    logLevel: settings.LOG_LEVEL,
  });
  await worker.start();
  process.send?.('ready');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.on(signal as NodeJS.Signals, () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
