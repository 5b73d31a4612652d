import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const WHOLE = getIntrospectionQuery();

describe('the schema is shown to those who may explore it (S1, S10)', () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'samanker-web-'));
  let production: SamankerUnderTest;
  let development: SamankerUnderTest;
  let secretariat: Client;
  let auditor: Client;
  let coordinator: Client;
  let anybody: Client;
  beforeAll(async () => {
    for (const name of ['index', 'graphiql']) writeFileSync(join(webFolder, `${name}.html`), `<title>${name}</title>`);
    production = await startSamanker({ worker: false, webFolder, outside: { introspection: false } });
    development = await startSamanker({ worker: false, webFolder });
    const regionId = await aRegion(production);
    const organisationId = await anOrganisation(production, regionId);
    const as = async (role: 'SECRETARIAT' | 'AUDITOR' | 'COORDINATOR') =>
      production.as(
        await aPerson(production, regionId, {
          roles: [role],
          organisationId: role === 'COORDINATOR' ? organisationId : null,
        }),
      );
    [secretariat, auditor, coordinator] = [await as('SECRETARIAT'), await as('AUDITOR'), await as('COORDINATOR')];
    const region = await aRegion(development);
    anybody = await development.as(
      await aPerson(development, region, { organisationId: await anOrganisation(development, region) }),
    );
  });
  afterAll(async () => {
    await production?.stop();
    await development?.stop();
    rmSync(webFolder, { recursive: true });
  });

  it('in production to the secretariat and auditors; also when others send the very same text before and after', async () => {
    // Four times, so that the document is known, validated and compiled when the wrong one asks.
    for (let time = 1; time <= 4; time++) {
      expect((await secretariat.ask(WHOLE)).status).toBe(200);
      expect((await auditor.ask('{ __type(name: "Me") { name } }')).status).toBe(200);
      for (const client of [coordinator, production.nobody]) {
        for (const text of [
          WHOLE,
          '{ __type(name: "Me") { name } }',
          '{ ...S } fragment S on Query { s: __schema { queryType { name } } }',
        ]) {
          const { status, data, errors } = await client.ask(text);
          expect({ status, data }).toEqual({ status: 400, data: undefined });
          expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
        }
      }
    }
  });

  it('in production a mistake is not answered with what there is instead', async () => {
    const { errors } = await coordinator.ask('{ me { nam } }');
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  it('__typename is no secret', async () => {
    expect((await coordinator.ask('{ __typename me { __typename } }')).status).toBe(200);
  });

  it('elsewhere to everybody who is logged in', async () => {
    expect((await anybody.ask(WHOLE)).status).toBe(200);
    expect((await development.nobody.ask(WHOLE)).status).toBe(400);
  });

  it('GraphiQL is a page for the same people, and for others there is none', async () => {
    const page = async (env: SamankerUnderTest, client: Client, path = '/graphiql') => {
      const answer = await fetch(env.url + path, { headers: { authorization: `Bearer ${client.token}` } });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await page(production, secretariat)).toEqual({ status: 200, text: '<title>graphiql</title>' });
    expect((await page(production, auditor)).status).toBe(200);
    expect(await page(production, coordinator)).toMatchObject({
      status: 404,
      text: expect.stringContaining('Not found'),
    });
    expect((await page(production, production.nobody)).status).toBe(404);
    expect((await page(production, coordinator, '/graphiql.html')).text).toBe('<title>index</title>');
    expect((await page(development, anybody)).status).toBe(200);
    expect((await page(development, development.nobody)).status).toBe(404);
  });
});
