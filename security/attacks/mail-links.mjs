// S7: a link in a mail shows something; it never does anything.
import assert from 'node:assert/strict';
import { changingNothing } from './verdict.mjs';

/** The links of the mails that were sent; until there are any, the pages that mails link to. */
async function links(target) {
  const found = new Set();
  for (const { id } of (await target.mails()).slice(0, 40)) {
    const { text } = await target.mail(id);
    for (const [, path] of text.matchAll(/https?:\/\/[^/\s]+(\/[\w/?=&.-]*)/g)) found.add(path);
  }
  if (found.size > 0) return [...found].slice(0, 20);
  const [{ id }] = await target.sql('select id from participation order by id limit 1');
  return ['/tasks', `/participations/${id}`];
}

const flipped = (path) => path.replace(/[0-9a-f](?=[^0-9a-f]*$)/, (digit) => (digit === '0' ? '1' : '0'));

const ways = {
  'ten GETs and ten HEADs by somebody logged in': async (target, path, token) => {
    for (let time = 0; time < 10; time++)
      for (const method of ['GET', 'HEAD']) {
        const { status } = await target.fetch(path, {
          method,
          headers: { cookie: `__Host-samanker=${token}`, authorization: `Bearer ${token}` },
        });
        assert.ok(status < 500, `${method} ${path}: ${status}`);
      }
  },
  'a forwarded mail: a stranger opens it': async (target, path) => {
    const { status, text } = await target.fetch(path);
    assert.ok(status < 500);
    assert.doesNotMatch(text, /Kristiansand|Arendal/);
  },
  'a flipped digit': async (target, path, token) => {
    const { status } = await target.fetch(flipped(path), { headers: { authorization: `Bearer ${token}` } });
    assert.ok(status < 500);
  },
  'a scanner that posts to what it finds': async (target, path) => {
    const { status } = await target.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    });
    assert.ok(status >= 400 && status < 500, String(status));
  },
  'a scanner that adds parameters': async (target, path, token) => {
    const { status } = await target.fetch(
      `${path}${path.includes('?') ? '&' : '?'}outcome=APPROVED&confirm=1&_method=DELETE`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    assert.ok(status < 500);
  },
};

export const cases = Object.entries(ways).map(([name, open]) => ({
  name,
  expects: 'no row changed',
  quick: true,
  needs: ['database'],
  attack: async (target) => {
    const token = await target.token({ role: 'COORDINATOR' });
    await changingNothing(target, async () => {
      for (const path of await links(target)) await open(target, path, token);
    });
  },
}));
