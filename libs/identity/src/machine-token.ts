import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { regionOfClientId } from './machine-client.rules';
import { isSecretOf } from './machine-secret';
import { hashOfToken } from './session';
import { grantedScopes, INVALID_CLIENT, type TokenRefusal, type TokenRequest } from './token-request.rules';

/** Real seconds that an access token opens. */
const TOKEN_SECONDS = 3_600;

/** The answer to a program that has shown its secret (RFC 6749, 5.1). */
export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

interface Client {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly secretHash: Buffer;
  readonly previousSecretHash: Buffer | null;
  readonly scopes: string[];
  /** Whether it is neither revoked nor past its end. */
  readonly open: boolean;
}

/** Opens a session for a program that knows its secret; the token is kept as a hash like every other. */
export function issueToken(dataSource: DataSource, asked: TokenRequest): Promise<IssuedToken | TokenRefusal> {
  // An id that names no region is looked up in none, in the same way: no rows.
  const regionId = regionOfClientId(asked.clientId) ?? '00000000-0000-0000-0000-000000000000';
  return dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('samanker.region', $1, true)`, [regionId]);
    const [client]: (Client | undefined)[] = await manager.query(
      `select id, person_id as "personId", organisation_id as "organisationId", scopes, secret_hash as "secretHash",
         case when previous_valid_until > samanker_now() then previous_secret_hash end as "previousSecretHash",
         revoked_at is null and expires_at > samanker_now() as open
       from machine_client where client_id = $1`,
      [asked.clientId],
    );
    const known = isSecretOf(asked.clientSecret, [client?.secretHash ?? null, client?.previousSecretHash ?? null]);
    if (!client || !known || !client.open) return INVALID_CLIENT;
    const scopes = grantedScopes(asked.scopes, client.scopes);
    if ('error' in scopes) return scopes;
    const token = randomBytes(32).toString('base64url');
    await manager.query(
      `insert into session (token_hash, person_id, region_id, organisation_id, log_in, machine_client_id, scopes, idle_limit, expires_at)
       values ($1, $2, $3, $4, 'MACHINE', $5, $6, make_interval(secs => $7), now() + make_interval(secs => $7))`,
      [
        Buffer.from(hashOfToken(token), 'hex'),
        client.personId,
        regionId,
        client.organisationId,
        client.id,
        scopes,
        TOKEN_SECONDS,
      ],
    );
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: scopes.join(' ') };
  });
}
