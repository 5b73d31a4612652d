import { auditServer } from 'graphql-http';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('the endpoint keeps the GraphQL-over-HTTP specification (U9)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
  });
  afterAll(() => env?.stop());

  it('61 audits, 0 errors', async () => {
    const audits = await auditServer({ url: `${env.url}/graphql`, fetchFn: fetch });
    expect(audits).toHaveLength(61);
    const found = audits.flatMap((audit) => (audit.status === 'error' ? [`${audit.name}: ${audit.reason}`] : []));
    expect(found).toEqual([]);
  });
});
