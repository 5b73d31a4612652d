// S5: pages of other sites change nothing, though the browser sends the cookie along.
import assert from 'node:assert/strict';
import { Browser, SESSION } from './browser.mjs';
import { somebody } from './log-in.mjs';

/** Everything that takes a POST, and a body that it would take from our own page. */
const POSTS = {
  '/graphql':
    '{"query":"mutation { declineEscalation(input: {offerId: \\"01900000-0000-7000-8000-00000000dead\\"}) { __typename } }"}',
  '/log-out': '{}',
  '/log-out-everywhere': '{}',
  '/act-for': '{"organisationId":null}',
  '/log-in/code': '{"email":"a@amli.example"}',
  '/log-in/code/verify': '{"email":"a@amli.example","code":"00000000"}',
  '/log-in/connect': '{"email":"a@amli.example"}',
  '/log-in/connect/verify': '{"email":"a@amli.example","code":"00000000"}',
  '/attachments?for=01900000-0000-7000-8000-00000000dead': '%PDF-1.7',
  '/oauth/token': 'grant_type=client_credentials',
  '/development/log-in': '{}',
  '/development/log-out': '{}',
};

const FROM_ELSEWHERE = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', 'content-type': 'text/plain' },
  { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
];

export const cases = [
  ...Object.entries(POSTS).map(([path, body], place) => ({
    name: `a page of another site posts to ${path.split('?')[0]} with the cookie`,
    expects: '403 each time; nothing changed, and the session stands',
    quick: place % 2 === 0,
    attack: async (target) => {
      const browser = new Browser(target);
      browser.plant(SESSION, await target.freshToken(somebody(target)));
      const sessions = async () =>
        target.database ? (await target.sql('select count(*)::int as n from session'))[0].n : 0;
      const before = [await sessions(), target.database && (await target.state())];
      for (const headers of FROM_ELSEWHERE) {
        const answer = await browser.visit(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        });
        assert.equal(answer.status, 403, `${JSON.stringify(headers)}: ${answer.status}`);
        assert.deepEqual(answer.headers.getSetCookie(), []);
      }
      assert.deepEqual([await sessions(), target.database && (await target.state())], before);
      assert.ok(await browser.me());
    },
  })),
  {
    name: 'another site changes something by GET, HEAD, OPTIONS, PUT, PATCH or DELETE',
    expects: 'no session ends, no row changes',
    quick: true,
    attack: async (target) => {
      const browser = new Browser(target);
      browser.plant(SESSION, await target.freshToken(somebody(target)));
      for (const path of ['/log-out', '/log-out-everywhere', '/act-for', '/graphql', '/attachments'])
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
          const { status, headers } = await browser.visit(path, {
            method,
            headers: { origin: 'https://evil.example' },
          });
          assert.ok(status < 500, `${method} ${path}: ${status}`);
          assert.deepEqual(headers.getSetCookie(), []);
        }
      assert.ok(await browser.me());
    },
  },
];
