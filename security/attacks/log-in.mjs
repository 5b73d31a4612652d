// S5: nobody is led elsewhere by a log-in, nobody logs others in, and what has ended stays ended.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { Browser, SESSION } from './browser.mjs';

const ATTEMPT = `${SESSION}_log_in`;
const ELSEWHERE = [
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  '\\/\\/evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'http:evil.example',
  '@evil.example',
  '/tasks\r\nset-cookie: a=b',
  '/%2f/../..//evil.example',
  '///evil.example',
  '/log-out',
];

export const somebody = (target) =>
  target.people.find(({ roles, organisationNumber }) => organisationNumber && roles.includes('COORDINATOR'));
const another = (target) =>
  target.people.find(
    ({ roles, organisationNumber, personId }) =>
      organisationNumber && roles.includes('COORDINATOR') && personId !== somebody(target).personId,
  );

async function failed({ status, location }, ...because) {
  assert.equal(status, 302);
  assert.equal(location.pathname, '/log-in-failed');
  assert.ok(because.includes(location.searchParams.get('because')), location.href);
}

export const isOpen = async (target, token) =>
  (await target.graphql('{ me { personId } }', { token })).json?.data?.me?.personId !== undefined;

const callbacks = {
  'without a state': [
    'EXPIRED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      callback.searchParams.delete('state');
      return browser.visit(callback);
    },
  ],
  'with a state that was made up': [
    'EXPIRED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      callback.searchParams.set('state', randomBytes(32).toString('base64url'));
      return browser.visit(callback);
    },
  ],
  'for the second time': [
    'EXPIRED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      const mark = browser.cookie(ATTEMPT);
      assert.equal((await browser.visit(callback)).location.pathname, '/');
      const thief = new Browser(browser.target);
      thief.plant(ATTEMPT, mark);
      return thief.visit(callback);
    },
  ],
  'in the browser of somebody else (log-in CSRF)': [
    'EXPIRED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      const victim = new Browser(browser.target);
      await victim.visit('/log-in');
      return victim.visit(callback);
    },
  ],
  'in a browser that began nothing': [
    'EXPIRED',
    async (browser, person) => new Browser(browser.target).visit(await browser.chosen(person)),
  ],
  'eleven minutes after it began': [
    'EXPIRED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      await browser.target.sql(`update log_in_attempt set created_at = created_at - interval '11 minutes'`);
      return browser.visit(callback);
    },
    ['database'],
  ],
  'with the code of another log-in (code injection)': [
    'NOT_TRUSTED',
    async (browser, person) => {
      const stolen = await new Browser(browser.target).chosen(another(browser.target));
      const callback = await browser.chosen(person);
      callback.searchParams.set('code', stolen.searchParams.get('code'));
      return browser.visit(callback);
    },
  ],
  'with a code that was made up': [
    'NOT_TRUSTED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      callback.searchParams.set('code', randomBytes(32).toString('base64url'));
      return browser.visit(callback);
    },
  ],
  'that names another provider (mix-up)': [
    'NOT_TRUSTED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      callback.searchParams.set('iss', 'https://evil.example');
      return browser.visit(callback);
    },
  ],
  'with words of the provider’s that are a script': [
    'NOT_TRUSTED',
    async (browser, person) => {
      const callback = await browser.chosen(person);
      callback.search = `?state=${callback.searchParams.get('state')}&error=x&error_description=<script>alert(1)</script>`;
      const answer = await browser.visit(callback);
      assert.ok(!answer.said.includes('script') && !answer.text.includes('alert'), 'repeats it');
      return answer;
    },
  ],
};

export const cases = [
  ...ELSEWHERE.map((path, place) => ({
    name: `a log-in that is to end at ${JSON.stringify(path)}`,
    expects: 'ends on our own front page',
    quick: place % 2 === 0,
    attack: async (target) => {
      const browser = new Browser(target);
      const { location, status, headers } = await browser.logIn(
        somebody(target),
        `?return=${encodeURIComponent(path)}`,
      );
      assert.equal(status, 302);
      assert.equal(location.origin, new URL(target.url).origin);
      assert.equal(location.pathname, '/');
      assert.ok(headers.getSetCookie().every((line) => line.startsWith(SESSION)));
      assert.equal((await browser.me()).personId, somebody(target).personId);
    },
  })),
  ...Object.entries(callbacks).map(([name, [because, come, needs = []]], place) => ({
    name: `the provider sends somebody back ${name}`,
    expects: `no session; ${because} and no more is said`,
    quick: place % 2 === 1,
    needs,
    attack: async (target) => {
      const answer = await come(new Browser(target), somebody(target));
      await failed(answer, because);
      assert.ok(!answer.headers.getSetCookie().some((line) => line.startsWith(`${SESSION}=`) && !/=;/.test(line)));
    },
  })),
  {
    name: 'a session cookie that was set before the log-in (fixation)',
    expects: 'another token afterwards; the planted one opens nothing',
    quick: true,
    attack: async (target) => {
      const planted = randomBytes(32).toString('base64url');
      const browser = new Browser(target);
      browser.plant(SESSION, planted);
      await browser.logIn(somebody(target));
      assert.notEqual(browser.cookie(), planted);
      assert.equal(await isOpen(target, browser.cookie()), true);
      assert.equal(await isOpen(target, planted), false);
    },
  },
  {
    name: 'somebody’s own session is planted, and the victim logs in over it',
    expects: 'the victim is the victim; the planted session has ended',
    quick: false,
    attack: async (target) => {
      const planted = await target.freshToken(another(target));
      const browser = new Browser(target);
      browser.plant(SESSION, planted);
      await browser.logIn(somebody(target));
      assert.equal((await browser.me()).personId, somebody(target).personId);
      assert.equal(await isOpen(target, planted), false);
    },
  },
  {
    name: 'the cookies of a log-in',
    expects: '__Host-, Secure, HttpOnly, SameSite, path /, no domain, at most twelve hours',
    quick: true,
    attack: async (target) => {
      const browser = new Browser(target);
      const began = await browser.visit('/log-in');
      const ended = await browser.logIn(somebody(target));
      const lines = [...began.headers.getSetCookie(), ...ended.headers.getSetCookie()];
      assert.ok(lines.length >= 3);
      for (const line of lines) {
        assert.match(line, /^__Host-samanker(_log_in)?=[\w-]*; Path=\/; Secure; HttpOnly; SameSite=(Lax|Strict)/);
        assert.doesNotMatch(line, /domain=/i);
        assert.ok(Number(/Max-Age=(\d+)/.exec(line)[1]) <= 12 * 3_600);
      }
      assert.doesNotMatch(`${ended.said}${ended.text}`, new RegExp(browser.cookie()));
    },
  },
  {
    name: 'what is asked of the provider',
    expects: 'code, state, nonce and PKCE with S256; no two alike',
    quick: true,
    attack: async (target) => {
      const asked = [];
      for (let time = 0; time < 3; time++) {
        const { searchParams } = (await new Browser(target).visit('/log-in')).location;
        assert.equal(searchParams.get('response_type'), 'code');
        assert.equal(searchParams.get('code_challenge_method'), 'S256');
        assert.doesNotMatch(searchParams.get('scope'), /pid|ssn|national/i);
        for (const name of ['state', 'nonce', 'code_challenge']) asked.push(searchParams.get(name));
      }
      assert.equal(new Set(asked).size, 9);
      for (const value of asked) assert.match(value, /^[\w-]{43}$/);
    },
  },
  {
    name: 'log-out everywhere, from one of three devices',
    expects: 'all three have ended',
    quick: true,
    attack: async (target) => {
      const devices = [new Browser(target), new Browser(target), new Browser(target)];
      for (const device of devices) await device.logIn(somebody(target));
      const tokens = devices.map((device) => device.cookie());
      assert.equal((await devices[1].post('/log-out-everywhere')).status, 200);
      target.forgetTokens();
      for (const token of tokens) assert.equal(await isOpen(target, token), false);
    },
  },
  {
    name: 'a cookie that was kept from before the log-out',
    expects: 'opens nothing',
    quick: true,
    attack: async (target) => {
      const browser = new Browser(target);
      await browser.logIn(somebody(target));
      const kept = browser.cookie();
      assert.equal((await browser.post('/log-out')).status, 200);
      assert.equal(await isOpen(target, kept), false);
    },
  },
  ...[
    ['past its end', `expires_at = now() - interval '1 second'`],
    ['that nobody has used for long', `seen_at = now() - idle_limit - interval '1 second'`],
  ].map(([name, change]) => ({
    name: `a session ${name}`,
    expects: 'UNAUTHENTICATED, and no way to act for another organisation with it',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const browser = new Browser(target);
      await browser.logIn(somebody(target));
      const token = browser.cookie();
      const hash = createHash('sha256').update(token).digest();
      await target.sql(`update session set ${change} where token_hash = $1`, [hash]);
      const { json } = await target.graphql('{ me { personId } }', { token });
      assert.equal(json.errors[0].extensions.code, 'UNAUTHENTICATED');
      browser.plant(SESSION, token);
      assert.equal((await browser.visit('/act-for')).status, 401);
    },
  })),
  {
    name: 'a thief of a copy of the database logs in with what stands there',
    expects: 'the hash of a token opens nothing, in any spelling',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      await target.freshToken(somebody(target));
      const rows = await target.sql('select token_hash from session order by created_at desc limit 5');
      for (const { token_hash: hash } of rows)
        for (const spelling of ['hex', 'base64', 'base64url', 'latin1'])
          assert.equal(await isOpen(target, hash.toString(spelling).replace(/[^\x21-\x7e]/g, 'x')), false);
    },
  },
  {
    name: 'a token in the address',
    expects: 'opens nothing there',
    quick: false,
    attack: async (target) => {
      const token = await target.freshToken(somebody(target));
      for (const name of ['token', 'access_token', 'session'])
        assert.equal((await target.fetch(`/act-for?${name}=${token}`)).status, 401);
    },
  },
];
