import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { ROOT } from './source-tree';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map(([, body]) => body!);

// Its table of settings: settings-table.spec.ts.
describe('the README tells the truth (U10)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
  });
  afterAll(() => env?.stop());

  it('every npm command in it exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('every query in it is answered without an error', async () => {
    const regionId = await aRegion(env);
    const client = await env.as(await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }));
    const queries = blocks(readme, 'graphql');
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries)
      expect(await client.ask(query)).toMatchObject({ status: 200, data: expect.anything() });
    // Canary: a field that does not exist is found.
    expect((await client.ask('{ me { shoeSize } }')).status).toBe(400);
  });
});
