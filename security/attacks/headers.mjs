// S10: what every answer carries, and what strangers never see.
import assert from 'node:assert/strict';

const routes = {
  'the first page': '/',
  'a page': '/tasks',
  'a page that is not there': '/nowhere/at/all',
  'the API without a session': '/graphql',
  health: '/health/live',
  readiness: '/health/ready',
  metrics: '/metrics',
  'a path with a broken escape': '/%',
  'a path out of the folder': '/..%2f..%2fetc%2fpasswd',
  'a file of the system': '/.git/config',
  'an asset that is not there': '/assets/nothing.js',
  'a route of the log-in': '/log-in',
  'the exploring page': '/graphiql',
};

export const cases = [
  ...Object.entries(routes).map(([name, path]) => ({
    name: `headers of ${name} (${path})`,
    expects: 'a strict CSP, HSTS, nosniff, no framing, nothing about the server',
    quick: true,
    stranger: true,
    attack: async (target) => {
      const { headers, text } = await target.fetch(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /default-src '(self|none)'/);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*|https?:/);
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.ok(headers.get('referrer-policy'));
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
        assert.equal(headers.get(name), null, name);
      assert.doesNotMatch(text, /root:x:0|\[core\]/);
    },
  })),
  {
    name: 'source maps of every script of the first page',
    expects: '404 each',
    quick: true,
    stranger: true,
    attack: async (target) => {
      const { text } = await target.fetch('/');
      const scripts = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path);
      assert.ok(scripts.length > 0, 'the first page names no script');
      for (const script of scripts) {
        assert.equal((await target.fetch(script)).status, 200);
        assert.equal((await target.fetch(`${script}.map`)).status, 404, `${script}.map`);
      }
    },
  },
  {
    name: 'everything that the first page loads comes from the service itself',
    expects: 'no address of another server in page, scripts or styles that the browser would fetch',
    quick: true,
    stranger: true,
    attack: async (target) => {
      const { text } = await target.fetch('/');
      assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//);
      assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)[^>]*>\s*\S/, 'an inline script');
    },
  },
  {
    name: 'another site reads an answer (CORS)',
    expects: 'no permission, also for a preflight',
    quick: true,
    stranger: true,
    attack: async (target) => {
      for (const method of ['OPTIONS', 'POST', 'GET']) {
        const { headers } = await target.fetch('/graphql', {
          method,
          headers: {
            origin: 'https://evil.example',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type',
            'content-type': 'application/json',
          },
          ...(method === 'POST' ? { body: '{"query":"{ me { name } }"}' } : {}),
        });
        assert.equal(headers.get('access-control-allow-origin'), null, method);
      }
    },
  },
  {
    name: 'the forwarded address is made up',
    expects: 'served as ever; no part of it is repeated',
    quick: false,
    stranger: true,
    attack: async (target) => {
      const { status, text } = await target.fetch('/health/live', {
        headers: { 'x-forwarded-for': '203.0.113.99', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      });
      assert.equal(status, 200);
      assert.doesNotMatch(text, /evil|203\.0/);
    },
  },
];
