import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DevelopmentMailbox } from './development-mailbox';
import { MailModule } from './mail.module';
import { buildMessage, type MailDraft } from './mail.rules';
import { readMailSettings } from './mail-settings';
import { MailTransport } from './smtp-transport';
import type { StoredMailSummary } from './stored-mail';

const settings = readMailSettings({
  PUBLIC_URL: 'https://samanker.example',
  MAIL_FROM: 'Samanker <post@agder.example>',
});

function draft(over: Partial<MailDraft> = {}): MailDraft {
  return {
    mailId: 'mail-1',
    to: 'kari@amli.example',
    fromName: 'Blåbærøya kommune',
    language: 'nn',
    subject: 'Åmli: send saka innan 28.01.2016',
    action: 'Send saka innan torsdag 28. januar 2016.',
    link: { label: 'Opne saka', url: 'https://samanker.example/tasks' },
    sections: [{ kind: 'paragraph', text: 'Ærfugl, øy og å – «hermeteikn».' }],
    calendar: [{ uid: 'm1', title: 'Kommunestyret i Åmli', when: { day: '2016-02-25' } }],
    writtenAt: new Date('2016-01-14T07:00:00Z'),
    ...over,
  };
}

describe('the development mailbox', () => {
  let folder: string;
  let mailbox: DevelopmentMailbox;
  let transport: MailTransport;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samanker-mailbox-'));
    mailbox = new DevelopmentMailbox(folder);
    const port = await mailbox.start();
    transport = new MailTransport({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` });
  });

  afterEach(async () => {
    transport.close();
    await mailbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps Norwegian letters, the headers and the attachment as they were sent (U5)', async () => {
    const sent = buildMessage(draft(), settings.sender);
    expect(await transport.send(sent)).toMatchObject({ kind: 'sent', accepted: ['kari@amli.example'] });
    const [summary] = (await mailbox.list()).messages;
    expect(summary).toMatchObject({
      subject: 'Åmli: send saka innan 28.01.2016',
      from: 'Blåbærøya kommune <post@agder.example>',
      to: 'kari@amli.example',
      recipients: ['kari@amli.example'],
      date: '2016-01-14T07:00:00.000Z',
      messageId: '<samanker.mail-1@agder.example>',
    });
    const mail = await mailbox.read(summary!.id);
    expect(mail?.text.trim()).toBe(sent.text.trim());
    expect(mail?.html.trim()).toBe(sent.html.trim());
    expect(mail?.attachments).toEqual([
      { filename: 'mote.ics', contentType: 'text/calendar', bytes: expect.any(Number), content: expect.any(String) },
    ]);
    expect(mail?.attachments[0]?.content).toContain('SUMMARY:Kommunestyret i Åmli');
    expect(mail?.headers).toEqual(
      expect.arrayContaining(['Auto-Submitted: auto-generated', 'Precedence: bulk', 'Content-Language: nn']),
    );
  });

  it('gets no header and no recipient out of hostile texts (S6)', async () => {
    const evil = 'x\r\nBcc: b@evil.example\r\n\r\nbody\u0000';
    const sent = buildMessage(
      draft({
        fromName: `"${evil}" <c@evil.example>`,
        subject: evil,
        action: evil,
        sections: [{ kind: 'facts', rows: [{ label: evil, value: evil }] }],
        calendar: [{ uid: evil, title: evil, location: evil, description: evil, when: { day: '2016-02-25' } }],
      }),
      settings.sender,
    );
    await transport.send(sent);
    const [summary] = (await mailbox.list()).messages;
    const mail = await mailbox.read(summary!.id);
    expect(mail?.recipients).toEqual(['kari@amli.example']);
    expect(mail?.headers.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
    expect(mail?.headers.filter((line) => /^(to|from|subject):/i.test(line))).toHaveLength(3);
    expect(mail?.from).toMatch(/<post@agder\.example>$/);
  });

  it('survives a restart, finds by recipient, empties', async () => {
    const heard: string[] = [];
    mailbox.on('message', (mail) => heard.push(mail.messageId));
    for (const n of [1, 2, 3]) {
      await transport.send(
        buildMessage(
          draft({ mailId: `m-${n}`, to: n === 2 ? 'ola@amli.example' : 'kari@amli.example' }),
          settings.sender,
        ),
      );
    }
    expect(heard).toEqual([1, 2, 3].map((n) => `<samanker.m-${n}@agder.example>`));
    await mailbox.stop();
    mailbox = new DevelopmentMailbox(folder);
    await mailbox.start();
    const all = await mailbox.list({ limit: 2 });
    expect([all.total, all.messages.map((mail) => mail.messageId)]).toEqual([
      3,
      ['<samanker.m-3@agder.example>', '<samanker.m-2@agder.example>'],
    ]);
    expect((await mailbox.list({ to: 'OLA@amli.example' })).total).toBe(1);
    await mailbox.clear();
    expect((await mailbox.list()).total).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says in one sentence that its port is taken', async () => {
    await expect(new DevelopmentMailbox(folder).start(mailbox.port)).rejects.toThrow('give SMTP_URL another port');
  });

  it('reads nothing outside its folder', async () => {
    expect(await mailbox.read('../../etc/passwd')).toBeUndefined();
    expect(await mailbox.read('1452754800000-000000000000')).toBeUndefined();
  });
});

type Listed = { total: number; messages: StoredMailSummary[] };

describe('the mailbox over HTTP', () => {
  it('lists, reads, and shows HTML that can do nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samanker-mailbox-'));
    const module = await Test.createTestingModule({
      imports: [
        MailModule.register({ settings: { ...settings, mailboxFolder: folder, mailboxPort: 0 }, hostMailbox: true }),
      ],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    const port = app.get(DevelopmentMailbox).port;
    const transport = new MailTransport({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` });
    await transport.send(buildMessage(draft(), settings.sender));
    transport.close();
    await app.listen(0, '127.0.0.1');
    const root = `${await app.getUrl()}/development/mailbox`;
    const read = async (path: string) => (await (await fetch(`${root}${path}`)).json()) as Listed;
    const list = await read('?to=kari@amli.example&limit=x');
    expect(list).toMatchObject({ total: 1, messages: [{ to: 'kari@amli.example' }] });
    const id = list.messages[0]?.id;
    const mail = await read(`/${id}`);
    expect(mail).toMatchObject({
      subject: 'Åmli: send saka innan 28.01.2016',
      attachments: [{ filename: 'mote.ics' }],
    });
    const html = await fetch(`${root}/${id}/html`);
    expect(html.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    );
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await html.text()).toContain('<html lang="nn">');
    expect((await fetch(`${root}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect((await fetch(root, { method: 'DELETE' })).status).toBe(204);
    expect((await read('')).total).toBe(0);
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('production', () => {
  it('has no development mailbox and demands real settings', () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect(() => new DevelopmentMailbox('x')).toThrow('does not exist in production');
    } finally {
      process.env.NODE_ENV = before;
    }
    const production = { ...settings, production: true };
    expect(MailModule.register({ settings: production, hostMailbox: true }).controllers).toBeUndefined();
    expect(() => readMailSettings({ NODE_ENV: 'production' })).toThrow(/SMTP_URL is not set.*SMTP_URL=/);
    expect(() => readMailSettings({ SMTP_URL: 'localhost:25' })).toThrow('SMTP_URL is not an address like');
    expect(() => readMailSettings({ MAIL_FROM: 'a@b.no, c@d.no' })).toThrow('MAIL_FROM is not an address like');
    expect(() => readMailSettings({ PUBLIC_URL: 'samanker.no' })).toThrow('PUBLIC_URL is not an address like');
    expect(readMailSettings({ SMTP_URL: 'smtp://127.0.0.1:2525' }).mailboxPort).toBe(2525);
    expect(readMailSettings({ SMTP_URL: 'smtp://mail.example.no:25' }).mailboxPort).toBe(0);
  });
});
