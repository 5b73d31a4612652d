import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { choosePersonPage, logOutPage, plainPage, STYLE } from './pages';
import type { PersonAtProvider } from './people';

/** What the stand-in must know. */
export interface StandInSettings {
  /** Its own address. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Every secret that is good now, where one is being exchanged for another. */
  readonly goodSecrets?: () => readonly string[];
  /** Address of the service that people log in to. */
  readonly serviceUrl: string;
  /** Few providers tell a verified work address; for demos it is told unless this is false. */
  readonly tellsAddress?: boolean;
  /** Who can be chosen, as of now. */
  readonly people: () => Promise<readonly PersonAtProvider[]>;
}

/** Answers one request. */
export type Answers = (request: IncomingMessage, response: ServerResponse) => void;

const AUTHORITY = 'iso6523-actorid-upis';
const RESOURCE = 'urn:altinn:resource:samanker';
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
/** In seconds. */
const WORKDAY = 12 * 3_600;
const LONGEST_FORM = 4_096;

/** An account is a person who acts for an organisation first: both stand in its id. */
const split = (accountId: string): { personId: string; number: string | null } => {
  const [personId = '', number = null] = accountId.split(' ');
  return { personId, number };
};

/**
 * A real OpenID provider that plays Ansattporten: people are chosen from a list instead of logging in, their subjects are
 * pairwise, and it says for which organisations they may act. It does not exist in production.
 */
export async function standInProvider(settings: StandInSettings): Promise<Answers> {
  if (process.env.NODE_ENV === 'production') throw new Error('The stand-in provider does not exist in production.');
  const provider = new Provider(settings.issuer, await configuration(settings));
  const { goodSecrets } = settings;
  if (goodSecrets) provider.Client.prototype.compareClientSecret = (given) => goodSecrets().includes(given);
  const answer = provider.callback();
  return (request, response) => {
    const path = new URL(request.url ?? '/', settings.issuer).pathname;
    if (path === '/style.css') return void response.setHeader('content-type', 'text/css').end(STYLE);
    if (!path.startsWith('/interaction/')) return void answer(request, response);
    choose(provider, settings, request, response).catch(() => {
      response.statusCode = 400;
      send(response, plainPage('Innloggingen er ikke lenger i gang', 'Gå tilbake til Samanker og logg inn på nytt.'));
    });
  };
}

async function configuration({
  clientId,
  clientSecret,
  serviceUrl,
  people,
  tellsAddress = true,
}: StandInSettings): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const find = async (accountId: string): Promise<PersonAtProvider | undefined> =>
    (await people()).find(({ personId }) => personId === split(accountId).personId);
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${serviceUrl}/log-in/callback`],
        post_logout_redirect_uris: [`${serviceUrl}/`],
        id_token_signed_response_alg: 'ES256',
        subject_type: 'pairwise',
      },
    ],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx: KoaContextWithOIDC, accountId: string) =>
      createHash('sha256')
        .update(`stand-in ${split(accountId).personId}`)
        .digest('base64url'),
    // Like Ansattporten: names, addresses and organisations stand in the ID token.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'authorization_details'],
      profile: ['name', 'locale'],
      email: ['email', 'email_verified'],
    },
    ttl: { Interaction: 3_600, Session: WORKDAY, Grant: WORKDAY, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: KoaContextWithOIDC, form: string) => {
          ctx.body = logOutPage(form);
        },
        postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => {
          ctx.body = plainPage('Du er logget ut', 'Du kan lukke vinduet.');
        },
      },
    },
    interactions: { url: (_ctx: KoaContextWithOIDC, { uid }: { uid: string }) => `/interaction/${uid}` },
    async findAccount(_ctx: KoaContextWithOIDC, accountId: string) {
      const person = await find(accountId);
      if (!person) return undefined;
      return {
        accountId,
        claims: () => ({
          sub: accountId,
          name: person.name,
          locale: 'nb',
          ...(tellsAddress ? { email: person.email, email_verified: true } : {}),
          authorization_details: detailsOf(person, split(accountId).number),
        }),
      };
    },
    // The service is known: nobody is asked what it may see.
    async loadExistingGrant({ oidc }: KoaContextWithOIDC) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError(ctx: KoaContextWithOIDC, { error }: { error: string }) {
      ctx.type = 'html';
      ctx.body = plainPage(
        'Innloggingen kan ikke fortsette',
        `Gå tilbake til Samanker og logg inn på nytt (${error}).`,
      );
    },
  } as unknown as Configuration;
}

/** The chosen organisation first, then the others of the person. */
function detailsOf(person: PersonAtProvider, first: string | null): object[] {
  const ranked = [...person.organisations].sort((a, b) => Number(b.number === first) - Number(a.number === first));
  const parties = ranked.map(({ number, name }) => ({ orgno: { authority: AUTHORITY, ID: `0192:${number}` }, name }));
  return [{ type: 'ansattporten:altinn:resource', resource: RESOURCE, authorized_parties: parties }];
}

async function choose(
  provider: Provider,
  { people }: StandInSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const { prompt } = await provider.interactionDetails(request, response);
  if (prompt.name !== 'login') throw new Error('Only log-ins are asked for.');
  if (request.method !== 'POST')
    return send(response, choosePersonPage(url.pathname, await people(), url.searchParams.get('q') ?? ''));
  const accountId = new URLSearchParams(await formOf(request)).get('choice');
  await provider.interactionFinished(
    request,
    response,
    accountId ? { login: { accountId, remember: false } } : { error: 'access_denied', error_description: 'avbrutt' },
  );
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new Error('The form is too long.');
  }
  return text;
}

function send(response: ServerResponse, html: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', POLICY).end(html);
}
