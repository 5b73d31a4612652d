/** What came back: nothing is followed by itself. */
export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly location: URL | null;
  readonly text: string;
}

/** A browser without a window: keeps cookies per host name as browsers do, and goes where it is told. */
export class Visitor {
  private readonly jar = new Map<string, Map<string, string>>();

  /** One request; a redirect is not followed. */
  async visit(address: string | URL, init: RequestInit = {}): Promise<Visit> {
    const url = new URL(address);
    const cookies = this.cookiesAt(url.hostname);
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url.hostname, line);
    const location = response.headers.get('location');
    return {
      status: response.status,
      headers: response.headers,
      location: location === null ? null : new URL(location, url),
      text: await response.text(),
    };
  }

  /** Follows redirects until a page comes, or until the next would be of this path. */
  async follow(address: string | URL, until = '\0'): Promise<{ visit: Visit; url: URL }> {
    let url = new URL(address);
    for (let hops = 0; hops < 12; hops++) {
      const visit = await this.visit(url);
      if (!visit.location || visit.status < 300 || visit.status > 399) return { visit, url };
      url = visit.location;
      if (url.pathname === until) return { visit, url };
    }
    throw new Error(`Redirected for ever, last to ${url.href}`);
  }

  /** Sends a form, as a button in it would. */
  send(address: string | URL, fields: Record<string, string>): Promise<Visit> {
    return this.visit(address, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Sends JSON from a page of the site itself. */
  post(address: string | URL, body: unknown = {}, headers: Record<string, string> = {}): Promise<Visit> {
    const { origin } = new URL(address);
    return this.visit(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** The value of a cookie, if the host has given one. */
  cookie(host: string, name: string): string | undefined {
    return this.cookiesAt(host).get(name);
  }

  /** Puts a cookie there, as somebody else might have. */
  plant(host: string, name: string, value: string): void {
    this.cookiesAt(host).set(name, value);
  }

  private cookiesAt(host: string): Map<string, string> {
    const cookies = this.jar.get(host) ?? new Map<string, string>();
    this.jar.set(host, cookies);
    return cookies;
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const gone = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
    if (gone) this.cookiesAt(host).delete(pair.slice(0, at));
    else this.cookiesAt(host).set(pair.slice(0, at), pair.slice(at + 1));
  }
}
