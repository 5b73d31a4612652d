import 'reflect-metadata';
import { join } from 'node:path';
import type { ProviderSettings } from '@samanker/identity';
import { openStore } from '@samanker/attachment';
import { readMailSettings } from '@samanker/mail';
import { bucketKeys, readSettings, secretNow, secretsNow, withSecretFiles, type Settings } from '@samanker/settings';
import { createApi } from './api';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await createApi({
    databaseUrl: () => secretNow('DATABASE_URL') ?? settings.DATABASE_URL,
    sweeperUrl: settings.NODE_ENV === 'production' ? undefined : settings.SWEEPER_DATABASE_URL,
    mail: {
      ...readMailSettings(withSecretFiles(process.env).env),
      smtpUrlNow: () => secretNow('SMTP_URL') ?? settings.SMTP_URL,
    },
    logIn: { provider: providerOf(settings) },
    attachmentStore: openStore(settings.ATTACHMENT_STORE, bucketKeys),
    introspection: settings.NODE_ENV !== 'production',
    webFolder: join(__dirname, '../../../web'),
    operator: {
      name: settings.OPERATOR_NAME,
      email: settings.OPERATOR_EMAIL,
      phone: settings.OPERATOR_PHONE,
    },
    metricsTokens: () => secretsNow('METRICS_TOKEN'),
    rates: {
      requestsPerMinute: settings.REQUESTS_PER_MINUTE,
      redisUrl: settings.QUEUE_URL.startsWith('redis') ? settings.QUEUE_URL : undefined,
    },
    persisted: {
      only: settings.PERSISTED_ONLY,
      folders: [join(__dirname, '../../../persisted-operations'), settings.PERSISTED_OPERATIONS_DIR ?? ''].filter(
        Boolean,
      ),
    },
    trustedProxies: settings.TRUSTED_PROXIES,
    logLevel: settings.LOG_LEVEL,
  });
  await app.listen(settings.PORT, settings.HOST);
  process.send?.('ready');

  // Terminals and operators send it to say "look again": secrets in files are looked at whenever they are used.
  process.on('SIGHUP', () => undefined);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.on(signal as NodeJS.Signals, () => void stop());
}

function providerOf(settings: Settings): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: given } = settings;
  if (!issuer || !clientId || !given) return null;
  return {
    issuer,
    clientId,
    clientSecret: () => secretNow('OIDC_CLIENT_SECRET') ?? given,
    scope: settings.OIDC_SCOPE,
    authorizationDetails: settings.OIDC_AUTHORIZATION_DETAILS,
    name: settings.OIDC_NAME,
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
