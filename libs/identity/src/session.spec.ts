import type { DataSource } from 'typeorm';
import { openSession, sessionCookie, sessionCookieOf, sessionTokenOf } from './session';

const TOKEN = 'A'.repeat(43);

describe('session', () => {
  it('travels under the __Host- prefix, over TLS, out of reach of scripts and of pages of other sites (S5)', () => {
    expect(sessionCookie(TOKEN)).toBe(
      `__Host-samanker=${TOKEN}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200`,
    );
    expect(sessionCookie(null)).toBe('__Host-samanker=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  it.each([
    [`__Host-samanker=${TOKEN}`, TOKEN],
    [`a=b; __Host-samanker=${TOKEN}; c=d`, TOKEN],
    [`x__Host-samanker=${TOKEN}`, null],
    [`samanker=${TOKEN}`, null],
    [`__host-samanker=${TOKEN}`, null],
    ['__Host-samanker=', null],
    [`a="__Host-samanker=${TOKEN}"`, null],
    [undefined, null],
  ])('of the header %s is read %s', (header, token) => {
    expect(sessionCookieOf(header)).toBe(token);
  });

  it('a bearer token goes before a cookie', () => {
    expect(sessionTokenOf({ authorization: 'Bearer x', cookie: `__Host-samanker=${TOKEN}` })).toBe('x');
    expect(sessionTokenOf({ authorization: 'Basic x', cookie: `__Host-samanker=${TOKEN}` })).toBe(TOKEN);
  });

  it('of the development log-in cannot be opened in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      const query = jest.fn();
      const session = { personId: 'p', regionId: 'r', organisationId: null };
      await expect(openSession({ query } as unknown as DataSource, session)).rejects.toThrow('production');
      expect(query).not.toHaveBeenCalled();
      await openSession({ query } as unknown as DataSource, { ...session, logIn: 'OIDC' });
      expect(query).toHaveBeenCalledTimes(1);
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
