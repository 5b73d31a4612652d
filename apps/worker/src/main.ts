import 'reflect-metadata';
import { openStore } from '@samanker/attachment';
import { readMailSettings } from '@samanker/mail';
import { bucketKeys, readSettings, secretNow, withSecretFiles } from '@samanker/settings';
import { RunningWorker } from './worker';

async function main(): Promise<void> {
  const settings = readSettings();
  const worker = await RunningWorker.create({
    databaseUrl: () => secretNow('DATABASE_URL') ?? settings.DATABASE_URL,
    sweeperUrl: () => secretNow('SWEEPER_DATABASE_URL') ?? settings.SWEEPER_DATABASE_URL,
    queueUrl: () => secretNow('QUEUE_URL') ?? secretNow('DATABASE_URL') ?? settings.QUEUE_URL,
    mail: {
      ...readMailSettings(withSecretFiles(process.env).env),
      smtpUrlNow: () => secretNow('SMTP_URL') ?? settings.SMTP_URL,
    },
    attachmentStore: openStore(settings.ATTACHMENT_STORE, bucketKeys),
    logLevel: settings.LOG_LEVEL,
  });
  await worker.start();
  process.send?.('ready');

  // Terminals and operators send it to say "look again": secrets in files are looked at whenever they are used.
  process.on('SIGHUP', () => undefined);

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
