import { aCalendar } from '../builders/meeting-calendar';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportMeetingsInput!) { importMeetings(input: $input) { __typename
  ... on MeetingImport { rows faultCount faults { line column fault message } changes { externalId } }
  ... on FileHasFaults { code message faultCount faults { line column fault } }
  ... on InvalidInput { code fault path } } }`;
const HEADER = 'body;meeting_id;date;start;kind;submission_deadline';

describe('hostile calendar files: refused in few words, in bounded time and memory (S8)', () => {
  let env: SamankerUnderTest;
  let client: Client;
  let organisationId: string;
  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: '2016-11-16T10:00+01:00' });
    const regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId);
    await aCalendar(env, regionId, organisationId);
    client = await env.as(await aPerson(env, regionId, { organisationId, roles: ['COORDINATOR'] }));
  });
  afterAll(() => env?.stop());

  const read = async (csv: string, dryRun = true) =>
    (await client.mutate(IMPORT, { input: { organisationId, csv, dryRun } })).importMeetings;

  it('five thousand rows that are wrong in everything: the first 200 faults, and how many there are', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `Ukjent ${at};;31.02.2016;99:99;fest;tulleord`);
    const file = [HEADER, ...rows].join('\n');
    const before = process.memoryUsage().rss;
    const tried = await read(file);
    expect(tried).toMatchObject({ __typename: 'MeetingImport', rows: 0, faultCount: 30_000 });
    expect(tried.faults).toHaveLength(200);
    expect(tried.faults[0]).toMatchObject({ line: 2, column: expect.any(String) });
    const refused = await read(file, false);
    expect(refused).toMatchObject({ __typename: 'FileHasFaults', faultCount: 30_000 });
    expect(refused.faults).toHaveLength(200);
    expect(refused.message).toContain('30000');
    expect(Buffer.byteLength(JSON.stringify(tried))).toBeLessThan(60_000);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
  });

  it.each<[string, string, string]>([
    ['a field of a megabyte', `${HEADER}\n"${'x'.repeat(990_000)}";1;2016-12-01;;;`, 'TOO_LONG|UNKNOWN_BODY'],
    ['an open quotation mark before a megabyte', `${HEADER}\n"${'x\n'.repeat(490_000)}`, 'UNREADABLE'],
    ['half a million quotation marks', `${HEADER}\n${'"'.repeat(990_000)}`, 'UNREADABLE|WRONG_NUMBER_OF_FIELDS'],
    ['a row of half a million fields', `${HEADER}\n${';'.repeat(500_000)}`, 'WRONG_NUMBER_OF_FIELDS'],
    ['half a million empty rows', `${HEADER}\n${'\n'.repeat(900_000)}`, 'NO_ROWS'],
    ['a ZIP archive', `PK\u0003\u0004${'A'.repeat(1_000)}`, 'ILLEGAL_CHARACTER'],
    [
      'XML with entities',
      `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>`,
      'UNREADABLE|WRONG_HEADER',
    ],
    ['a header of prototypes', '__proto__;constructor;date\n1;2;2016-12-01', 'WRONG_HEADER'],
  ])('%s', async (_, csv, says) => {
    const answer = await read(csv);
    const codes = [answer.fault, ...(answer.faults ?? []).map(({ fault }: { fault: string }) => fault)];
    expect(codes.join(' ')).toMatch(new RegExp(says));
    expect(JSON.stringify(answer).length).toBeLessThan(60_000);
    expect(JSON.stringify(answer)).not.toMatch(/root:|x{300}/);
  });

  it('more than a megabyte is refused by its length', async () => {
    expect(await read('x'.repeat(1_000_001))).toMatchObject({ code: 'INVALID_INPUT', fault: 'TOO_LONG' });
  });

  it('a formula is a text like any other', async () => {
    const formula = `=HYPERLINK("https://evil.example";"møte")`;
    const quoted = `"${formula.replaceAll('"', '""')}"`;
    const answer = await read(`${HEADER}\nKommunestyret;${quoted};2016-12-01;;;`, false);
    expect(answer).toMatchObject({ __typename: 'MeetingImport', faultCount: 0 });
    expect(answer.changes.map(({ externalId }: { externalId: string }) => externalId)).toContain(formula);
  });
});
