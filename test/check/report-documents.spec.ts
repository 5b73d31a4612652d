import { readWorkbook } from '@samanker/attachment';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { anAnchoredParticipation } from '../builders/participation';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

describe('the merged-demand report as files (R22)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-02-10T09:00+01:00' });
  });
  afterAll(() => env.stop());

  const get = (client: Client | null, path: string): Promise<Response> =>
    fetch(`${env.url}/reports/${path}`, { headers: client ? { authorization: `Bearer ${client.token}` } : {} });

  it('comes as CSV, Excel and PDF, live or frozen, in the language asked for; to nobody outside the region', async () => {
    const built = await anAnchoredParticipation(env, { name: 'Lillesand' });
    const { caseId, regionId, hostOrganisationId, parts } = built.case;
    const client = await env.as(built.person);
    const line = { itemId: parts[0]!.itemIds[0]!, expected: '240.5' };
    await aLine(env, built, line);

    const csv = await get(client, `${caseId}.csv?language=en`);
    expect(csv.status).toBe(200);
    expect(Object.fromEntries(csv.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; .*\.csv/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const live = await csv.text();
    expect(live).toContain('Not frozen');
    expect(live).toContain('240,5');

    const host = await env.as(await aPerson(env, regionId, { organisationId: hostOrganisationId }));
    const { freezeMergedDemandReport: frozen } = await host.mutate(
      `mutation ($input: FreezeMergedDemandReportInput!) { freezeMergedDemandReport(input: $input) { ... on MergedDemandReport { number sha256 } ... on UserError { code } } }`,
      { input: { caseId } },
    );
    expect(frozen).toMatchObject({ number: 1 });
    await aLine(env, built, { ...line, year: 2018, expected: '777' });
    const kept = await (await get(client, `${caseId}.csv?frozen=1`)).text();
    expect(kept).toContain(frozen.sha256);
    // Not as a quantity: three digits in a row may stand in a hash.
    expect(kept).not.toMatch(/(?<![0-9a-f])777(?![0-9a-f])/);

    const xlsx = await readWorkbook(Buffer.from(await (await get(client, `${caseId}.xlsx`)).arrayBuffer()));
    expect(Array.isArray(xlsx) && xlsx.flatMap(({ rows }) => rows.flat())).toEqual(
      expect.arrayContaining(['Lillesand', '240.5', '777']),
    );
    const pdf = Buffer.from(await (await get(client, `${caseId}.pdf?frozen=1&language=nn`)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    // Drawing takes a processor: three of one person are made or wait, whoever wants more is told when to come again.
    const many = await Promise.all(Array.from({ length: 8 }, () => get(client, `${caseId}.pdf`)));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
    expect(many.filter(({ status }) => status === 429).map(({ headers }) => headers.get('retry-after'))).toEqual(
      Array<string>(5).fill('5'),
    );
    expect((await get(client, `${caseId}.pdf`)).status).toBe(200);

    const otherRegion = await aRegion(env);
    const stranger = await env.as(
      await aPerson(env, otherRegion, { organisationId: await anOrganisation(env, otherRegion) }),
    );
    expect((await get(null, `${caseId}.csv`)).status).toBe(401);
    for (const path of [`${caseId}.csv`, `${caseId}.pdf?frozen=1`, `${caseId}.xlsx`])
      expect((await get(stranger, path)).status).toBe(404);
    for (const path of [`${caseId}.csv?frozen=2`, `${caseId}.csv?frozen=x`, `${caseId}.html`, 'x.csv'])
      expect((await get(client, path)).status).toBe(404);
  });
});
