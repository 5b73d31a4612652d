import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperations } from '../../apps/api/src/persisted-operations';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const TODAY = '{ me { today } }';
const NAMED = 'query Found($search: String!) { cpvCodes(search: $search) { code } }\n';

describe('only operations that are known are taken (PERSISTED_ONLY)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samanker-operations-'));
  let env: SamankerUnderTest;
  let open: SamankerUnderTest;
  let client: Client;
  beforeAll(async () => {
    writeFileSync(join(folder, 'web.json'), JSON.stringify({ [hashOf(TODAY)]: TODAY }));
    writeFileSync(join(folder, 'found.graphql'), NAMED);
    writeFileSync(join(folder, 'README.md'), '{ organisations { id } }');
    env = await startSamanker({ worker: false, outside: { persisted: { only: true, folders: [folder] } } });
    open = await startSamanker({ worker: false, outside: { persisted: { only: false, folders: [folder] } } });
    const regionId = await aRegion(env);
    client = await env.as(await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }));
  });
  afterAll(async () => {
    await env?.stop();
    await open?.stop();
    rmSync(folder, { recursive: true });
  });

  async function send(body: unknown, to = env) {
    const answer = await fetch(`${to.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as { data?: any; errors?: any }) };
  }
  const byHash = (text: string, more: object = {}) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
    ...more,
  });
  const REFUSED = { status: 400, errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] };

  it('by hash, by text, and by both', async () => {
    for (const body of [byHash(TODAY), { query: TODAY }, byHash(TODAY, { query: TODAY })]) {
      expect(await send(body)).toEqual({ status: 200, data: { me: { today: '2016-02-01' } } });
    }
    const found = await send(byHash(NAMED, { variables: { search: 'buss' }, operationName: 'Found' }));
    expect(found).toMatchObject({ status: 200, data: { cpvCodes: expect.any(Array) } });
  });

  it.each<[string, unknown]>([
    ['another text', { query: '{ me { name } }' }],
    ['the same text with one more blank', { query: `${TODAY} ` }],
    ['a text that stands beside in no manifest', { query: '{ organisations { id } }' }],
    ['the schema', { query: '{ __schema { queryType { name } } }' }],
    ['a hash that is not known', byHash('{ me { name } }')],
    ['a known hash with another text', byHash(TODAY, { query: '{ me { name } }' })],
    ['an unknown hash with a known text', byHash('{ me { name } }', { query: TODAY })],
    ['a hash that is no text', { extensions: { persistedQuery: { sha256Hash: { $ne: '' } } } }],
    ['a hash from the prototype', { extensions: { persistedQuery: { sha256Hash: 'constructor' } } }],
    ['nothing', {}],
    ['a batch', [{ query: TODAY }]],
    ['a text that is a list', { query: [TODAY] }],
  ])('refuses %s', async (_, body) => expect(await send(body)).toMatchObject(REFUSED));

  it('a GET is held to the same', async () => {
    const get = async (parameters: Record<string, string>) =>
      (
        await fetch(`${env.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
          headers: { 'apollo-require-preflight': 'yes', authorization: `Bearer ${client.token}` },
        })
      ).status;
    expect(await get({ query: TODAY })).toBe(200);
    expect(await get({ extensions: JSON.stringify(byHash(TODAY).extensions) })).toBe(400);
    expect(await get({ query: '{ me { name } }' })).toBe(400);
    expect(await get({ extensions: '{' })).toBe(400);
  });

  it('without the setting a known hash is good too, and so is every text', async () => {
    expect((await send(byHash(TODAY), open)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await send({ query: '{ me { name } }' }, open)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await send(byHash('{ me { name } }'), open)).toMatchObject({ status: 400 });
  });

  it('a manifest whose hash does not fit its text is not believed', () => {
    const wrong = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(join(wrong, 'web.json'), JSON.stringify({ [hashOf(TODAY)]: '{ organisations { id } }' }));
    expect(() => readOperations([wrong])).toThrow(/not the hash/);
  });
});
