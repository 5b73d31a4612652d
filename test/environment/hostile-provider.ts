import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { CLIENT } from './log-in-ground';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** What one hostile answer is made of; what is left out is as an honest provider would have it. */
export interface Hostility {
  readonly claims?: (honest: JWTPayload) => JWTPayload;
  /** Signs with something else than the provider’s key. */
  readonly sign?: (claims: JWTPayload, keys: HostileKeys) => Promise<string>;
  /** The whole answer of the token endpoint. */
  readonly answer?: (honest: object) => { status?: number; body: unknown };
  readonly metadata?: (honest: Record<string, unknown>) => Record<string, unknown>;
  readonly userInfo?: object;
}

/** Keys of the provider, and one that is nobody’s. */
export interface HostileKeys {
  readonly own: Key;
  readonly foreign: Key;
  /** The public key as everybody can read it. */
  readonly published: string;
}

/** A provider that signs what it is told, and checks the verifier as a provider must. */
export class HostileProvider {
  hostility: Hostility = {};
  /** What the service sent to the token endpoint last. */
  exchanged: URLSearchParams | null = null;
  private readonly made = HostileProvider.keys();

  constructor(
    readonly issuer: string,
    /** What the provider was asked with when the person was sent to it. */
    private readonly asked: { nonce: string | null; challenge: string | null } = { nonce: null, challenge: null },
  ) {}

  private static async keys() {
    const [own, foreign] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256')];
    const published = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    return {
      keys: { own: own.privateKey, foreign: foreign.privateKey, published: JSON.stringify(published) },
      published,
    };
  }

  /** The service was sent here with these parameters. */
  remember(parameters: URLSearchParams): void {
    this.asked.nonce = parameters.get('nonce');
    this.asked.challenge = parameters.get('code_challenge');
    this.exchanged = null;
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    void this.reply(request).then(({ status = 200, body }) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };

  private async reply(request: IncomingMessage): Promise<{ status?: number; body: unknown }> {
    const path = new URL(request.url ?? '/', this.issuer).pathname;
    const { keys, published } = await this.made;
    if (path === '/.well-known/openid-configuration') return { body: this.metadata() };
    if (path === '/jwks') return { body: { keys: [published] } };
    if (path === '/me') return { body: this.hostility.userInfo ?? {} };
    if (path !== '/token') return { status: 404, body: {} };
    let form = '';
    for await (const chunk of request) form += String(chunk);
    this.exchanged = new URLSearchParams(form);
    const { claims = (honest) => honest, sign = signed, answer } = this.hostility;
    const honest = {
      access_token: 'opaque',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await sign(claims(this.claims()), keys),
    };
    return answer ? answer(honest) : { body: honest };
  }

  private claims(): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: CLIENT.clientId,
      sub: 'pairwise-subject',
      iat: now,
      exp: now + 60,
      nonce: this.asked.nonce!,
      email: 'kari@grimstad.example',
      email_verified: true,
      authorization_details: [
        { type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0192:910753614' } }] },
      ],
    };
  }

  private metadata(): Record<string, unknown> {
    const honest = {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/me`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
    return this.hostility.metadata ? this.hostility.metadata(honest) : honest;
  }
}

/** As an honest provider signs. */
export async function signed(claims: JWTPayload, { own }: HostileKeys): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(own);
}

/** With a key that the provider never published. */
export async function signedByAStranger(claims: JWTPayload, { foreign }: HostileKeys): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(foreign);
}

/** "Signed" by nobody. */
export async function unsigned(claims: JWTPayload): Promise<string> {
  return new UnsecuredJWT(claims).encode();
}

/** Signed with a secret that is none. */
export function hmac(secret: (keys: HostileKeys) => string) {
  return (claims: JWTPayload, keys: HostileKeys): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new TextEncoder().encode(secret(keys)));
}
