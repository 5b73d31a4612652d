import { FaultySmtp, type SmtpFault } from '../../../test/environment/faulty-smtp';
import { buildMessage, type MailMessage } from './mail.rules';
import { readMailSettings } from './mail-settings';
import { readFailure } from './send-failure.rules';
import { MailTransport, type SendOutcome } from './smtp-transport';

const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: 'https://samanker.example' };

function aMessage(over: { to?: string; mailId?: string } = {}): MailMessage {
  return buildMessage(
    {
      mailId: over.mailId ?? 'mail-1',
      to: over.to ?? 'kari@amli.example',
      language: 'nb',
      subject: 'Åmli: send saken innen 28.01.2016',
      action: 'Send saken innen 28.01.2016.',
      link: { label: 'Åpne saken', url: 'https://samanker.example/tasks' },
      sections: [{ kind: 'paragraph', text: 'Blåbærsyltetøy. '.repeat(200) }],
      writtenAt: new Date('2016-01-14T07:00:00Z'),
    },
    sender,
  );
}

describe('MailTransport against a mail server that fails (R14, C4)', () => {
  let server: FaultySmtp;
  let transport: MailTransport;

  beforeEach(async () => {
    server = new FaultySmtp();
    const smtpUrl = await server.start();
    transport = new MailTransport({ ...readMailSettings({}), smtpUrl, attemptWithin: 1_000 });
  });

  afterEach(async () => {
    transport.close();
    await server.stop();
  });

  async function sendAgainst(fault: SmtpFault): Promise<SendOutcome> {
    server.fail(fault);
    return transport.send(aMessage());
  }

  it.each<[string, SmtpFault, string]>([
    ['421 at the greeting', { kind: 'reply', stage: 'greeting', code: 421 }, '421'],
    ['554 at the greeting: the whole service, not this mail', { kind: 'reply', stage: 'greeting', code: 554 }, '554'],
    ['451 to the sender', { kind: 'reply', stage: 'mail', code: 451 }, '451'],
    ['530 log in first: our settings, not the recipient', { kind: 'reply', stage: 'mail', code: 530 }, '530'],
    ['450 to the recipient', { kind: 'reply', stage: 'rcpt', code: 450 }, '450'],
    ['452 to DATA', { kind: 'reply', stage: 'data', code: 452 }, '452'],
    ['451 to the message', { kind: 'reply', stage: 'end', code: 451 }, '451'],
  ])('%s is transient', async (_, fault, code) => {
    expect(await sendAgainst(fault)).toMatchObject({ kind: 'transient', code });
  });

  it.each<[string, SmtpFault, string]>([
    ['550 to the recipient', { kind: 'reply', stage: 'rcpt', code: 550, text: '5.1.1 No such user' }, '550'],
    ['553 to the sender', { kind: 'reply', stage: 'mail', code: 553 }, '553'],
    ['554 to DATA', { kind: 'reply', stage: 'data', code: 554 }, '554'],
    ['552 to the message', { kind: 'reply', stage: 'end', code: 552 }, '552'],
  ])('%s is permanent, tried once', async (_, fault, code) => {
    const outcome = await sendAgainst(fault);
    expect(outcome).toMatchObject({ kind: 'permanent', code });
    expect('response' in outcome && outcome.response).toContain(code);
    expect(server.recipients.length).toBeLessThanOrEqual(1);
  });

  it.each<SmtpFault>([
    { kind: 'silence', stage: 'greeting' },
    { kind: 'silence', stage: 'ehlo' },
    { kind: 'silence', stage: 'rcpt' },
    { kind: 'silence', stage: 'end' },
    { kind: 'trickle', stage: 'end', everyMs: 50 },
    { kind: 'cut', stage: 'greeting' },
    { kind: 'cut', stage: 'rcpt' },
    { kind: 'cut', stage: 'data' },
  ])('%j is transient and over in time', async (fault) => {
    const began = Date.now();
    expect(await sendAgainst(fault)).toMatchObject({ kind: 'transient' });
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(server.connections).toBe(1);
  });

  it('cut in the middle of DATA: transient, nothing sent a second time unasked', async () => {
    expect(await sendAgainst({ kind: 'cut-mid-data', afterBytes: 500 })).toMatchObject({ kind: 'transient' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.seen.map((seen) => seen.complete)).toEqual([false]);
    server.heal();
    expect(await transport.send(aMessage())).toMatchObject({ kind: 'sent', accepted: ['kari@amli.example'] });
  });

  it('cut after DATA: transient; the retry is the same message by its Message-ID', async () => {
    expect(await sendAgainst({ kind: 'cut', stage: 'end' })).toMatchObject({ kind: 'transient' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.seen).toHaveLength(1);
    server.heal();
    const stored = JSON.parse(JSON.stringify(aMessage())) as MailMessage;
    expect(await transport.send(stored)).toMatchObject({ kind: 'sent' });
    expect(server.seen.map((seen) => seen.messageId)).toEqual([
      '<samanker.mail-1@agder.example>',
      '<samanker.mail-1@agder.example>',
    ]);
  });

  it('a connection that a refusal left behind is used again, and the next recipient gets the mail', async () => {
    server.fail({ kind: 'reply', stage: 'rcpt', code: 550 }, { recipient: /gone@/ });
    expect(await transport.send(aMessage({ to: 'gone@amli.example' }))).toMatchObject({ kind: 'permanent' });
    expect(await transport.send(aMessage())).toMatchObject({ kind: 'sent' });
  });

  it('hung deliveries do not hold up the others', async () => {
    server.fail({ kind: 'silence', stage: 'rcpt' }, { recipient: /hung@/ });
    const hung = [1, 2, 3].map((n) => transport.send(aMessage({ to: 'hung@amli.example', mailId: `hung-${n}` })));
    const began = Date.now();
    expect(await transport.send(aMessage())).toMatchObject({ kind: 'sent' });
    expect(Date.now() - began).toBeLessThan(900);
    expect((await Promise.all(hung)).map((outcome) => outcome.kind)).toEqual(['transient', 'transient', 'transient']);
  });

  it('the envelope holds exactly the stored address (S6)', async () => {
    await transport.send(aMessage({ to: "kari.o'neill+anker@amli.example" }));
    const tricked = { ...aMessage(), to: 'a@amli.example, b@evil.example' };
    expect(await transport.send(tricked)).toMatchObject({ kind: 'permanent', code: 'ADDRESS' });
    expect(server.recipients).toEqual(["kari.o'neill+anker@amli.example"]);
  });

  it('nobody listening is transient', async () => {
    await server.stop();
    expect(await transport.send(aMessage())).toMatchObject({ kind: 'transient', code: 'ESOCKET' });
    server = new FaultySmtp();
    await server.start();
  });
});

describe('readFailure', () => {
  it.each([
    ['wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'transient'],
    ['too large for the server', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'permanent'],
    ['something that is no error', 'odd', 'transient'],
    ['dialogue out of step', { code: 'EENVELOPE', responseCode: 503, command: 'RCPT TO' }, 'transient'],
  ])('%s', (_, fault, kind) => {
    expect(readFailure(fault).kind).toBe(kind);
  });
});
