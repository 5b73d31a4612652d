import { MunicipalityInvited } from '@samanker/anchoring';
import { Transactions } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import type { StoredMail } from '@samanker/mail';
import { anAskedMunicipality, anExpectation, type AskedMunicipality } from '../builders/expectation';
import { aPerson, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const OFFERS = `query ($caseId: UUID!) { escalationOffers(caseId: $caseId) {
  id role state recipientName toOfficialAddress organisationName kind dueOn subject text } }`;
const ACCEPT = `mutation ($id: UUID!) { acceptEscalation(input: { offerId: $id }) { __typename ... on EscalationOffer { id state } ... on UserError { code message } } }`;
const DECLINE = `mutation ($id: UUID!) { declineEscalation(input: { offerId: $id }) { __typename ... on EscalationOffer { id state } ... on UserError { code message } } }`;
const MAIL_LOG = `query ($caseId: UUID!) { mailLog(caseId: $caseId) { kind state toAddress organisationName subject lastResponse } }`;
const TASKS = `{ myTasks { kind caseTitle organisationName dueOn overdue asked why path bodyName meetingOn anchoredCount participantCount } }`;

describe('reminders', () => {
  let env: SamankerUnderTest;
  let transactions: Transactions;
  let city = 0;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-10T09:00+01:00' });
    transactions = env.worker.context.app.get(Transactions, { strict: false });
  });
  beforeEach(() => env.setClock('2016-11-10T09:00+01:00'));
  afterAll(() => env.stop());

  interface Scene extends AskedMunicipality {
    readonly anne: BuiltPerson;
  }

  async function aScene({
    name = 'Åmli',
    language = 'NB',
    ...wishes
  }: Parameters<typeof anAskedMunicipality>[1] = {}): Promise<Scene> {
    const municipality = await anAskedMunicipality(env, { name, language, ...wishes });
    const anne = await aPerson(env, municipality.regionId, {
      organisationId: municipality.organisationId,
      name: 'Anne Ås',
      email: `anne${++city}@amli.example`,
      language,
    });
    return { ...municipality, anne };
  }

  async function mailsTo(address: string): Promise<StoredMail[]> {
    const { messages } = await env.mailbox.list({ to: address });
    return Promise.all(messages.toReversed().map(async ({ id }) => (await env.mailbox.read(id))!));
  }

  const textForMeeting = {
    kind: 'TEXT_IN',
    dueOn: '2016-11-24',
    occasion: '2016-12-14',
    facts: {
      bodyName: 'Kommunestyret',
      stepTitle: 'Kommunestyret',
      meetingOn: '2016-12-14',
      nextMeetingOn: '2017-02-15',
      nextDecisionOn: '2017-02-15',
    },
  } as const;

  it('asks for the text before its deadline, in Bokmål, with the meeting as a calendar file (R10, R13, U5)', async () => {
    const scene = await aScene();
    await anExpectation(transactions, scene, textForMeeting);
    await env.setClock('2016-11-17T09:00+01:00');
    await env.drain();
    const [mail, ...others] = await mailsTo(scene.anne.email);
    expect(others).toEqual([]);
    expect(mail!.recipients).toEqual([scene.anne.email]);
    expect(mail!.subject.length).toBeLessThanOrEqual(60);
    expect(mail!.subject).toContain('Åmli');
    expect(mail!.subject).toContain('24.11.2016');
    const path = `/participations/${scene.participationId}`;
    expect(mail!.text.slice(0, 200)).toContain('24. november');
    expect(mail!.text.slice(0, 200 + path.length)).toContain(path);
    expect(mail!.text).toContain('15. februar');
    expect(mail!.attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar']);
    expect(mail!.attachments[0]!.content).toContain('20161214');
    expect(mail!.headers.join('\n')).toContain('Auto-Submitted: auto-generated');
  });

  it('writes Nynorsk to the one who reads Nynorsk (R13)', async () => {
    const scene = await aScene({ name: 'Bygland', language: 'NN' });
    await anExpectation(transactions, scene, textForMeeting);
    await env.setClock('2016-11-17T09:00+01:00');
    await env.drain();
    const [mail] = await mailsTo(scene.anne.email);
    expect(mail!.headers.join('\n')).toContain('Content-Language: nn');
    expect(mail!.text).toContain('Ingenting er avgjort før du svarar');
  });

  it('asks what was decided on the first working day after a meeting, a Monday after a Friday (R10)', async () => {
    const scene = await aScene();
    await anExpectation(transactions, scene, {
      ...textForMeeting,
      kind: 'DECISION_MADE',
      dueOn: '2016-11-18',
      role: 'COORDINATOR',
    });
    for (const day of ['2016-11-18T15:00+01:00', '2016-11-19T10:00+01:00']) {
      await env.setClock(day);
      await env.drain();
    }
    expect(await mailsTo(scene.anne.email)).toEqual([]);
    await env.setClock('2016-11-21T08:10+01:00');
    await env.drain();
    const [mail] = await mailsTo(scene.anne.email);
    expect(mail!.subject).toContain('18.11.2016?');
  });

  it('puts several things of one day into one mail with one link to all of them (R11, U6)', async () => {
    const scene = await aScene();
    await anExpectation(transactions, scene, textForMeeting);
    await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await anExpectation(transactions, scene, { kind: 'POWER_OF_ATTORNEY', dueOn: '2016-11-24' });
    await env.setClock('2016-11-17T09:00+01:00');
    await env.drain();
    const mails = await mailsTo(scene.anne.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('http://localhost:3000/tasks');
    expect(mails[0]!.text.match(/^\* /gm)).toHaveLength(3);
  });

  it('sends though everything the queue knew is lost (R9)', async () => {
    const scene = await aScene();
    await anExpectation(transactions, scene, textForMeeting);
    await env.setClock('2016-11-17T09:00+01:00');
    await transactions.asService(scene.regionId, 'test', async (work) => {
      await work.execute(
        `insert into mail (region_id, kind, to_address, organisation_id, person_id, language, mail_on) values ($1, 'DIGEST', $2, $3, $4, 'NB', $5)`,
        [scene.regionId, scene.anne.email, scene.organisationId, scene.anne.personId, work.today],
      );
      await work.execute(
        `insert into reminder (region_id, expectation_id, occasion, mail_id) select $1, e.id, 'T-5 2016-11-24', m.id from expectation e, mail m where e.participation_id = $2 and m.to_address = $3`,
        [scene.regionId, scene.participationId, scene.anne.email],
      );
    });
    await env.drain();
    expect(await mailsTo(scene.anne.email)).toHaveLength(1);
  });

  it('lists what is asked of me, soonest first, with why and by when; and nothing of others (R13, R28)', async () => {
    const scene = await aScene({ name: 'Vegårshei' });
    await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-12-01' });
    await anExpectation(transactions, scene, textForMeeting);
    await anExpectation(transactions, scene, {
      kind: 'ADMINISTRATIVE_DECISION',
      dueOn: '2016-11-12',
      role: 'CHIEF_EXECUTIVE',
      subjectId: crypto.randomUUID(),
    });
    const { myTasks } = await (await env.as(scene.anne)).query(TASKS);
    expect(myTasks).toHaveLength(2);
    expect(myTasks[0]).toMatchObject({
      kind: 'TEXT_IN',
      organisationName: 'Vegårshei',
      dueOn: '2016-11-24',
      overdue: false,
      meetingOn: '2016-12-14',
      path: `/participations/${scene.participationId}`,
      anchoredCount: 0,
      participantCount: 1,
    });
    expect(myTasks[0].asked).toContain('24. november');
    expect(myTasks[0].why).toContain('15. februar');
    expect(myTasks[1].kind).toBe('VOLUMES');
    const stranger = await env.as(await aPerson(env, scene.regionId, { organisationId: scene.hostId }));
    expect((await stranger.query(TASKS)).myTasks).toEqual([]);
  });

  it('invites the case contact and, for the archive, the official address, once (R9)', async () => {
    const scene = await aScene({ name: 'Valle', language: 'NN', officialAddress: 'post@valle.example' });
    for (let repeat = 0; repeat < 2; repeat++) {
      await transactions.asService(scene.regionId, 'test', async (work) =>
        work.publish(new MunicipalityInvited({ participationId: scene.participationId, caseId: scene.caseId })),
      );
      await env.drain();
      await env.setClock('2016-11-11T09:00+01:00');
    }
    const [mail, ...more] = await mailsTo(scene.anne.email);
    expect(more).toEqual([]);
    expect(mail!.text).toContain('Felles responssenter');
    expect(mail!.attachments).toEqual([]);
    const archived = await mailsTo('post@valle.example');
    expect(archived).toHaveLength(1);
    expect(archived[0]!.attachments).toEqual([
      expect.objectContaining({ filename: 'invitasjon-valle.pdf', contentType: 'application/pdf' }),
    ]);
    expect(archived[0]!.attachments[0]!.bytes).toBeGreaterThan(10_000);
    expect(archived[0]!.text).toContain('Invitasjonen ligg ved som PDF');
  });

  describe('a missed date', () => {
    async function missed(wishes: Parameters<typeof aScene>[0] = {}) {
      const scene = await aScene(wishes);
      await aPerson(env, scene.regionId, {
        organisationId: scene.organisationId,
        roles: ['DIRECTOR'],
        name: 'Dag Direktør',
        email: `dag${city}@amli.example`,
      });
      const karin = await aPerson(env, scene.regionId, {
        organisationId: scene.hostId,
        name: 'Karin Koordinator',
        email: `karin${city}@krs.example`,
      });
      const subjectId = await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-11-15' });
      const coordinator = await env.as(karin);
      const offers = async (client = coordinator) =>
        (await client.query(OFFERS, { caseId: scene.caseId })).escalationOffers;
      return { ...scene, director: `dag${city}@amli.example`, subjectId, coordinator, offers };
    }

    it('is offered to the coordinator two working days later, with a preview, and goes when accepted (R10)', async () => {
      const scene = await missed();
      await env.setClock('2016-11-16T10:00+01:00');
      await env.drain();
      expect(await scene.offers()).toEqual([]);
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      expect(offer).toMatchObject({
        role: 'DIRECTOR',
        state: 'OFFERED',
        recipientName: 'Dag Direktør',
        toOfficialAddress: false,
        dueOn: '2016-11-15',
        organisationName: 'Åmli',
      });
      expect(offer.text).toContain('Anne Ås');
      expect(await mailsTo(scene.director)).toEqual([]);

      const twice = await Promise.all([
        scene.coordinator.mutate(ACCEPT, { id: offer.id }),
        scene.coordinator.mutate(ACCEPT, { id: offer.id }),
      ]);
      for (const { acceptEscalation } of twice)
        expect(acceptEscalation).toMatchObject({ __typename: 'EscalationOffer', state: 'SENT' });
      await env.drain();
      const [mail, ...others] = await mailsTo(scene.director);
      expect(others).toEqual([]);
      expect(mail!.subject).toBe(offer.subject);
    });

    it('belongs to the host’s coordinator: the municipality neither sees nor accepts the offer (R10, R28)', async () => {
      const scene = await missed();
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      const anne = await env.as(scene.anne);
      expect(await scene.offers(anne)).toEqual([]);
      expect((await anne.mutate(ACCEPT, { id: offer.id })).acceptEscalation.__typename).toBe('NotFound');
    });

    it('is declined for good, and a declined offer cannot be accepted (R10)', async () => {
      const scene = await missed();
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      expect((await scene.coordinator.mutate(DECLINE, { id: offer.id })).declineEscalation.state).toBe('DECLINED');
      expect((await scene.coordinator.mutate(ACCEPT, { id: offer.id })).acceptEscalation).toMatchObject({
        code: 'ESCALATION_NO_LONGER_OFFERED',
      });
      await env.setClock('2016-11-28T10:00+01:00');
      await env.drain();
      expect(await mailsTo(scene.director)).toEqual([]);
    });

    it('lapses when what was missing has come, also after it was accepted but before it was sent (R12)', async () => {
      const scene = await missed();
      const other = await missed();
      await env.setClock('2016-11-17T17:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      await scene.coordinator.mutate(ACCEPT, { id: offer.id });
      for (const { regionId, subjectId } of [scene, other])
        await transactions.asService(regionId, 'test', (work) => fulfil(work, { subjectId }));
      expect((await other.offers())[0].state).toBe('LAPSED');
      await env.setClock('2016-11-18T09:00+01:00');
      await env.drain();
      expect(await mailsTo(scene.director)).toEqual([]);
    });

    it('goes to the next level by itself where the municipality has agreed to that, and then climbs (R10)', async () => {
      const scene = await missed({ officialAddress: 'post@climbs.example' });
      await env.admin.query('update participation set escalate_automatically = true where id = $1', [
        scene.participationId,
      ]);
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      expect(await mailsTo(scene.director)).toHaveLength(1);
      await env.setClock('2016-11-21T10:00+01:00');
      await env.drain();
      expect(await mailsTo(scene.director)).toHaveLength(1);
      // The letter to the director stays to be seen when the next level is written to, and when all is done.
      const letters = [
        { role: 'DIRECTOR', recipientName: 'Dag Direktør', toOfficialAddress: false, state: 'SENT' },
        { role: 'CHIEF_EXECUTIVE', recipientName: null, toOfficialAddress: true, state: 'SENT' },
      ];
      expect(await scene.offers()).toMatchObject(letters);
      expect(await mailsTo('post@climbs.example')).toHaveLength(1);
      await transactions.asService(scene.regionId, 'test', (work) => fulfil(work, { subjectId: scene.subjectId }));
      await env.admin.query('update role set active = false where organisation_id = $1', [scene.organisationId]);
      await env.drain();
      expect(await scene.offers()).toMatchObject(letters);
    });

    it('is no longer offered the moment its reason goes, or the date is moved, and offered anew when that is missed (R12)', async () => {
      const scene = await missed();
      const rows = () =>
        env.admin.query(
          'select role, state, settled_at is not null as settled from escalation_offer where region_id = $1',
          [scene.regionId],
        );
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-11-22' });
      expect(await rows()).toEqual([{ role: 'DIRECTOR', state: 'LAPSED', settled: true }]);
      await env.setClock('2016-11-24T10:00+01:00');
      await env.drain();
      expect(await rows()).toEqual([{ role: 'DIRECTOR', state: 'OFFERED', settled: false }]);
      await transactions.asService(scene.regionId, 'test', (work) => fulfil(work, { subjectId: scene.subjectId }));
      expect(await rows()).toEqual([{ role: 'DIRECTOR', state: 'LAPSED', settled: true }]);
    });

    it('is not told of when the date was moved after it was accepted and before it went (R12)', async () => {
      const scene = await missed();
      await env.setClock('2016-11-17T17:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      await scene.coordinator.mutate(ACCEPT, { id: offer.id });
      await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-12-22' });
      await env.setClock('2016-11-18T09:00+01:00');
      await env.drain();
      expect(await mailsTo(scene.director)).toEqual([]);
    });

    it('ends in one way when it is accepted while what was missing comes (R12)', async () => {
      const scene = await missed();
      await env.setClock('2016-11-17T10:00+01:00');
      await env.drain();
      const [offer] = await scene.offers();
      const [{ acceptEscalation }] = await Promise.all([
        scene.coordinator.mutate(ACCEPT, { id: offer.id }),
        transactions.asService(scene.regionId, 'test', (work) => fulfil(work, { subjectId: scene.subjectId })),
      ]);
      const [{ state }] = await scene.offers();
      expect([state, acceptEscalation.__typename]).toEqual(
        state === 'SENT' ? ['SENT', 'EscalationOffer'] : ['LAPSED', 'EscalationNoLongerOffered'],
      );
    });
  });

  it('shows the coordinator what was sent and to whom; the municipality its own; another one nothing (R14, R28)', async () => {
    const scene = await aScene({ name: 'Risør' });
    await anExpectation(transactions, scene, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await env.setClock('2016-11-17T09:00+01:00');
    await env.drain();
    await env.admin.query(
      `update mail set state = 'REFUSED', last_response = '550: No such mailbox' where to_address = $1`,
      [scene.anne.email],
    );
    const karin = await env.as(await aPerson(env, scene.regionId, { organisationId: scene.hostId }));
    const expected = [
      {
        kind: 'DIGEST',
        state: 'REFUSED',
        toAddress: scene.anne.email,
        organisationName: 'Risør',
        lastResponse: '550: No such mailbox',
      },
    ];
    expect((await karin.query(MAIL_LOG, { caseId: scene.caseId })).mailLog).toMatchObject(expected);
    expect((await (await env.as(scene.anne)).query(MAIL_LOG, { caseId: scene.caseId })).mailLog).toMatchObject(
      expected,
    );
    const other = await anAskedMunicipality(env, scene);
    const stranger = await env.as(await aPerson(env, scene.regionId, { organisationId: other.organisationId }));
    expect((await stranger.query(MAIL_LOG, { caseId: scene.caseId })).mailLog).toEqual([]);
  });
});
