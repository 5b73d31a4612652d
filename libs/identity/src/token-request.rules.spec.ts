import { grantedScopes, INVALID_CLIENT, readTokenRequest } from './token-request.rules';

const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const GRANT = { grant_type: 'client_credentials' };

describe('a request for a token (RFC 6749)', () => {
  it('takes the client from the header or from the form', () => {
    const asked = { clientId: 'program', clientSecret: 's3 cret:+%', scopes: null };
    expect(readTokenRequest(basic('program', encodeURIComponent('s3 cret:+%')), GRANT)).toEqual(asked);
    expect(readTokenRequest(undefined, { ...GRANT, client_id: 'program', client_secret: 's3 cret:+%' })).toEqual(asked);
  });

  it('reads scopes once each', () => {
    expect(readTokenRequest(basic('a', 'b'), { ...GRANT, scope: 'read needs read' })).toMatchObject({
      scopes: ['read', 'needs'],
    });
    expect(readTokenRequest(basic('a', 'b'), { ...GRANT, scope: '' })).toMatchObject({ scopes: null });
  });

  it.each([
    ['no form', undefined, undefined, 'invalid_request'],
    ['a text', undefined, 'grant_type=client_credentials', 'invalid_request'],
    ['no grant', basic('a', 'b'), {}, 'invalid_request'],
    ['a password grant', basic('a', 'b'), { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a parameter twice', basic('a', 'b'), { ...GRANT, scope: ['read', 'needs'] }, 'invalid_request'],
    ['a parameter without end', basic('a', 'b'), { ...GRANT, scope: 'a'.repeat(1_001) }, 'invalid_request'],
    ['a scope in quotation marks', basic('a', 'b'), { ...GRANT, scope: '"read"' }, 'invalid_scope'],
    ['two spaces', basic('a', 'b'), { ...GRANT, scope: 'read  needs' }, 'invalid_scope'],
    ['secrets in both places', basic('a', 'b'), { ...GRANT, client_id: 'a', client_secret: 'b' }, 'invalid_request'],
    ['two clients', basic('a', 'b'), { ...GRANT, client_id: 'c' }, 'invalid_request'],
    ['nobody', undefined, GRANT, 'invalid_client'],
    ['no secret', undefined, { ...GRANT, client_id: 'a' }, 'invalid_client'],
    ['a bearer', 'Bearer abc', GRANT, 'invalid_client'],
    ['no colon', `Basic ${Buffer.from('ab').toString('base64')}`, GRANT, 'invalid_client'],
    ['a broken escape', basic('a', '%E0%A4%A'), GRANT, 'invalid_client'],
  ])('refuses %s', (_, header, form, error) => {
    expect(readTokenRequest(header, form)).toMatchObject({ error });
  });

  it('says the same of every unknown client, with 401', () => {
    expect(INVALID_CLIENT.status).toBe(401);
    expect(readTokenRequest(undefined, GRANT)).toBe(INVALID_CLIENT);
  });

  it('gives what is asked for and held, and refuses what is not held', () => {
    expect(grantedScopes(null, ['read', 'needs'])).toEqual(['read', 'needs']);
    expect(grantedScopes(['needs'], ['read', 'needs'])).toEqual(['needs']);
    expect(grantedScopes(['needs', 'volumes'], ['read', 'needs'])).toMatchObject({ error: 'invalid_scope' });
  });
});
