import { fulfil } from '@samanker/expectation';
import { anAskedMunicipality, anExpectation, type AskedMunicipality } from '../builders/expectation';
import { aPerson } from '../builders/organisation';
import { FaultySmtp } from '../environment/faulty-smtp';
import { MailGround } from '../environment/mail-ground';

// Thursday 24 November 2016 is the deadline of most of these; T-5 is Thursday the 17th.
const T_MINUS_5 = '2016-11-17T09:00+01:00';

describe('reminders over SMTP', () => {
  let smtp: FaultySmtp;
  let ground: MailGround;

  beforeEach(async () => {
    smtp = new FaultySmtp();
    ground = await MailGround.open(await smtp.start(), '2016-11-10T09:00+01:00', 1_500);
  });
  afterEach(async () => {
    await ground.close();
    await smtp.stop();
  });

  async function asked(address = 'anne@amli.example') {
    const municipality = await anAskedMunicipality(ground);
    const { regionId, organisationId } = municipality;
    await aPerson(ground, regionId, { organisationId, email: address, name: 'Anne' });
    return municipality;
  }

  it('sends once when two sweeps and two senders run at once (C6, R10)', async () => {
    const municipality = await asked();
    for (let step = 0; step < 5; step++) {
      await anExpectation(ground.transactions, municipality, {
        kind: 'VOLUMES',
        dueOn: '2016-11-24',
        occasion: `${step}`,
        subjectId: crypto.randomUUID(),
      });
    }
    await ground.setClock(T_MINUS_5);
    const senders = [ground.sender(), ground.sender()];
    await Promise.all([ground.sweep(), ground.sweep(), ground.sweep()]);
    await ground.sweep();
    await Promise.all(senders.flatMap((sender) => [sender.sendDueMail(), sender.sendDueMail()]));
    expect(smtp.seen).toHaveLength(1);
    expect(smtp.recipients).toEqual(['anne@amli.example']);
    expect(await ground.mails()).toMatchObject([{ kind: 'DIGEST', state: 'SENT', attempts: 1 }]);
    expect(await ground.sweep()).toBe(0);
  });

  it('does not send what lost its reason while it was queued (R12)', async () => {
    const municipality = await asked();
    const subjectId = await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.transactions.asService(municipality.regionId, 'test', (work) => fulfil(work, { subjectId }));
    await ground.sender().sendDueMail();
    expect(smtp.connections).toBe(0);
    expect(await ground.mails()).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('uses the cancelled mail of the day again for something else that is due (R11)', async () => {
    const municipality = await asked();
    const subjectId = await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.transactions.asService(municipality.regionId, 'test', (work) => fulfil(work, { subjectId }));
    await ground.sender().sendDueMail();
    await anExpectation(ground.transactions, municipality, { kind: 'POWER_OF_ATTORNEY', dueOn: '2016-11-24' });
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(1);
  });

  it('leaves a second thing of the day for the next working day once the mail has gone (R11, U6)', async () => {
    const municipality = await asked();
    await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.sender().sendDueMail();
    await anExpectation(ground.transactions, municipality, { kind: 'POWER_OF_ATTORNEY', dueOn: '2016-11-24' });
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(1);
    await ground.setClock('2016-11-18T08:01+01:00');
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(2);
  });

  describe('a text that is due today and came up after the digest had gone (R10, R11, U6)', () => {
    const textDue = (municipality: AskedMunicipality, dueOn: string) =>
      anExpectation(ground.transactions, municipality, { kind: 'TEXT_IN', dueOn, subjectId: crypto.randomUUID() });
    const kinds = async () => (await ground.mails()).map(({ kind, mail_on }) => `${kind} ${mail_on}`);

    async function digestGone() {
      const municipality = await asked();
      await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
      await ground.setClock(T_MINUS_5);
      await ground.sweep();
      await ground.sender().sendDueMail();
      await ground.setClock('2016-11-17T11:00+01:00');
      return municipality;
    }

    it('goes at once in a notice of its own, once; the digest stays the only one of the day', async () => {
      const municipality = await digestGone();
      await textDue(municipality, '2016-11-17');
      for (let repeat = 0; repeat < 2; repeat++) {
        await ground.sweep();
        await ground.sender().sendDueMail();
      }
      expect(await kinds()).toEqual(['DIGEST 2016-11-17', 'NOTICE 2016-11-17']);
      expect(smtp.seen).toHaveLength(2);
      expect(smtp.seen[1]!.raw).toContain('17.11.2016');
      expect(smtp.seen[1]!.raw).not.toContain('24.11.2016');
    });

    it('joins the digest that has not gone yet', async () => {
      const municipality = await asked();
      await textDue(municipality, '2016-11-17');
      await ground.setClock(T_MINUS_5);
      await ground.sweep();
      await ground.sender().sendDueMail();
      expect(await kinds()).toEqual(['DIGEST 2016-11-17']);
    });

    it('is no matter of haste when it is due tomorrow: the digest of that morning asks for it', async () => {
      const municipality = await digestGone();
      await textDue(municipality, '2016-11-18');
      await ground.sweep();
      expect(await kinds()).toEqual(['DIGEST 2016-11-17']);
      await ground.setClock('2016-11-18T08:05+01:00');
      await ground.sweep();
      await ground.sender().sendDueMail();
      expect(await kinds()).toEqual(['DIGEST 2016-11-17', 'DIGEST 2016-11-18']);
    });

    it('is not sent when it has come before it went (R12)', async () => {
      const municipality = await digestGone();
      const subjectId = await textDue(municipality, '2016-11-17');
      await ground.sweep();
      await ground.transactions.asService(municipality.regionId, 'test', (work) => fulfil(work, { subjectId }));
      await ground.sender().sendDueMail();
      expect(smtp.seen).toHaveLength(1);
    });
  });

  it('tries again with back-off after a 4xx, with the same Message-ID (R14, C4)', async () => {
    smtp.fail({ kind: 'reply', stage: 'end', code: 451 }, { times: 2 });
    await anExpectation(ground.transactions, await asked(), { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    const sender = ground.sender();
    await sender.sendDueMail();
    await sender.sendDueMail();
    expect(smtp.seen).toHaveLength(1);
    const [waiting] = await ground.mails();
    expect(waiting).toMatchObject({ state: 'QUEUED', attempts: 1, last_response: expect.stringContaining('451') });
    expect(waiting!.next_attempt_at.getTime()).toBeGreaterThan(new Date(T_MINUS_5).getTime() + 25_000);
    for (const time of ['09:01', '09:10']) {
      await ground.setClock(`2016-11-17T${time}+01:00`);
      await sender.sendDueMail();
    }
    expect(smtp.seen.map(({ acknowledged }) => acknowledged)).toEqual([false, false, true]);
    expect(new Set(smtp.seen.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await ground.mails()).toMatchObject([{ state: 'SENT', attempts: 3 }]);
  });

  it('tries a permanent refusal once and keeps what the server said (R14, C4)', async () => {
    smtp.fail({ kind: 'reply', stage: 'rcpt', code: 550, text: 'No such mailbox' });
    await anExpectation(ground.transactions, await asked(), { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.sender().sendDueMail();
    await ground.setClock('2016-11-17T12:00+01:00');
    await ground.sender().sendDueMail();
    expect(smtp.recipients).toHaveLength(1);
    expect(await ground.mails()).toMatchObject([
      { state: 'REFUSED', last_response: expect.stringContaining('No such mailbox') },
    ]);
  });

  it('does not let a recipient whose server hangs hold up the others (C4)', async () => {
    smtp.fail({ kind: 'silence', stage: 'rcpt' }, { recipient: /hangs/ });
    const first = await asked('hangs@one.example');
    for (const address of [
      'ok1@two.example',
      'ok2@two.example',
      'ok3@two.example',
      'ok4@two.example',
      'ok5@two.example',
    ]) {
      const other = await anAskedMunicipality(ground, first);
      await aPerson(ground, other.regionId, { organisationId: other.organisationId, email: address });
      await anExpectation(ground.transactions, other, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    }
    await anExpectation(ground.transactions, first, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    const running = ground.sender().sendDueMail();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await ground.mails()).filter(({ state }) => state === 'SENT')).toHaveLength(5);
    await running;
    expect((await ground.mails()).filter(({ state }) => state === 'QUEUED')).toMatchObject([
      { to_address: 'hangs@one.example', attempts: 1 },
    ]);
  });

  it('takes up the mail of a worker that was killed, when its lease has run out (C1)', async () => {
    await anExpectation(ground.transactions, await asked(), { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.admin.query(`update mail set leased_until = now() + interval '20 seconds', attempts = 1`);
    expect(await ground.sender().sendDueMail()).toBe(0);
    await ground.admin.query(`update mail set leased_until = now() - interval '1 second'`);
    await ground.sender().sendDueMail();
    expect(await ground.mails()).toMatchObject([{ state: 'SENT', attempts: 2 }]);
  });

  it('writes to nobody at night, on 17 May or in a closed week (R11)', async () => {
    const municipality = await asked();
    await ground.admin.query(
      `insert into closed_week (region_id, organisation_id, from_date, to_date) values ($1, $2, '2017-02-20', '2017-02-26')`,
      [municipality.regionId, municipality.organisationId],
    );
    await anExpectation(ground.transactions, municipality, {
      kind: 'VOLUMES',
      dueOn: '2016-11-24',
      subjectId: crypto.randomUUID(),
    });
    await ground.admin.query(`update expectation set next_reminder_on = '2016-11-17'`);
    for (const instant of [
      '2016-11-17T07:30+01:00',
      '2016-11-17T16:30+01:00',
      '2017-05-17T10:00+02:00',
      '2017-02-22T10:00+01:00',
    ]) {
      await ground.setClock(instant);
      await ground.sweep();
      await ground.sender().sendDueMail();
    }
    expect(smtp.seen).toHaveLength(0);
    await ground.setClock('2017-02-27T08:05+01:00');
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(1);
  });

  it('holds a queued mail back until working hours (R11)', async () => {
    await anExpectation(ground.transactions, await asked(), { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.setClock('2016-11-18T17:00+01:00');
    await ground.sender().sendDueMail();
    const [mail] = await ground.mails();
    expect(mail).toMatchObject({ state: 'QUEUED', attempts: 0, next_attempt_at: new Date('2016-11-21T07:00:00Z') });
    await ground.setClock('2016-11-21T08:00+01:00');
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(1);
  });

  it('writes to the deputy when the holder is away, and takes over a mail that is queued (R12)', async () => {
    const municipality = await asked();
    const { regionId, organisationId } = municipality;
    await aPerson(ground, regionId, { organisationId, email: 'deputy@amli.example', name: 'Dag Vara', deputyOrder: 1 });
    await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.admin.query(`update role set active = false where deputy_order = 0 and organisation_id = $1`, [
      organisationId,
    ]);
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(0);
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.recipients).toEqual(['deputy@amli.example']);
    expect(smtp.seen[0]!.raw).toContain('Dag Vara');
    expect(smtp.seen[0]!.raw).toContain('Anne');
  });

  it('writes to the official address when nobody holds the role, in the language of the municipality (R12)', async () => {
    const municipality = await anAskedMunicipality(ground, {
      name: 'Valle',
      language: 'NN',
      officialAddress: 'post@valle.example',
    });
    await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-11-24' });
    await ground.setClock(T_MINUS_5);
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.recipients).toEqual(['post@valle.example']);
    expect(smtp.seen[0]!.raw).toContain('Content-Language: nn');
  });

  it('sends one mail after a jump of the clock over several occasions (R10)', async () => {
    const municipality = await asked();
    await anExpectation(ground.transactions, municipality, { kind: 'VOLUMES', dueOn: '2016-12-01' });
    await ground.setClock('2016-12-01T09:00+01:00');
    await ground.sweep();
    await ground.sender().sendDueMail();
    expect(smtp.seen).toHaveLength(1);
    expect(await ground.admin.query('select occasion from reminder')).toEqual([{ occasion: 'T 2016-12-01' }]);
  });
});
