import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const FIELDS = 'id text byHost answer shared mayAnswer mayShare organisationName hostName';
const NO = '... on UserError { code path message }';
const ASK = `mutation ($input: AskQuestionInput!) { answer: askQuestion(input: $input) { __typename ... on Question { ${FIELDS} } ${NO} } }`;
const ANSWER = `mutation ($input: AnswerQuestionInput!) { answer: answerQuestion(input: $input) { __typename ... on Question { ${FIELDS} } ${NO} } }`;
const SHARE = `mutation ($input: ShareAnswerInput!) { answer: shareAnswer(input: $input) { __typename ... on Question { ${FIELDS} } ${NO} } }`;
const stageVerb = (verb: string) =>
  `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { __typename ${NO} } }`;
const NEWS = '{ news { kind organisationName questionId askedByHost } }';
const READ = `query ($caseId: UUID!, $participationId: UUID) { questions(caseId: $caseId, participationId: $participationId) { ${FIELDS} } }`;
const TASKS = '{ myTasks { kind dueOn asked why path role } }';

interface Read {
  readonly id: string;
  readonly text: string;
  readonly mayAnswer: boolean;
  readonly mayShare: boolean;
}

/** A municipality and the host ask each other: awaited like everything else, told in few mails, shared when the host says so. */
describe('questions and answers about a case', () => {
  let env: SamankerUnderTest;
  let birkenes: BuiltRoute;
  let lillesand: BuiltRoute;
  let host: Client;
  let secretariat: Client;
  const addresses = { host: 'karin@kristiansand.example', birkenes: 'anne@birkenes.example' };

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
    birkenes = await anInvited(env, { name: 'Birkenes' });
    lillesand = await anInvited(env, { name: 'Lillesand', case: birkenes.case });
    host = await env.as(birkenes.case.coordinator);
    secretariat = await env.as(
      await aPerson(env, birkenes.case.regionId, { organisationId: null, roles: ['SECRETARIAT'] }),
    );
    for (const [email, { personId }] of [
      [addresses.host, birkenes.case.coordinator],
      [addresses.birkenes, birkenes.person],
    ] as const)
      await env.admin.query('update person set email = $1 where id = $2', [email, personId]);
    await env.drain();
  });
  afterAll(() => env.stop());

  const carryOut = async (who: Client, document: string, input: object) =>
    (await who.mutate(document, { input })).answer;
  const ask = (who: Client, text: string, participationId = birkenes.participationId) =>
    carryOut(who, ASK, { participationId, text });
  const answer = (who: Client, questionId: string, text: string, shareWithAll = false) =>
    carryOut(who, ANSWER, { questionId, text, shareWithAll });
  const read = async (who: Client): Promise<Read[]> =>
    (await who.query(READ, { caseId: birkenes.case.caseId })).questions;
  const texts = async (who: Client): Promise<string[]> => (await read(who)).map(({ text }) => text);
  const tasks = async (who: Client) =>
    (await who.query(TASKS)).myTasks.filter(({ kind }: { kind: string }) => kind === 'QUESTION');
  const mailsTo = async (to: string, subject: RegExp) => {
    const { messages } = await env.mailbox.list({ to });
    return messages.filter((mail) => subject.test(mail.subject));
  };

  it('a municipality asks, the host has a task by a date and a line in its digest, no mail of its own (R9, R11)', async () => {
    expect(await ask(birkenes.client, 'Når kommer prisen?')).toMatchObject({
      __typename: 'Question',
      byHost: false,
      mayAnswer: false,
      answer: null,
      organisationName: 'Birkenes',
    });
    await ask(birkenes.client, 'Kan vi vente til juni?');
    expect(await tasks(host)).toEqual([
      expect.objectContaining({
        dueOn: '2016-11-21',
        role: 'COORDINATOR',
        path: `/cases/${birkenes.case.caseId}/questions`,
        asked: 'Svar på spørsmålet om fellesanskaffelsen innen mandag 21. november.',
        why: 'Birkenes har spurt og kommer ikke videre uten svaret.',
      }),
      expect.anything(),
    ]);
    expect(await tasks(birkenes.client)).toEqual([]);
    await env.drain();
    const [mail, ...more] = await mailsTo(addresses.host, /./);
    expect(more).toEqual([]);
    expect(mail!.subject.length).toBeLessThanOrEqual(60);
    const { text } = (await env.mailbox.read(mail!.id))!;
    expect(text.match(/Svar på spørsmålet/g)!.length).toBeGreaterThanOrEqual(2);
    expect(text).not.toContain('prisen');
  });

  it('is seen by the two and by those who look after the region, by no other municipality (R28)', async () => {
    const both = ['Kan vi vente til juni?', 'Når kommer prisen?'];
    for (const who of [birkenes.client, host, secretariat]) expect((await texts(who)).sort()).toEqual(both);
    expect(await texts(lillesand.client)).toEqual([]);
    const [{ id }] = (await read(host)) as [Read];
    expect(await answer(lillesand.client, id, 'Aldri.')).toMatchObject({ __typename: 'NotFound' });
    expect(await answer(secretariat, id, 'Snart.')).toMatchObject({ __typename: 'NotPermitted' });
    expect(await answer(birkenes.client, id, 'Selv.')).toMatchObject({ __typename: 'NotPermitted' });
  });

  it('the host answers once; whoever asked is told in one mail a day, in working hours (R8, R11)', async () => {
    await env.setClock('2016-11-16T17:30+01:00');
    const open = await read(host);
    const price = open.find(({ text }) => text === 'Når kommer prisen?')!;
    const [first, second] = await Promise.all([
      answer(host, price.id, 'I mai.', true),
      answer(host, price.id, 'I juni.'),
    ]);
    expect([first.__typename, second.__typename].sort()).toEqual(['AlreadyAnswered', 'Question']);
    const other = open.find(({ text }) => text !== 'Når kommer prisen?')!;
    await answer(host, other.id, 'Ja, ut juni.');
    await env.drain();
    expect(await mailsTo(addresses.birkenes, /besvart/)).toEqual([]);
    await env.setClock('2016-11-17T08:30+01:00');
    await env.drain();
    const told = await mailsTo(addresses.birkenes, /besvart/);
    expect(told.map(({ subject }) => subject)).toEqual(['Birkenes: spørsmål er besvart 16.11.2016']);
    const { text } = (await env.mailbox.read(told[0]!.id))!;
    expect(text).toContain('Les 2 svar på spørsmål dere har stilt');
    expect(text).toContain(`/cases/${birkenes.case.caseId}/questions`);
    expect(text).not.toContain('I mai.');
    expect(await tasks(host)).toEqual([]);
  });

  it('what the host shares is seen by every municipality, the rest by the two alone', async () => {
    await env.admin.query('update question set shared = (text like $1)', ['%prisen%']);
    expect(await texts(lillesand.client)).toEqual(['Når kommer prisen?']);
    expect((await texts(birkenes.client)).length).toBe(2);
  });

  it('the host asks a municipality, which answers; it cannot share', async () => {
    const asked = await ask(host, 'Har dere budsjett i 2018?');
    expect(asked).toMatchObject({ byHost: true, mayAnswer: false });
    expect(await tasks(birkenes.client)).toHaveLength(1);
    expect(await answer(birkenes.client, asked.id, 'Ja.', true)).toMatchObject({
      __typename: 'InvalidInput',
      path: ['input', 'shareWithAll'],
    });
    expect(await answer(host, asked.id, 'Vet ikke.')).toMatchObject({ __typename: 'NotPermitted' });
    expect(await answer(birkenes.client, asked.id, 'Ja.')).toMatchObject({ answer: 'Ja.', mayAnswer: false });
    expect(await tasks(birkenes.client)).toEqual([]);
  });

  it('the host shares an answer afterwards as well, once and for good; everybody hears of it as news (R28)', async () => {
    await env.admin.query('update question set shared = false where by_host = false');
    const mine = await read(host);
    const answered = mine.find(({ text }) => text === 'Kan vi vente til juni?')!;
    const byHost = mine.find(({ text }) => text === 'Har dere budsjett i 2018?')!;
    expect([answered.mayShare, byHost.mayShare]).toEqual([true, false]);
    expect((await read(birkenes.client)).some(({ mayShare }) => mayShare)).toBe(false);
    const share = (who: Client, questionId: string) => carryOut(who, SHARE, { questionId });
    expect(await share(birkenes.client, answered.id)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await share(secretariat, answered.id)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await share(lillesand.client, answered.id)).toMatchObject({ __typename: 'NotFound' });
    expect(await share(host, byHost.id)).toMatchObject({ __typename: 'InvalidInput', path: ['input', 'questionId'] });
    const open = await ask(birkenes.client, 'Og hvis vi venter til juli?');
    expect(await share(host, open.id)).toMatchObject({ __typename: 'NotAnswered' });
    await answer(host, open.id, 'Nei.');

    for (let times = 0; times < 2; times++)
      expect(await share(host, answered.id)).toMatchObject({ __typename: 'Question', shared: true, mayShare: false });
    expect(await texts(lillesand.client)).toEqual(['Kan vi vente til juni?']);
    const [{ count }] = await env.admin.query(
      `select count(*)::int from decision_log where verb = 'shareAnswer' and case_id = $1`,
      [birkenes.case.caseId],
    );
    expect(count).toBe(1);
    await env.drain();
    const { news } = await lillesand.client.query(NEWS);
    expect(news[0]).toEqual({
      kind: 'ANSWER_SHARED',
      organisationName: 'Birkenes',
      questionId: answered.id,
      askedByHost: false,
    });
    expect(news.filter(({ questionId }: { questionId: string | null }) => questionId)).toHaveLength(1);
  });

  it('who asks and who answers is news to the two and to those who look after the region, to nobody else (R28)', async () => {
    const about = async (who: Client): Promise<string[]> =>
      (await who.query(NEWS)).news
        .filter(({ questionId }: { questionId: string | null }) => questionId)
        .map(({ kind, askedByHost }: { kind: string; askedByHost: boolean }) => `${kind} ${askedByHost}`);
    expect(await about(birkenes.client)).toEqual(
      expect.arrayContaining(['QUESTION_ASKED true', 'QUESTION_ANSWERED false', 'ANSWER_SHARED false']),
    );
    expect(await about(birkenes.client)).not.toContain('QUESTION_ASKED false');
    expect(await about(host)).toEqual(expect.arrayContaining(['QUESTION_ASKED false', 'QUESTION_ANSWERED true']));
    expect((await about(secretariat)).length).toBeGreaterThan((await about(host)).length);
    expect(await about(lillesand.client)).toEqual(['ANSWER_SHARED false']);
  });

  it('changes neither plan nor board, goes to no next level, and stands in the log without its words (R10, R31, R32)', async () => {
    const asked = await ask(birkenes.client, 'Hemmelig spørsmål om Kari?');
    const [row] = await env.admin.query('select escalation_on as "on" from expectation where subject_id = $1', [
      asked.id,
    ]);
    expect(row.on).toBeNull();
    await env.setClock('2016-12-01T09:00+01:00');
    await env.drain();
    const [left] = await env.admin.query(
      'select fulfilled_at as done, withdrawn_at as gone from expectation where subject_id = $1',
      [asked.id],
    );
    expect(left).toEqual({ done: null, gone: null });
    const log = await env.admin.query(`select * from decision_log where verb = 'askQuestion'`);
    expect(log.length).toBeGreaterThan(0);
    expect(JSON.stringify(log)).not.toContain('Kari');
  });

  it('refuses the host’s own participation', async () => {
    const own = await anInvited(env, { case: birkenes.case, organisationId: birkenes.case.hostOrganisationId });
    expect(await ask(host, 'Hallo?', own.participationId)).toMatchObject({ __typename: 'InvalidInput' });
  });

  it('stays a task while the case is paused, of which alone people are reminded (R5b)', async () => {
    const { id } = await ask(birkenes.client, 'Hva venter vi på?');
    const before = (await tasks(host)).length;
    const { caseId } = birkenes.case;
    expect(await carryOut(host, stageVerb('pauseProcurementCase'), { caseId, reason: 'Ny lov' })).toMatchObject({
      __typename: 'ProcurementCase',
    });
    await env.drain();
    expect(await tasks(host)).toHaveLength(before);
    expect((await birkenes.client.query(TASKS)).myTasks).toEqual([]);
    // What is asked during the pause is awaited as well; after it, both still are, once each.
    await ask(birkenes.client, 'Hvor lenge?');
    expect(await tasks(host)).toHaveLength(before + 1);
    await env.setClock('2016-12-02T09:00+01:00');
    await env.drain();
    const [mail] = await mailsTo(addresses.host, /02\.12\.2016|06\.12\.2016|spørsmål|oppgaver/);
    expect((await env.mailbox.read(mail!.id))!.text).toContain('Svar på spørsmålet');
    await carryOut(host, stageVerb('resumeProcurementCase'), { caseId, reason: 'Loven er her' });
    await env.drain();
    expect(await tasks(host)).toHaveLength(before + 1);
    expect(await answer(host, id, 'På forskriften.')).toMatchObject({ __typename: 'Question' });
    expect(await tasks(host)).toHaveLength(before);
  });

  it('is withdrawn with a case that is cancelled, in which nothing more is asked (R5b, R12)', async () => {
    const { caseId } = birkenes.case;
    expect((await tasks(host)).length).toBeGreaterThan(0);
    await carryOut(host, stageVerb('cancelProcurementCase'), { caseId, reason: 'Ingen midler' });
    expect(await tasks(host)).toEqual([]);
    const open = await env.admin.query(
      `select distinct withdrawn_because as because from expectation where case_id = $1 and kind = 'QUESTION' and fulfilled_at is null`,
      [caseId],
    );
    expect(open).toEqual([{ because: 'CANCELLED' }]);
    expect(await ask(birkenes.client, 'Hvorfor?')).toMatchObject({ __typename: 'CaseClosed' });
  });
});
