import { createServer, type RequestListener, type Server } from 'node:http';
import type { ProviderSettings } from '@samanker/identity';
import { peopleOf, type DemoRow } from '../../apps/log-in-provider/src/people';
import type * as StandIn from '../../apps/log-in-provider/src/provider';
import { freePort } from './programs';
import { startSamanker, type SamankerUnderTest, type StartOptions } from './samanker';

/** The kind of right that the tests ask the provider for. */
export const ASKED = [{ type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:samanker' }];
export const CLIENT = { clientId: 'samanker', clientSecret: 'f3b1c0d2a94e4e3f8a61b7c1' };

/** How the service is told of a provider. */
export function providerAt(issuer: string, more: Partial<ProviderSettings> = {}): ProviderSettings {
  return {
    issuer,
    clientId: CLIENT.clientId,
    clientSecret: () => CLIENT.clientSecret,
    scope: 'openid profile email',
    authorizationDetails: ASKED,
    name: 'Ansattporten',
    ...more,
  };
}

/** The service with a provider of its own, both on this machine. */
export interface LogInGround {
  readonly env: SamankerUnderTest;
  /** Address of the service, as people open it. */
  readonly url: string;
  readonly issuer: string;
  /** Our secret at the provider, and those that are good there: while one is exchanged for another, two are. */
  readonly secrets: { ours: string; good: readonly string[] };
  stop(): Promise<void>;
}

/** Listens on a port of this machine. */
export async function listening(answer: RequestListener, port: number): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((listens) => server.listen(port, '127.0.0.1', listens));
  return server;
}

/** Starts the service on a port that is known beforehand, because the provider sends people back to it. */
export async function serviceWithProvider(
  provider: (issuerPort: number) => ProviderSettings,
  options: StartOptions = {},
): Promise<{ env: SamankerUnderTest; url: string; providerPort: number }> {
  const [port, providerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const env = await startSamanker({
    ...options,
    port,
    logIn: { publicUrl: url, provider: provider(providerPort) },
  });
  return { env, url, providerPort };
}

/** The stand-in; the library's advice for real providers is not repeated in every test. */
async function quietStandIn(settings: StandIn.StandInSettings): Promise<StandIn.Answers> {
  const silenced = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  try {
    const standIn = jest.requireActual<typeof StandIn>('../../apps/log-in-provider/src/provider');
    return await standIn.standInProvider(settings);
  } finally {
    silenced.mockRestore();
  }
}

/** The service with the stand-in of Ansattporten. */
export async function logInGround(options: StartOptions = {}, { tellsAddress = true } = {}): Promise<LogInGround> {
  const secrets: LogInGround['secrets'] = { ours: CLIENT.clientSecret, good: [CLIENT.clientSecret] };
  const { env, url, providerPort } = await serviceWithProvider(
    (port) => providerAt(`http://127.0.0.1:${port}`, { clientSecret: () => secrets.ours }),
    options,
  );
  const issuer = `http://127.0.0.1:${providerPort}`;
  const people = async () => peopleOf((await (await fetch(`${url}/development/people`)).json()) as DemoRow[]);
  const server = await listening(
    await quietStandIn({ issuer, serviceUrl: url, people, tellsAddress, ...CLIENT, goodSecrets: () => secrets.good }),
    providerPort,
  );
  return {
    env,
    url,
    issuer,
    secrets,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await env.stop();
    },
  };
}
