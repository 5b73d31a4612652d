import { connect } from 'node:net';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

/** What an answer to a request that nobody should send may be: a short 4xx in JSON that tells nothing of the inside. */
function politelyRefused(status: number, type: string | null, body: string, echo?: string): void {
  expect({ status: Math.floor(status / 100), body }).toEqual({ status: 4, body });
  expect(type).toMatch(/^application\/(json|graphql-response\+json)/);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1024);
  expect(() => JSON.parse(body)).not.toThrow();
  expect(body).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.ts\b|\.js\b|stack/i);
  if (echo) expect(body).not.toContain(echo);
}

const bomb = (levels: number): string => {
  const fragments = Array.from({ length: levels }, (_, n) => `fragment F${n} on Me { ...F${n + 1} ...F${n + 1} }`);
  return `{ me { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Me { name }`;
};

describe('rude requests get a short 4xx in JSON, never a stack, an echo or a 5xx (S1)', () => {
  let env: SamankerUnderTest;
  let client: Client;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    const regionId = await aRegion(env);
    client = await env.as(await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }));
  });
  afterAll(() => env?.stop());

  async function send(
    body: string | Uint8Array | null,
    headers: Record<string, string> = {},
    method = 'POST',
    path = '/graphql',
  ) {
    const response = await fetch(`${env.url}${path}`, {
      method,
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${client.token}`,
        ...headers,
      },
      body,
    });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  }
  const sendQuery = (query: unknown, variables?: unknown) => send(JSON.stringify({ query, variables }));

  it.each<[string, string]>([
    ['100 aliases', `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: me { name }`).join(' ')} }`],
    ['100 times the same field', `{ me { ${'name '.repeat(5_000)} } }`],
    ['50 directives', `{ me { name ${'@include(if: true) '.repeat(50)} } }`],
    ['an unknown directive', '{ me { name @secret } }'],
    ['20 levels', `{ ${'a { '.repeat(20)} b ${'} '.repeat(20)} }`],
    ['3 000 levels', `{ ${'a{'.repeat(3_000)} b ${'}'.repeat(3_000)} }`],
    ['levels of introspection', `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`],
    ['a fragment bomb of 2^20', bomb(20)],
    ['a fragment bomb of 2^100', bomb(100)],
    ['a fragment in a circle', '{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }'],
    ['lists in lists', `{ organisations(on: ${'['.repeat(500)}${']'.repeat(500)}) { name } }`],
    ['a literal of 1 MB', `{ organisations(on: "${'x'.repeat(1_000_000)}") { name } }`],
    ['a name of 100 kB', `{ ${'y'.repeat(100_000)} }`],
    ['an unfinished string', '{ organisations(on: "secretly'],
    ['an unknown field', '{ unknown }'],
    ['nothing', ''],
    ['a comment alone', '# secretly'],
    ['two operations and no name', 'query A { me { name } } query B { me { name } }'],
    ['a subscription', 'subscription { me { name } }'],
    ['a NUL', '{ me { name } }\u0000'],
    ['the year 275761', '{ organisations(on: "+275761-01-01") { name } }'],
    ['a number where a date goes', '{ organisations(on: 20160101) { name } }'],
    ['a mutation that does not exist', 'mutation { unknown(input: {}) { id } }'],
    ['10 000 tokens', `{ ${'me { name } '.repeat(2_500)} }`],
  ])('a document with %s', async (_, document) => {
    const { status, type, text } = await sendQuery(document);
    politelyRefused(status, type, text, 'secretly');
  });

  it.each<[string, unknown]>([
    ['the year 275761', '+275761-01-01'],
    ['a year before 1900', '0001-01-01'],
    ['30 February', '2016-02-30'],
    ['a number', 17],
    ['a list', ['2016-01-01']],
    ['an object', { secretly: 1 }],
    ['a lone surrogate', '\ud800'],
    ['a NUL', '2016-01-01\u0000'],
    ['1 MB', 'secretly'.repeat(125_000)],
    ['truth', true],
  ])('a date that is %s', async (_, on) => {
    for (let time = 1; time <= 3; time++) {
      const { status, type, text } = await sendQuery('query ($on: LocalDate) { organisations(on: $on) { name } }', {
        on,
      });
      politelyRefused(status, type, text, 'secretly');
      expect(JSON.parse(text).errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'on' });
    }
  });

  it.each<[string, string | Uint8Array, Record<string, string>?]>([
    ['bad JSON', '{"query": "secretly'],
    ['half a word', 'tru'],
    ['an empty body', ''],
    ['nothing but null', 'null'],
    ['a number', '17'],
    ['a text', '"secretly"'],
    ['a list: batches are not taken', '[{"query":"{me{name}}"},{"query":"{me{name}}"}]'],
    ['an empty list', '[]'],
    ['no query', '{}'],
    ['a query that is a number', '{"query": 17}'],
    ['a query that is an object', '{"query": {"a": "secretly"}}'],
    ['variables that are a text', '{"query": "{me{name}}", "variables": "secretly"}'],
    ['variables that are a list', '{"query": "{me{name}}", "variables": []}'],
    ['extensions that are a text', '{"query": "{me{name}}", "extensions": "secretly"}'],
    ['an operation name that is a number', '{"query": "{me{name}}", "operationName": 3}'],
    ['an operation that is not there', '{"query": "{me{name}}", "operationName": "unknown"}'],
    ['a prototype', '{"query": "{me{name}}", "__proto__": {"a": 1}}'],
    ['a constructor', '{"query": "{me{name}}", "constructor": {"prototype": {"a": 1}}}'],
    ['a byte that is no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['an unknown charset', '{"query":"{me{name}}"}', { 'content-type': 'application/json; charset=secretly' }],
    ['text/plain', '{"query":"{me{name}}"}', { 'content-type': 'text/plain' }],
    ['a form', 'query=%7Bme%7Bname%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form of parts', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['application/graphql', '{me{name}}', { 'content-type': 'application/graphql' }],
    ['a content type that is none', '{"query":"{me{name}}"}', { 'content-type': 'secretly' }],
    ['a compressed body', '{"query":"{me{name}}"}', { 'content-encoding': 'gzip', 'content-type': 'application/json' }],
    ['a hash that was never kept', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"secretly"}}}'],
    ['3 MB', `{"query": "${'x'.repeat(3_000_000)}"}`],
    ['100 000 levels of JSON', `{"query":"{me{name}}","variables":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('a body with %s', async (_, body, headers: Record<string, string> = {}) => {
    const { status, type, text } = await send(body, headers);
    politelyRefused(status, type, text, 'secretly');
  });

  it('a GET changes nothing and is not taken from another page', async () => {
    const mutation = encodeURIComponent('mutation { registerNeed(input: {}) { __typename } }');
    for (const headers of [{}, { 'apollo-require-preflight': 'yes' }] as Record<string, string>[]) {
      const { status, type, text } = await send(null, headers, 'GET', `/graphql?query=${mutation}`);
      politelyRefused(status, type, text);
    }
    const { status, type, text } = await send(null, {}, 'GET', `/graphql?query=${encodeURIComponent('{me{name}}')}`);
    politelyRefused(status, type, text);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('the method %s', async (method) => {
    const { status, type, text } = await send(method === 'OPTIONS' ? null : '{"query":"{me{name}}"}', {}, method);
    politelyRefused(status, type, text);
  });

  it.each([
    ['/secretly'],
    ['/graphql/secretly'],
    ['/%00'],
    ['/%ff%fe'],
    ['/%'],
    ['/..%2f..%2fetc%2fpasswd'],
    ['/health/secretly'],
    ['/.git/config'],
    [`/${'x'.repeat(10_000)}`],
  ])('the path %s', async (path) => {
    const { status, type, text } = await send(null, {}, 'GET', path);
    politelyRefused(status, type, text, 'secretly');
  });

  it.each([
    ['no session', ''],
    ['a session that never was', `Bearer ${'a'.repeat(43)}`],
    ['a lone surrogate for a session', 'Bearer %ud800'],
    ['a session of 10 kB', `Bearer ${'b'.repeat(10_000)}`],
    ['quotes', `Bearer '; drop table session; --`],
  ])('%s', async (_, authorization) => {
    for (let time = 1; time <= 3; time++) {
      const { status, text } = await send('{"query":"{me{name}}"}', { authorization });
      expect(status).toBeLessThan(500);
      expect(text.length).toBeLessThan(1024);
      expect(JSON.parse(text).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it.each([
    ['is not HTTP at all', 'secretly secretly\r\n\r\n'],
    ['has a header of 100 kB', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'secretly'.repeat(12_500)}\r\n\r\n`],
    ['has two lengths', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  ])('a request that %s', async (_, raw) => {
    const { hostname, port } = new URL(env.url);
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(raw));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(text) : reject(error),
      );
      setTimeout(() => socket.destroy(), 3_000).unref();
    });
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(said.length).toBeLessThan(2_048);
    expect(said).not.toContain('secretly');
  });

  it('and still serves those who ask properly', async () => {
    expect((await client.query('{ me { today } }')).me.today).toBe('2016-02-01');
    const introspection = await client.ask(
      '{ __schema { queryType { name } types { name fields { name args { name type { name ofType { name ofType { name ofType { name } } } } } } } } }',
    );
    expect(introspection.status).toBe(200);
  });
});
