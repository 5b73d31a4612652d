import { createServer } from 'node:http';
import { demoPeopleAt } from './people';
import { standInProvider } from './provider';

/** The stand-in provider as a program of `npm start`: development only. */
async function main(): Promise<void> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL } = process.env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL)
    throw new Error('The stand-in provider is started by "npm start", which tells it who it is.');
  const answer = await standInProvider({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    serviceUrl: PUBLIC_URL,
    people: () => demoPeopleAt(PUBLIC_URL),
  });
  const server = createServer(answer);
  server.listen(Number(new URL(OIDC_ISSUER).port), 'localhost', () => process.send?.('ready'));
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.on(signal as NodeJS.Signals, () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
