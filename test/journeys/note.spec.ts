import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const FIELDS = 'id text visibility organisationName writtenByName version mayChange withdrawnAt';
const NO = '... on UserError { code path message }';
const ADD = `mutation ($input: AddNoteInput!) { answer: addNote(input: $input) { __typename ... on Note { ${FIELDS} } ${NO} } }`;
const CHANGE = `mutation ($input: ChangeNoteInput!) { answer: changeNote(input: $input) { __typename ... on Note { ${FIELDS} } ${NO} } }`;
const WITHDRAW = `mutation ($input: WithdrawNoteInput!) { answer: withdrawNote(input: $input) { __typename ... on Note { ${FIELDS} } ${NO} } }`;
const SAY = `mutation ($input: SaveTheySayDateInput!) { answer: saveTheySayDate(input: $input) { __typename
  ... on TheySayDate { on source saidBy heardOn visibility } ${NO} ... on InvalidInput { fault } } }`;
const READ = `query ($id: UUID!) { notes(participationId: $id) { text } theySayDates(participationId: $id) { on replacedAt } }`;
const BOARD = `query ($caseId: UUID!) { caseBoard(caseId: $caseId) { rows { organisationName note { text visibility organisationName count }
  theySay { on source saidBy heardOn } contact { name role phone } } } }`;

/** Notes, what they say, and whom to call: what a normal Tuesday needs beside the plan. */
describe('notes about a municipality', () => {
  let env: SamankerUnderTest;
  let birkenes: BuiltRoute;
  let host: Client;
  let people: Record<'reader' | 'neighbour' | 'secretariat' | 'group', Client>;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    birkenes = await anInvited(env, { name: 'Birkenes' });
    const { regionId } = birkenes.case;
    host = await env.as(birkenes.case.coordinator);
    const lillesand = await anInvited(env, { name: 'Lillesand', case: birkenes.case });
    people = {
      reader: await env.as(
        await aPerson(env, regionId, { organisationId: birkenes.organisationId, roles: ['READER'] }),
      ),
      neighbour: lillesand.client,
      secretariat: await env.as(await aPerson(env, regionId, { organisationId: null, roles: ['SECRETARIAT'] })),
      group: await env.as(await aPerson(env, regionId, { organisationId: null, roles: ['REGIONAL_GROUP'] })),
    };
    await env.admin.query(`update person set phone = '+47 900 11 222' where id = $1`, [birkenes.person.personId]);
  });
  afterAll(() => env.stop());

  const carryOut = async (who: Client, document: string, input: object) =>
    (await who.mutate(document, { input })).answer;
  const add = (who: Client, text: string, visibility: string) =>
    carryOut(who, ADD, { participationId: birkenes.participationId, text, visibility });
  const read = (who: Client) => who.query(READ, { id: birkenes.participationId });
  const texts = async (who: Client) => (await read(who)).notes.map(({ text }: { text: string }) => text);
  const rowSeenBy = async (who: Client) =>
    (await who.query(BOARD, { caseId: birkenes.case.caseId })).caseBoard.rows.find(
      ({ organisationName }: { organisationName: string }) => organisationName === 'Birkenes',
    );

  it('R28: a private note is read by those who wrote it; a shared one by those who work on the case', async () => {
    const own = await add(birkenes.client, 'Vi venter på budsjettet.', 'OWN');
    expect(own).toMatchObject({ __typename: 'Note', organisationName: 'Birkenes', mayChange: true });
    expect(await add(host, 'Ring rådhuset etter ni.', 'OWN')).toMatchObject({ organisationName: 'Kristiansand' });
    expect(await add(host, 'De tar saken i mars.', 'CASE')).toMatchObject({ version: 1 });
    expect(await add(people.secretariat, 'Tas opp i gruppen.', 'OWN')).toMatchObject({ organisationName: null });

    expect(await texts(birkenes.client)).toEqual(['De tar saken i mars.', 'Vi venter på budsjettet.']);
    expect(await texts(people.reader)).toEqual(['De tar saken i mars.', 'Vi venter på budsjettet.']);
    expect(await texts(host)).toEqual(['De tar saken i mars.', 'Ring rådhuset etter ni.']);
    expect(await texts(people.secretariat)).toEqual(['Tas opp i gruppen.', 'De tar saken i mars.']);
    expect(await texts(people.group)).toEqual(['De tar saken i mars.']);
    expect(await texts(people.neighbour)).toEqual([]);

    expect(await rowSeenBy(host)).toMatchObject({
      note: { text: 'De tar saken i mars.', visibility: 'CASE', organisationName: 'Kristiansand', count: 2 },
    });
    expect((await rowSeenBy(people.neighbour)).note).toBeNull();
    // A private one of somebody else's is not found: not even its id is a way in.
    const spied = { noteId: own.id, version: 1, text: 'Jeg leste den.', visibility: 'CASE' };
    expect(await carryOut(host, CHANGE, spied)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await carryOut(people.reader, WITHDRAW, { noteId: own.id })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await add(people.neighbour, 'De er trege.', 'CASE')).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('a note is changed by those who wrote it; withdrawn, its text is gone everywhere; the log holds no wording (R32)', async () => {
    const note = await add(host, 'Kari Nordmann er syk.', 'CASE');
    const changed = { noteId: note.id, version: 1, text: 'De svarer etter jul.', visibility: 'CASE' };
    expect(await carryOut(birkenes.client, CHANGE, changed)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await carryOut(host, CHANGE, changed)).toMatchObject({ text: 'De svarer etter jul.', version: 2 });
    expect(await carryOut(host, CHANGE, { ...changed, text: 'Noe annet' })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await carryOut(host, WITHDRAW, { noteId: note.id })).toMatchObject({ text: '', version: 3 });
    expect(await texts(host)).not.toContain('De svarer etter jul.');
    expect(await carryOut(host, WITHDRAW, { noteId: note.id })).toMatchObject({ code: 'NOT_FOUND' });
    const [{ written }] = await env.admin.query(
      `select (select count(*) from note where text like '%svarer%' or text like '%Nordmann%')
         + (select count(*) from decision_log where entry like '%Nordmann%' or entry like '%svarer%') as written`,
    );
    expect(Number(written)).toBe(0);
    const log: { verb: string }[] = await env.admin.query(
      `select entry::jsonb->>'verb' as verb from decision_log where entry::jsonb->>'verb' like '%Note' and subject_id = $1 order by seq desc limit 3`,
      [birkenes.participationId],
    );
    expect(log.map(({ verb }) => verb)).toEqual(['withdrawNote', 'changeNote', 'addNote']);
  });

  it('the date they say stands in the row, the newest of each writer in force; no plan changes by it', async () => {
    const before = await plan();
    const say = (who: Client, more: object) =>
      carryOut(who, SAY, { participationId: birkenes.participationId, source: 'PHONE', ...more });
    expect(await say(host, { on: '2017-01-25', saidBy: 'DIRECTOR', heardOn: '2016-11-14' })).toMatchObject({
      on: '2017-01-25',
      visibility: 'CASE',
    });
    expect(await say(host, { on: '2017-03-01', saidBy: 'DIRECTOR' })).toMatchObject({ heardOn: '2016-11-16' });
    expect(await rowSeenBy(host)).toMatchObject({ theySay: { on: '2017-03-01', source: 'PHONE', saidBy: 'DIRECTOR' } });
    expect((await rowSeenBy(people.neighbour)).theySay).toBeNull();
    expect((await read(birkenes.client)).theySayDates).toEqual([
      { on: '2017-03-01', replacedAt: null },
      { on: '2017-01-25', replacedAt: expect.stringMatching(/^2016-11-16T/) },
    ]);
    expect(await say(host, { on: '2016-11-01' })).toMatchObject({ fault: 'DATE_TOO_EARLY', path: ['input', 'on'] });
    expect(await say(host, { on: null })).toMatchObject({ on: null });
    expect((await rowSeenBy(host)).theySay).toBeNull();
    expect(await plan()).toEqual(before);
  });

  const plan = () =>
    env.admin.query('select planned_finish_on, planning_status, version from participation where id = $1', [
      birkenes.participationId,
    ]);

  it('R28: whom to call is seen by all, the number by the municipality, the coordinator at the host and the secretariat', async () => {
    const contact = async (who: Client) => (await rowSeenBy(who)).contact;
    const all = { name: expect.any(String), role: 'CHIEF_EXECUTIVE' };
    for (const who of [host, birkenes.client, people.reader, people.secretariat])
      expect(await contact(who)).toEqual({ ...all, phone: '+47 900 11 222' });
    for (const who of [people.neighbour, people.group]) expect(await contact(who)).toEqual({ ...all, phone: null });
  });
});
