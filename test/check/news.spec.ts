import { anInvited, decide, submit, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const NEWS = `{ news { number at kind caseId organisationName participationId stepTitle outcome on version } }`;

describe('what is new to whom', () => {
  let env: SamankerUnderTest;
  let grimstad: BuiltRoute;
  let amli: BuiltRoute;
  let host: Client;

  const kindsOf = async (client: Client): Promise<string[]> =>
    (await client.query(NEWS)).news.map(
      ({ kind, organisationName }: { kind: string; organisationName: string }) => `${kind} ${organisationName}`,
    );

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00' });
    grimstad = await anInvited(env, { name: 'Grimstad' });
    amli = await anInvited(env, { name: 'Åmli', case: grimstad.case });
    host = await env.as(grimstad.case.coordinator);
    await decide(grimstad.client, grimstad.steps[0]!, 'RECOMMENDED', '2016-09-05');
    await submit(grimstad.client, grimstad.steps[1]!, grimstad.executive.meetings['2016-10-12']!);
    await env.drain();
  });
  afterAll(() => env?.stop());

  it('the host hears what the municipalities of its case have done, the newest first, and how it went', async () => {
    const { news } = await host.query(NEWS);
    expect(news.slice(0, 2)).toMatchObject([
      { kind: 'SUBMITTED', organisationName: 'Grimstad', on: '2016-10-12' },
      { kind: 'DECIDED', outcome: 'RECOMMENDED', participationId: grimstad.participationId },
    ]);
    expect(news[1].stepTitle).not.toBe('');
    const numbers = news.map(({ number }: { number: number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });

  it('nobody hears of what they have done themselves, nor of what concerns other municipalities', async () => {
    expect(await kindsOf(grimstad.client)).toEqual(['INVITED Grimstad']);
    expect(await kindsOf(amli.client)).toEqual(['INVITED Åmli']);
    expect(await kindsOf(host)).not.toContain('INVITED Grimstad');
  });

  it('what changes the whole case is told to all who take part in it', async () => {
    const { changeDecisionDeadline: moved } = await host.mutate(
      'mutation ($input: ChangeDecisionDeadlineInput!) { changeDecisionDeadline(input: $input) { __typename ... on UserError { message } } }',
      { input: { caseId: grimstad.case.caseId, decisionDeadline: '2017-03-15' } },
    );
    expect(moved.__typename).toBe('ProcurementCase');
    await env.drain();
    const { news } = await amli.client.query(NEWS);
    expect(news[0]).toMatchObject({ kind: 'DEADLINE_MOVED', on: '2017-03-15', participationId: null });
  });

  it('a note is news when it is shared, to those who may read it, and as long as they may (R28)', async () => {
    const NOTED = '... on Note { id version } ... on UserError { message }';
    const add = async (visibility: string) =>
      (
        await host.mutate(`mutation ($input: AddNoteInput!) { addNote(input: $input) { ${NOTED} } }`, {
          input: { participationId: grimstad.participationId, text: 'Ringer i mars.', visibility },
        })
      ).addNote;
    const change = async ({ id, version }: { id: string; version: number }, visibility: string) =>
      (
        await host.mutate(`mutation ($input: ChangeNoteInput!) { changeNote(input: $input) { ${NOTED} } }`, {
          input: { noteId: id, version, text: `Ringer i april, ${version}.`, visibility },
        })
      ).changeNote;
    const notesTold = async (client: Client) =>
      (await kindsOf(client)).filter((told) => told.startsWith('NOTE_SHARED')).length;

    const own = await add('OWN');
    expect(await notesTold(grimstad.client)).toBe(0);
    const shared = await change(own, 'CASE');
    await change(shared, 'CASE');
    await add('CASE');
    expect([await notesTold(grimstad.client), await notesTold(amli.client), await notesTold(host)]).toEqual([2, 0, 0]);
    await change({ ...own, version: 3 }, 'OWN');
    expect(await notesTold(grimstad.client)).toBe(1);
  });

  it('is forgotten after thirty days', async () => {
    await env.setClock('2016-10-20T09:00+02:00');
    expect(await kindsOf(amli.client)).toEqual([]);
  });
});
