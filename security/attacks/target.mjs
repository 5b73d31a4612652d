// What is attacked: a running Samanker, reached as a stranger, as its people and (where a bar says so) as a superuser of
// its database. Nothing of the product is imported here.
import { connect } from 'node:net';

/** Tables that change without anybody asking: sweeps, mail, sessions in use. */
const OF_THE_WORKER = [
  ...['migrations', 'session', 'log_in_attempt', 'outbox_event', 'outbox_delivery', 'mail', 'reminder', 'expectation'],
  ...['escalation_offer', 'volume_total', 'volume_aggregation', 'decision_log_checkpoint'],
];

/** One answer, read whole. */
function answerOf(response, text, milliseconds) {
  let json = null;
  try {
    json = JSON.parse(text);
  } catch {
    // not everything is JSON
  }
  return { status: response.status, headers: response.headers, text, json, milliseconds };
}

export class Target {
  #tokens = new Map();

  /**
   * @param {{ url: string, people: object[], database: import('pg').Client | null,
   *   console: ((...words: string[]) => Promise<{ code: number, said: string }>) | null, folder: string | null }} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
  }

  async fetch(path, init = {}) {
    const began = performance.now();
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init });
    const text = await response.text();
    return answerOf(response, text, performance.now() - began);
  }

  /** Posts a document, or a raw body, to the GraphQL endpoint as somebody (a token) or nobody. */
  graphql(document, { variables, token, headers = {}, body } = {}) {
    return this.fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body ?? JSON.stringify({ query: document, variables }),
    });
  }

  /** The first person of the demo that fits. */
  person({ role, organisation, notOrganisation, region }) {
    const found = this.people.find(
      (one) =>
        (!role || one.roles.includes(role)) &&
        (!organisation || one.organisationName === organisation) &&
        (!notOrganisation || one.organisationName !== notOrganisation) &&
        (!region || one.regionName === region),
    );
    if (!found) throw new Error(`Nobody here is ${JSON.stringify({ role, organisation, notOrganisation, region })}.`);
    return found;
  }

  /** A session of that person, opened once and kept. */
  async token(wanted) {
    const person = this.person(wanted);
    const key = `${person.personId} ${person.organisationId}`;
    if (!this.#tokens.has(key)) this.#tokens.set(key, await this.freshToken(person));
    return this.#tokens.get(key);
  }

  /** After sessions of people have been ended: the next who asks gets new ones. */
  forgetTokens() {
    this.#tokens.clear();
  }

  /** A session of its own, for cases that end it. */
  async freshToken({ personId, organisationId }) {
    const { status, json } = await this.fetch('/development/log-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId, ...(organisationId ? { organisationId } : {}) }),
    });
    if (status !== 200) throw new Error(`The development log-in answered ${status}.`);
    return json.token;
  }

  /** The answer's data; anything else is a failed case. */
  async data(document, options) {
    const { status, json, text } = await this.graphql(document, options);
    if (status !== 200 || json?.errors || !json?.data) throw new Error(`${status}: ${text.slice(0, 300)}`);
    return json.data;
  }

  /** Bytes as they are, on a socket of their own; what came back until the end or the limit. */
  raw(bytes, limitMs = 3_000) {
    const { hostname, port } = new URL(this.url);
    return new Promise((done) => {
      let said = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (chunk) => (said += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => done(said));
      setTimeout(() => socket.destroy(), limitMs).unref();
    });
  }

  /** Every mail that the sink has taken: to whom the envelope said that it goes, and all of it. */
  async mails() {
    const mails = [];
    for (let offset = 0; ; offset += 200) {
      const { json } = await this.fetch(`/development/mailbox?limit=200&offset=${offset}`);
      mails.push(...json.messages);
      if (json.messages.length < 200) return mails;
    }
  }

  /** One mail in full: header lines, text, HTML. */
  async mail(id) {
    return (await this.fetch(`/development/mailbox/${id}`)).json;
  }

  async sql(text, values = []) {
    return (await this.database.query(text, values)).rows;
  }

  /** A line per table that people change; equal lines mean that nothing changed. What the worker does by itself is left out. */
  async state() {
    const tables = await this.sql(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all ($1) order by 1`,
      [OF_THE_WORKER],
    );
    const sums = [];
    for (const { name } of tables) {
      const [{ sum }] = await this.sql(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from "${name}" t`,
      );
      sums.push(`${name} ${sum}`);
    }
    return sums.join('\n');
  }
}
