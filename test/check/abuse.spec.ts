import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

/** Milliseconds that a refusal may take (S1), or twelve times the simplest one where the machine is busy with other things. */
const QUICK = 50;
const BUSY = 12;
/** More often than the compiler waits for, so that the compiled path is asked too; where other work comes between, more. */
const TIMES = 7;
const MOST_TIMES = 40;

const times = (count: number, make: (n: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(between);

/** Fragments that each use the next one twice: 2^levels of what stands at the end. */
const bomb = (levels: number, on: string, inside: string): string =>
  `${times(levels, (n) => `fragment F${n} on ${on} { ...F${n + 1} ...F${n + 1} }`)} fragment F${levels} on ${on} { ${inside} }`;

const ID = '01900000-0000-7000-8000-000000000000';
const query = (text: string, variables?: unknown): string => JSON.stringify({ query: text, variables });

const ABUSE: [string, string][] = [
  ['1 000 aliases', query(`{ ${times(350, (n) => `a${n}: me { name }`)} }`)],
  [
    'the board by 50 aliases',
    query(`{ ${times(50, (n) => `a${n}: caseBoard(caseId: "${ID}") { rows { steps { id title } } }`)} }`),
  ],
  ['1 000 directives', query(`{ me { name ${'@include(if: true) '.repeat(200)} } }`)],
  ['directives that do not exist', query(`{ me { name ${times(100, (n) => `@odd${n}`)} } }`)],
  ['700 levels', query(`{ ${'a{'.repeat(700)} b ${'}'.repeat(700)} }`)],
  ['100 000 levels', query(`{ ${'a{'.repeat(100_000)} b ${'}'.repeat(100_000)} }`)],
  ['a bomb of 2^60 in fragments', query(`{ me { ...F0 } } ${bomb(60, 'Me', 'name')}`)],
  [
    'a bomb of 2^12 boards',
    query(`{ caseBoard(caseId: "${ID}") { ...F0 } } ${bomb(12, 'CaseBoard', 'rows { steps { id } }')}`),
  ],
  [
    'fragments in a circle of 100',
    query(`{ me { ...F0 } } ${times(100, (n) => `fragment F${n} on Me { ...F${(n + 1) % 100} }`)}`),
  ],
  ['a fragment that nobody uses, in a circle', query('{ me { name } } fragment A on Me { ...A }')],
  ['fields that overlap in every pair', query(`{ ${times(300, (n) => `me { name a${n % 50}: name }`)} }`)],
  [
    'a list of lists of lists as a literal',
    query(`{ organisations(on: ${'['.repeat(100_000)}${']'.repeat(100_000)}) { name } }`),
  ],
  ['a literal of 1.9 MB', query(`{ organisations(on: "${'x'.repeat(1_900_000)}") { name } }`)],
  ['a block text of 1.9 MB of line breaks', query(`{ organisations(on: """${'\n'.repeat(900_000)}""") { name } }`)],
  ['an integer of 100 000 digits', query(`{ needs(first: ${'9'.repeat(100_000)}) { id } }`)],
  ['1e400 as a literal', query('{ needs(first: 1e400) { id } }')],
  ['1e400 in the variables', `{"query":"query($n: Int!) { needs(first: $n) { id } }","variables":{"n":1e400}}`],
  ['minus nothing', query('query($n: Int!) { needs(first: $n) { id } }', { n: -0.5 })],
  ['10 000 variables', query(`query(${times(400, (n) => `$secretly${n}: Int`)}) { me { name } }`, {})],
  [
    'a variable of 1.9 MB',
    query('query($on: LocalDate) { organisations(on: $on) { name } }', { on: 'x'.repeat(1_900_000) }),
  ],
  [
    '100 000 values where one goes',
    query('query($on: LocalDate) { organisations(on: $on) { name } }', { on: Array(100_000).fill('2016-01-01') }),
  ],
  [
    '100 000 unknown fields in the input',
    query('mutation($i: DeclareVolumesInput!) { declareVolumes(input: $i) { __typename } }', {
      i: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`secretly${n}`, n])),
    }),
  ],
  ['JSON of 100 000 levels', `{"query":"{me{name}}","variables":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['objects of 100 000 levels', `{"query":"{me{name}}","variables":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
  [
    '__proto__ below',
    `{"query":"query($i: DeclareVolumesInput!) { declareVolumes(input: $i) { __typename } }","variables":{"i":{"__proto__":{"secretly":1}}}}`,
  ],
  ['two queries under one name', '{"query":"{me{name}}","query":"{ odd }"}'],
  ['a NUL in a name', query('{ me\u0000 { name } }')],
  ['a lone surrogate in the document', '{"query":"{ organisations(on: \\"\\ud800\\") { name } }"}'],
  [
    'a lone surrogate in the variables',
    '{"query":"query($on: LocalDate) { organisations(on: $on) { name } }","variables":{"on":"\\udfff"}}',
  ],
  ['the year 275761', query('{ organisations(on: "275761-01-01") { name } }')],
  [
    'the year 275761 in a variable',
    query('query($on: LocalDate) { organisations(on: $on) { name } }', { on: '+275761-09-13' }),
  ],
  ['a batch of 1 000', JSON.stringify(Array(1_000).fill({ query: '{ me { name } }' }))],
  [
    'an operation name of 1 MB',
    JSON.stringify({ query: '{ me { name } }', operationName: 'secretly'.repeat(125_000) }),
  ],
  ['100 000 line breaks and a mistake', query(`${'\n'.repeat(100_000)}{ odd }`)],
  ['a byte order mark in the middle', query('{ me \ufeff{ name odd } }')],
  ['a text direction that hides', query('{ me { \u202ename } }')],
];

describe('abuse is refused shortly, quickly and without an echo (S1)', () => {
  let env: SamankerUnderTest;
  let client: Client;
  const took: { what: string; milliseconds: number }[] = [];
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    const regionId = await aRegion(env);
    client = await env.as(await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }));
    for (let time = 0; time < 5; time++) await client.ask('{ secretly }');
  });
  afterAll(async () => {
    const slowest = took.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
    process.stdout.write(
      `Slowest refusals: ${slowest.map(({ what, milliseconds }) => `${what} ${milliseconds.toFixed(1)} ms`).join(', ')}\n`,
    );
    await env?.stop();
  });

  it.each(ABUSE)('%s', async (what, body) => {
    const bytes = Buffer.from(body);
    const durations: number[] = [];
    const simplest: number[] = [];
    const isQuick = (): boolean => Math.min(...durations) < Math.max(QUICK, BUSY * Math.min(...simplest));
    for (let time = 0; time < TIMES || (time < MOST_TIMES && !isQuick()); time++) {
      const before = performance.now();
      await client.ask('{ odd }');
      simplest.push(performance.now() - before);
      const began = performance.now();
      const answer = await fetch(`${env.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
        body: bytes,
      });
      const text = await answer.text();
      durations.push(performance.now() - began);
      expect({ status: Math.floor(answer.status / 100), text }).toEqual({ status: 4, text });
      expect(answer.headers.get('content-type')).toMatch(/^application\/(json|graphql-response\+json)/);
      expect(() => JSON.parse(text)).not.toThrow();
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024);
      expect(text).not.toMatch(/secretly|node_modules|\.[jt]s\b|\bat .+:\d+:\d+/);
    }
    // The quickest of them: how long it takes, without what else this machine is doing.
    took.push({ what, milliseconds: Math.min(...durations) });
    expect({ isQuick: isQuick(), durations }).toEqual({ isQuick: true, durations });
  });

  it('and an input that merely looks odd is served', async () => {
    expect((await client.ask('\ufeff{ me { today } }')).status).toBe(200);
    const inline = `{ me ${'{ ... on Me '.repeat(100)} { name } ${'}'.repeat(100)} }`;
    expect((await client.ask(inline)).status).toBe(200);
    expect((await client.ask(`{ ${'me { today } '.repeat(20)} }`)).status).toBe(200);
  });
});
