import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REMIND = `mutation ($input: RemindNowInput!) { remindNow(input: $input) { __typename
  ... on RemindNowAnswer { queued mails { organisationNames recipientName toAddress asked subject text goesAt } leftOut { organisationName because } }
  ... on UserError { code message } } }`;

const REMINDABLE = `query ($caseId: UUID!) { remindableNow(caseId: $caseId) { participationIds } }`;

/** R10–R12: the coordinator reminds by hand, and sees first who gets what. */
describe('remind now', () => {
  let env: SamankerUnderTest;
  let host: Client;
  let birkenes: BuiltRoute;
  let bykle: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
    birkenes = await anInvited(env, { name: 'Birkenes', decisionDeadline: '2016-12-31' });
    bykle = await anInvited(env, { name: 'Bykle', case: birkenes.case });
    host = await env.as(birkenes.case.coordinator);
    await env.drain();
  });
  afterAll(() => env.stop());

  const remind = async (who: Client, dryRun: boolean) =>
    (
      await who.mutate(REMIND, {
        input: {
          caseId: birkenes.case.caseId,
          participationIds: [birkenes.participationId, bykle.participationId],
          dryRun,
        },
      })
    ).remindNow;
  /** Of whom the board offers to remind: it is to be those that the preview has a mail for. */
  const remindable = async (who: Client): Promise<string[] | undefined> =>
    (await who.query(REMINDABLE, { caseId: birkenes.case.caseId })).remindableNow?.participationIds;
  const digestsTo = async (address: string, since: string): Promise<{ state: string; subject: string }[]> =>
    env.admin.query(
      `select state, subject from mail where kind = 'DIGEST' and to_address = $1 and mail_on >= $2 order by id`,
      [address, since],
    );

  it('a dry run shows each mail as it would go, and queues nothing', async () => {
    await env.setClock('2016-08-03T10:00+02:00');
    const preview = await remind(host, true);
    expect(preview).toMatchObject({ queued: false, leftOut: [] });
    expect(preview.mails).toHaveLength(2);
    expect((await remindable(host))?.sort()).toEqual([birkenes.participationId, bykle.participationId].sort());
    expect(preview.mails[0]).toMatchObject({
      organisationNames: ['Birkenes'],
      toAddress: birkenes.person.email,
      goesAt: expect.stringMatching(/^2016-08-03T08:0/),
    });
    expect(preview.mails[0].subject).toContain('Birkenes');
    expect(preview.mails[0].text).toContain('avgjør saken innen mandag 15. august');
    expect(await digestsTo(birkenes.person.email, '2016-08-03')).toEqual([]);
  });

  it('sent, it is the mail of the preview; nobody gets a second one that day (R11)', async () => {
    const [preview] = (await remind(host, true)).mails;
    expect(await remind(host, false)).toMatchObject({ queued: true, leftOut: [] });
    expect((await remind(host, true)).mails).toEqual([]);
    expect(await remindable(host)).toEqual([]);
    await env.drain();
    expect(await digestsTo(birkenes.person.email, '2016-08-03')).toEqual([{ state: 'SENT', subject: preview.subject }]);
    expect(await remind(host, false)).toMatchObject({
      queued: false,
      mails: [],
      leftOut: [
        { organisationName: 'Birkenes', because: 'WRITTEN_TO_TODAY' },
        { organisationName: 'Bykle', because: 'WRITTEN_TO_TODAY' },
      ],
    });
  });

  it('on a Saturday it waits for Monday morning, and what has lost its reason by then is not sent (R11, R12)', async () => {
    await env.setClock('2016-08-06T12:00+02:00');
    const { mails } = await remind(host, false);
    expect(mails.map(({ goesAt }: { goesAt: string }) => goesAt)).toEqual([
      '2016-08-08T06:00:00.000Z',
      '2016-08-08T06:00:00.000Z',
    ]);
    await env.drain();
    expect(await digestsTo(bykle.person.email, '2016-08-06')).toMatchObject([{ state: 'QUEUED' }]);
    expect((await remind(host, true)).leftOut).toEqual([
      { organisationName: 'Birkenes', because: 'ALREADY_QUEUED' },
      { organisationName: 'Bykle', because: 'ALREADY_QUEUED' },
    ]);
    // The case is paused before Monday.
    await env.admin.query(`update procurement_case set stage = 'PAUSED' where id = $1`, [birkenes.case.caseId]);
    expect(await remindable(host)).toEqual([]);
    await env.setClock('2016-08-08T08:30+02:00');
    await env.drain();
    expect(await digestsTo(birkenes.person.email, '2016-08-06')).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await digestsTo(bykle.person.email, '2016-08-06')).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('a municipality does not remind another one', async () => {
    expect(await remind(birkenes.client, true)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await remindable(birkenes.client)).toBeUndefined();
  });
});
