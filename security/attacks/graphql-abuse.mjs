// S1: what nobody should send to a GraphQL endpoint.
import assert from 'node:assert/strict';
import { noInsides, politelyRefused, refusedInNoTime } from './verdict.mjs';

const SECRET = 'secretly';
const times = (count, make) => Array.from({ length: count }, (_, n) => make(n)).join(' ');
const REFUSED = '4xx JSON of at most 1 kB in at most 50 ms, no stack, no echo';
const asSomebody = (target) => target.token({ role: 'COORDINATOR' });

const bomb = (levels, width) =>
  `{ me { ...F0 } } ${times(levels, (n) => `fragment F${n} on Me { ${times(width, () => `...F${n + 1}`)} }`)} fragment F${levels} on Me { name }`;

const documents = {
  '100 aliases': `{ ${times(100, (n) => `a${n}: me { name }`)} }`,
  '1 000 aliases of a list': `{ ${times(1_000, (n) => `a${n}: organisations { name }`)} }`,
  '5 000 times the same field': `{ me { ${times(5_000, () => 'name')} } }`,
  '50 directives on a field': `{ me { name ${times(50, () => '@include(if: true)')} } }`,
  '10 000 directives': `{ me { name ${times(10_000, () => '@skip(if: false)')} } }`,
  'an unknown directive': '{ me { name @unknown } }',
  '20 levels': `{ ${times(20, () => 'a {')} b ${times(20, () => '}')} }`,
  '3 000 levels': `{ ${times(3_000, () => 'a {')} b ${times(3_000, () => '}')} }`,
  '9 levels of introspection': `{ __schema { types { ${times(8, () => 'fields { type {')} name ${times(8, () => '} }')} } } }`,
  'a fragment bomb of 2^30': bomb(30, 2),
  'a fragment bomb of 10^20': bomb(20, 10),
  'fragments in a circle': '{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }',
  'a fragment within itself': '{ me { ...A } } fragment A on Me { name ...A }',
  '500 lists in lists': `{ organisations(on: ${'['.repeat(500)}${']'.repeat(500)}) { name } }`,
  'a literal of 1 MB': `{ organisations(on: "${SECRET.repeat(125_000)}") { name } }`,
  'a block string of 1 MB': `{ organisations(on: """${SECRET.repeat(125_000)}""") { name } }`,
  'a name of 100 kB': `{ ${'y'.repeat(100_000)} }`,
  'a comment of 1 MB and nothing else': `#${SECRET.repeat(125_000)}`,
  'an unfinished string': `{ organisations(on: "${SECRET}`,
  'a number of 100 000 digits': `{ meetings(first: ${'9'.repeat(100_000)}) { id } }`,
  'a NUL in the document': '{ me { name } }\u0000',
  'the year 275761': '{ organisations(on: "+275761-01-01") { name } }',
  'a subscription': 'subscription { me { name } }',
  'two operations without a name': 'query A { me { name } } query B { me { name } }',
  'a mutation that is not there': 'mutation { unknown(input: {}) { id } }',
  'twelve mutations at once, each with a wrong input': `mutation { ${times(12, (n) => `m${n}: withdrawNeed(input: {needId: 3}) { __typename }`)} }`,
};

const bodies = {
  'unfinished JSON': `{"query": "${SECRET}`,
  'an empty body': '',
  null: 'null',
  'a batch of 100': JSON.stringify(Array(100).fill({ query: '{ me { name } }' })),
  'an empty list': '[]',
  'a query that is an object': `{"query": {"a": "${SECRET}"}}`,
  'variables that are a text': `{"query": "{ me { name } }", "variables": "${SECRET}"}`,
  '100 000 levels of JSON': `{"query": "{ me { name } }", "variables": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'a prototype': '{"query": "{ me { name } }", "__proto__": {"admin": true}}',
  'a constructor': '{"query": "{ me { name } }", "constructor": {"prototype": {"admin": true}}}',
  'bytes that are no UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  '3 MB': `{"query": "${'x'.repeat(3_000_000)}"}`,
  'a hash of an operation that was never kept': `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "${SECRET}"}}}`,
};

const headers = {
  'text/plain': { 'content-type': 'text/plain' },
  'a form': { 'content-type': 'application/x-www-form-urlencoded' },
  'a form of parts': { 'content-type': 'multipart/form-data; boundary=x' },
  'the charset utf-7': { 'content-type': 'application/json; charset=utf-7' },
  'an unknown charset': { 'content-type': `application/json; charset=${SECRET}` },
  'a compressed body': { 'content-encoding': 'gzip' },
  'a content type that is none': { 'content-type': SECRET },
};

const variables = {
  'a lone surrogate': '\ud800',
  'a NUL': '2016-01-01\u0000',
  'the year 275761': '+275761-01-01',
  '1 MB': SECRET.repeat(125_000),
  '30 February': '2016-02-30',
  'an object': { secretly: 1 },
  'a list of 10 000': Array(10_000).fill('2016-01-01'),
  'a number beyond all': 1e308,
};

export const cases = [
  ...Object.entries(documents).map(([name, document], place) => ({
    name: `a document with ${name}`,
    expects: REFUSED,
    quick: place % 2 === 0,
    attack: async (target) => {
      const token = await asSomebody(target);
      await refusedInNoTime(() => target.graphql(document, { token }), SECRET);
    },
  })),
  ...Object.entries(bodies).map(([name, body], place) => ({
    name: `a body that is ${name}`,
    expects: REFUSED,
    quick: place % 2 === 0,
    attack: async (target) => {
      const token = await asSomebody(target);
      await refusedInNoTime(() => target.graphql('', { token, body }), SECRET);
    },
  })),
  ...Object.entries(headers).map(([name, more], place) => ({
    name: `a request sent as ${name}`,
    expects: REFUSED,
    quick: place % 2 === 0,
    attack: async (target) => {
      const token = await asSomebody(target);
      await refusedInNoTime(() => target.graphql('{ me { name } }', { token, headers: more }), SECRET);
    },
  })),
  ...Object.entries(variables).map(([name, on], place) => ({
    name: `a date that is ${name}`,
    expects: `${REFUSED}; also once the query is compiled`,
    quick: place % 2 === 0,
    attack: async (target) => {
      const token = await asSomebody(target);
      const document = 'query ($on: LocalDate) { organisations(on: $on) { name } }';
      for (let time = 1; time <= 3; time++)
        assert.equal((await target.graphql(document, { token, variables: { on: '2016-11-16' } })).status, 200);
      await refusedInNoTime(() => target.graphql(document, { token, variables: { on } }), SECRET);
    },
  })),
  {
    name: 'a mutation by GET',
    expects: '4xx, and nothing changed',
    quick: true,
    attack: async (target) => {
      const query = encodeURIComponent('mutation { registerNeed(input: {}) { __typename } }');
      politelyRefused(await target.fetch(`/graphql?query=${query}`));
      politelyRefused(
        await target.fetch(`/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } }),
      );
    },
  },
  {
    name: 'two lengths for one body (smuggling)',
    expects: '400, the connection closed',
    quick: true,
    stranger: true,
    attack: async (target) => {
      const said = await target.raw(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nhost: x\r\n\r\n',
      );
      assert.match(said, /^HTTP\/1\.1 4\d\d /);
      assert.equal(said.match(/HTTP\/1\.1 /g).length, 1, 'the smuggled request was answered');
    },
  },
  {
    name: 'a header of 100 kB',
    expects: '4xx, no echo',
    quick: false,
    stranger: true,
    attack: async (target) => {
      const said = await target.raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${SECRET.repeat(12_500)}\r\n\r\n`);
      assert.match(said, /^HTTP\/1\.1 4\d\d /);
      assert.ok(!said.includes(SECRET));
    },
  },
  {
    name: 'sessions that never were',
    expects: 'UNAUTHENTICATED, at most 1 kB, never 5xx',
    quick: true,
    stranger: true,
    attack: async (target) => {
      for (const token of ['a'.repeat(43), '%ud800', 'b'.repeat(10_000), "'; drop table session; --", '..', '{}']) {
        const { status, text, json } = await target.graphql('{ me { name } }', { token });
        assert.ok(status < 500, `${status} for ${token.slice(0, 20)}`);
        assert.ok(text.length <= 1024);
        assert.equal(json.errors[0].extensions.code, 'UNAUTHENTICATED');
        noInsides(text);
      }
    },
  },
  {
    name: 'our own largest query',
    expects: '200: the limits do not stand in our own way',
    quick: true,
    attack: async (target) => {
      const token = await asSomebody(target);
      const { procurementCases } = await target.data('{ procurementCases { id } }', { token });
      assert.ok(procurementCases.length > 0);
      const board = await target.graphql(
        `query ($id: UUID!) { caseBoard(caseId: $id) { __typename } mergedDemandReport(caseId: $id) { __typename } }`,
        { token, variables: { id: procurementCases[0].id } },
      );
      assert.equal(board.status, 200, board.text.slice(0, 200));
    },
  },
];
