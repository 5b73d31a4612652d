// A browser without a window: keeps cookies per host name as browsers do, goes where it is told, and can be robbed.
import assert from 'node:assert/strict';

export const SESSION = '__Host-samanker';

export class Browser {
  #jar = new Map();

  constructor(target) {
    this.target = target;
  }

  #cookiesAt(host) {
    if (!this.#jar.has(host)) this.#jar.set(host, new Map());
    return this.#jar.get(host);
  }

  /** One request; a redirect is not followed. */
  async visit(address, init = {}) {
    const url = new URL(address, this.target.url);
    const cookies = this.#cookiesAt(url.hostname);
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
      if (gone) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const said = response.headers.get('location');
    const location = said === null ? null : new URL(said, url);
    return { status: response.status, headers: response.headers, said, location, text: await response.text() };
  }

  /** Follows redirects until a page comes, or until the next would be of this path. */
  async follow(address, until = '\0') {
    let url = new URL(address, this.target.url);
    for (let hops = 0; hops < 12; hops++) {
      const visit = await this.visit(url);
      if (!visit.location || visit.status < 300 || visit.status > 399) return { visit, url };
      url = visit.location;
      if (url.pathname === until) return { visit, url };
    }
    throw new Error(`redirected for ever, last to ${url.href}`);
  }

  /** Chooses somebody at the provider, and stops before the service hears of it: the address to come back to. */
  async chosen({ personId, organisationNumber }, query = '') {
    const { url } = await this.follow(`/log-in${query}`);
    assert.notEqual(url.origin, new URL(this.target.url).origin, `not sent to the provider but to ${url.href}`);
    const choice = [personId, organisationNumber].filter(Boolean).join(' ');
    const { location } = await this.visit(url, { method: 'POST', body: new URLSearchParams({ choice }) });
    const { url: callback } = await this.follow(location, '/log-in/callback');
    assert.equal(callback.pathname, '/log-in/callback');
    return callback;
  }

  async logIn(person, query = '') {
    return this.visit(await this.chosen(person, query));
  }

  cookie(name = SESSION) {
    return this.#cookiesAt(new URL(this.target.url).hostname).get(name);
  }

  /** Puts a cookie there, as somebody else might have. */
  plant(name, value) {
    this.#cookiesAt(new URL(this.target.url).hostname).set(name, value);
  }

  /** Sends JSON from a page of the site itself. */
  post(path, body = {}) {
    return this.visit(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.target.url, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });
  }

  /** Whose session this is; null when it is nobody's. */
  async me() {
    const { text } = await this.post('/graphql', { query: '{ me { personId organisationId logIn } }' });
    return JSON.parse(text).data?.me ?? null;
  }
}
