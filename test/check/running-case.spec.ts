import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportRunningCaseInput!) { result: importRunningCase(input: $input) { __typename
  ... on RunningCaseImport { caseId rowCount newParticipations newDecisions newVolumes newNotes faultCount rows { rowNumber } }
  ... on RunningCaseHasFaults { faults { cell message } } ... on UserError { code message path } } }`;
const MUNICIPALITIES = 400;

describe('a large case out of a spreadsheet', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-20T10:00+01:00', worker: false });
  });
  afterAll(() => env?.stop());

  it('takes 400 municipalities over in one go, and tells 10 000 rows without storing one', async () => {
    const regionId = await aRegion(env);
    const names = Array.from(
      { length: MUNICIPALITIES },
      (_, at) => `Bygd${String.fromCharCode(97 + (at % 26))}${'abcdefghijklmnop'[Math.floor(at / 26)]}`,
    );
    const ids: string[] = [];
    for (const name of names) ids.push(await anOrganisation(env, regionId, { name }));
    const client = await env.as(await aPerson(env, regionId, { organisationId: ids[0]! }));
    const rows = names.map((name, at) =>
      at % 3 === 0 ? `${name}\tvedtatt i KS\t16.11.16\tja\t${at}\t` : `${name}\t?\t\t\t${at}\tringt`,
    );
    const heading = 'Kommune\tStatus\tDato\tDeltakelse\tAntall alarmer\tMerknad';
    const input = {
      table: [heading, ...rows].join('\n'),
      newCase: {
        title: 'Stor sak',
        decisionDeadline: '2017-03-31',
        firstYear: 2017,
        years: 4,
        parts: [{ title: 'Del', items: [{ name: 'alarmer', unitCode: 'STK', cpvCode: '33195000' }] }],
      },
      because: 'Saken gikk i regneark.',
      evidence: '2016/55',
    };
    const timed = async (more: object): Promise<[Record<string, any>, number]> => {
      const began = performance.now();
      const { result } = await client.mutate(IMPORT, { input: { ...input, ...more } });
      const ms = Math.round(performance.now() - began);
      process.stdout.write(`running case: ${JSON.stringify(Object.keys(more))} ${ms} ms\n`);
      return [result, ms];
    };
    const [dry, dryMs] = await timed({ dryRun: true });
    expect(dry).toMatchObject({
      rowCount: MUNICIPALITIES,
      faultCount: 0,
      newDecisions: 134,
      newVolumes: MUNICIPALITIES,
    });
    const [done, doneMs] = await timed({ dryRun: false });
    expect(done).toMatchObject({ caseId: expect.any(String), newParticipations: MUNICIPALITIES });
    const [again, againMs] = await timed({ dryRun: false });
    expect(again).toMatchObject({ newParticipations: 0, newDecisions: 0, newVolumes: 0, newNotes: 0 });
    const many = Array.from({ length: 9_999 }, (_, at) => `Sted ${at}\t?\t\t\t1\t`);
    const [told, toldMs] = await timed({ dryRun: true, table: [heading, ...many].join('\n') });
    expect(told).toMatchObject({ rowCount: 9_999, faultCount: 9_999 });
    expect(told.rows).toHaveLength(1_000);
    const [tooMany] = await timed({ dryRun: true, table: [heading, ...many, 'Sted\t?\t\t\t1\t'].join('\n') });
    expect(tooMany).toMatchObject({ __typename: 'SheetNotAccepted', message: expect.stringContaining('10 000 rader') });
    process.stdout.write(
      `running case: dry ${dryMs} ms, stored ${doneMs} ms, again ${againMs} ms, 9 999 rows told ${toldMs} ms\n`,
    );
    // Generous: what is measured is that nothing grows with the square of the rows.
    expect(dryMs).toBeLessThan(5_000);
    expect(doneMs).toBeLessThan(60_000);
    expect(toldMs).toBeLessThan(30_000);
  }, 180_000);
});
