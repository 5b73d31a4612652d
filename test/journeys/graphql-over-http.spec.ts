import { auditServer } from 'graphql-http';
import { aPerson, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('the endpoint keeps the GraphQL-over-HTTP specification (U9)', () => {
  let env: SamankerUnderTest;
  let asSecretariat: typeof fetch;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    const regionId = await aRegion(env);
    const { token } = await env.as(await aPerson(env, regionId, { roles: ['SECRETARIAT'] }));
    // Some audits ask for the schema, which is not shown to strangers.
    asSecretariat = (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } });
  });
  afterAll(() => env?.stop());

  it('61 audits, 0 errors', async () => {
    const audits = await auditServer({ url: `${env.url}/graphql`, fetchFn: asSecretariat });
    expect(audits).toHaveLength(61);
    const found = audits.flatMap((audit) => (audit.status === 'error' ? [`${audit.name}: ${audit.reason}`] : []));
    expect(found).toEqual([]);
  });
});
