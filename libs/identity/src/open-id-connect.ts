import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';

/** How the service is known to a provider of log-ins. */
export interface ProviderSettings {
  /** The provider's own name for itself: where its metadata is found, and what its tokens must say. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: () => string;
  /** What is asked for; never a national identity number. */
  readonly scope: string;
  /** Which right to act for organisations is asked for (RFC 9396), for Ansattporten; empty: none. */
  readonly authorizationDetails: readonly { readonly type: string }[];
  /** Its name on the button. */
  readonly name: string;
}

/** What log-in has to know of its surroundings. */
export interface LogInSettings {
  /** The address that people open; the provider sends them back there and nowhere else. */
  readonly publicUrl: string;
  readonly production: boolean;
  /** Null where no provider is set up. */
  readonly provider: ProviderSettings | null;
}

export const LOG_IN_SETTINGS = Symbol('LOG_IN_SETTINGS');

/** What the provider must return unchanged, or must have seen a hash of. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who somebody is to the provider: verified, and nothing but what is needed. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The provider does not answer, or not as its own metadata says. */
export class ProviderAway extends Error {}

/** What came back is not what a trustworthy provider would send: wrong signature, audience, nonce, … */
export class NotTrusted extends Error {}

/** Asymmetric only: with HS256 the "signature" is made with something that others may know, with none there is none. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const SECONDS_TO_ANSWER = 5;
const METADATA_LIVES_MS = 3_600_000;

/** Speaks OpenID Connect with the one provider that is set up: authorization code with PKCE. */
@Injectable()
export class OpenIdConnect {
  private found: {
    readonly config: Promise<client.Configuration>;
    readonly secret: string;
    readonly at: number;
  } | null = null;

  constructor(@Inject(LOG_IN_SETTINGS) private readonly settings: LogInSettings) {}

  get provider(): ProviderSettings | null {
    return this.settings.provider;
  }

  /** Where the provider sends people back to. */
  get redirectUri(): string {
    return `${this.settings.publicUrl}/log-in/callback`;
  }

  /**
   * The address to begin at, when somebody under development came by another name of this machine: cookies of one name
   * are not sent to the other, where the provider sends people back to.
   */
  elsewhere(host: string | undefined): string | null {
    const { publicUrl, production } = this.settings;
    const { host: own, hostname } = new URL(publicUrl);
    return !production && host !== own && LOOPBACK.includes(hostname) ? publicUrl : null;
  }

  /** Whether the provider is a program on this machine, for development. */
  get isStandIn(): boolean {
    const { provider, production } = this.settings;
    return provider !== null && !production && LOOPBACK.includes(new URL(provider.issuer).hostname);
  }

  /** New random values for one log-in. */
  newChecks(): Checks {
    return { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
  }

  /** The address at the provider that a person is sent to; `asSomebodyElse` asks it not to take who was there last. */
  async authorizationAddress({ state, nonce, codeVerifier }: Checks, asSomebodyElse: boolean): Promise<URL> {
    const { scope, authorizationDetails } = this.demandProvider();
    return client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(asSomebodyElse ? { prompt: 'login' } : {}),
      ...(authorizationDetails.length > 0 ? { authorization_details: JSON.stringify(authorizationDetails) } : {}),
    });
  }

  /** Exchanges the code that came back, and verifies everything that can be verified. `query` begins with `?`. */
  async identityOf(query: string, { state, nonce, codeVerifier }: Checks): Promise<ProviderIdentity> {
    const config = await this.configuration();
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(this.redirectUri + query), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      // OpenID Connect Core 2: at most 255 ASCII characters.
      if (!/^[\x21-\x7e]{1,255}$/.test(claims.sub)) throw new NotTrusted('subject');
      const more = claims.email === undefined ? await this.userInfo(config, tokens.access_token, claims.sub) : {};
      return { issuer: claims.iss, subject: claims.sub, claims: { ...more, ...claims } };
    } catch (error) {
      if (error instanceof NotTrusted) throw error;
      throw isAway(error) ? new ProviderAway(codeOf(error)) : new NotTrusted(codeOf(error));
    }
  }

  /** Where the person's session at the provider is ended too; null where it offers no such place. */
  async endSessionAddress(): Promise<string | null> {
    if (!this.settings.provider) return null;
    try {
      const config = await this.configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      // Without id_token_hint: a token that names the person is not kept for hours only to be shown again.
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${this.settings.publicUrl}/` }).href;
    } catch {
      return null;
    }
  }

  /** Some providers tell the address only here. An answer about another subject is refused; no answer is no address. */
  private async userInfo(config: client.Configuration, accessToken: string, subject: string): Promise<object> {
    const asked = this.demandProvider().scope.split(/\s+/).includes('email');
    if (!asked || !config.serverMetadata().userinfo_endpoint) return {};
    try {
      const { email, email_verified } = await client.fetchUserInfo(config, accessToken, subject);
      return { email, email_verified };
    } catch (error) {
      if ((error as { code?: string }).code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') throw error;
      return {};
    }
  }

  private demandProvider(): ProviderSettings {
    if (!this.settings.provider) throw new ProviderAway('not set up');
    return this.settings.provider;
  }

  /** The provider's metadata, read again after an hour, after a failure, and when our secret has been exchanged. */
  private configuration(): Promise<client.Configuration> {
    const secret = this.demandProvider().clientSecret();
    const now = performance.now();
    if (this.found && this.found.secret === secret && now - this.found.at < METADATA_LIVES_MS) return this.found.config;
    const config = this.discover(secret);
    const found = { config, secret, at: now };
    this.found = found;
    config.catch(() => {
      if (this.found === found) this.found = null;
    });
    return config;
  }

  private async discover(secret: string): Promise<client.Configuration> {
    const { issuer, clientId } = this.demandProvider();
    const server = new URL(issuer);
    // A provider on this machine is one under development or test.
    const execute = !this.settings.production && server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    try {
      const found = await client.discovery(server, clientId, secret, undefined, {
        execute,
        timeout: SECONDS_TO_ANSWER,
      });
      const { supportsPKCE: _method, ...metadata } = found.serverMetadata();
      const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
      const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      const config = new client.Configuration(
        { ...metadata, id_token_signing_alg_values_supported: offered.filter((name) => ALGORITHMS.includes(name)) },
        clientId,
        secret,
        methods.includes('client_secret_basic') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret),
      );
      config.timeout = SECONDS_TO_ANSWER;
      // TLS alone says who answered; the signature says who wrote it.
      client.enableNonRepudiationChecks(config);
      for (const extension of execute) extension(config);
      return config;
    } catch (error) {
      throw new ProviderAway(codeOf(error));
    }
  }
}

/** What may be logged of an error of the library: its code. The text may repeat what the provider sent. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ');
}

function isAway(error: unknown): boolean {
  const { code, name, cause } = error as { code?: string; name?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError' || name === 'AbortError') return true;
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return ((cause as { status?: number })?.status ?? 0) >= 500;
  return error instanceof TypeError && /fetch failed/.test(error.message);
}
