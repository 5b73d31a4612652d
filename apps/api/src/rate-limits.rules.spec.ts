import { limitsOf, placeOf } from './rate-limits.rules';

const names = (method: string, path: string): string[] => limitsOf(method, path).map(({ name }) => name);

describe('how often one place may ask (S1)', () => {
  it.each([
    ['POST', '/graphql', ['session', 'address']],
    ['GET', '/', ['session', 'address']],
    ['GET', '/log-in', ['log-in', 'session', 'address']],
    ['GET', '/log-in/callback', ['log-in', 'session', 'address']],
    ['POST', '/log-out-everywhere', ['log-in', 'session', 'address']],
    ['POST', '/log-in/code/verify', ['code', 'log-in', 'session', 'address']],
    ['POST', '/log-in/code', ['code', 'log-in', 'session', 'address']],
    ['POST', '/log-in/token', ['token', 'log-in', 'session', 'address']],
    ['POST', '/oauth/token', ['token', 'session', 'address']],
    ['POST', '/token', ['token', 'session', 'address']],
    ['POST', '/attachments', ['upload', 'session', 'address']],
    ['GET', '/attachments/:id', ['session', 'address']],
    ['GET', '/volumes/:file', ['document', 'session', 'address']],
    ['GET', '/reports/:file', ['document', 'session', 'address']],
    ['GET', '/decision-log/:file', ['document', 'session', 'address']],
    ['GET', '/health/ready', []],
    ['GET', '/metrics', []],
  ])('%s %s', (method, path, limits) => expect(names(method, path)).toEqual(limits));

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is the place %s', (address, place) => expect(placeOf(address)).toBe(place));
});
