import { comesFromAnotherSite } from './cross-site.rules';

const own = ['https://samanker.example.no'];

describe('what a page of another site may send (S5)', () => {
  it.each([
    ['a reading request from anywhere', { method: 'GET', origin: 'https://evil.example', fetchSite: 'cross-site' }],
    ['a program, which names no page', { method: 'POST', host: 'samanker.example.no' }],
    ['our own page', { method: 'POST', origin: own[0], fetchSite: 'same-origin' }],
    ['our own page in a browser without Sec-Fetch-Site', { method: 'POST', origin: own[0] }],
  ])('passes: %s', (_, sender) => expect(comesFromAnotherSite(sender, own, false)).toBe(false));

  it.each([
    ['another origin', { method: 'POST', origin: 'https://evil.example' }],
    ['an origin that begins like ours', { method: 'POST', origin: 'https://samanker.example.no.evil.example' }],
    ['our name without TLS', { method: 'POST', origin: 'http://samanker.example.no' }],
    ['our name on another port', { method: 'POST', origin: 'https://samanker.example.no:8443' }],
    ['a page without an origin', { method: 'POST', origin: 'null' }],
    ['a sister of our host', { method: 'POST', fetchSite: 'same-site' }],
    ['a site that hides its origin', { method: 'DELETE', fetchSite: 'cross-site' }],
    ['a forged Host', { method: 'POST', origin: 'https://evil.example', host: 'evil.example' }],
    ['a method nobody knows', { method: 'PROPFIND', origin: 'https://evil.example' }],
    ['what contradicts itself', { method: 'POST', origin: own[0], fetchSite: 'cross-site' }],
  ])('is refused: %s', (_, sender) => expect(comesFromAnotherSite(sender, own, false)).toBe(true));

  it('outside production a page of the very address that it asks passes too', () => {
    const sender = { method: 'POST', origin: 'http://127.0.0.1:41234', host: '127.0.0.1:41234' };
    expect(comesFromAnotherSite(sender, own, true)).toBe(false);
    expect(comesFromAnotherSite({ ...sender, host: '127.0.0.1:41235' }, own, true)).toBe(true);
  });
});
