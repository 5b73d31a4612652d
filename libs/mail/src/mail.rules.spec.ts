import { displayName, isPlainAddress, MailRefused, plainAddress } from './mail-address.rules';
import { buildMessage, type MailDraft, messageIdOf, OPENING_LIMIT, SUBJECT_LIMIT, subjectLine } from './mail.rules';

const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: 'https://samanker.example' };

const draft: MailDraft = {
  mailId: '01537c2e-0000-7000-8000-000000000001',
  to: 'kari.nordmann@amli.example',
  language: 'nb',
  subject: { municipality: 'Åmli', thing: 'send saken innen', date: '28.01.2016' },
  action: 'Send saken innen torsdag 28. januar 2016: Åmli kommunestyre behandler responssenteret.',
  link: { label: 'Åpne saken', url: 'https://samanker.example/tasks/01537c2e-0000-7000-8000-000000000002' },
  sections: [
    { kind: 'paragraph', text: 'Hei, Kari Nordmann.\nSaken gjelder <b>felles</b> anskaffelse & «drift».' },
    { kind: 'list', items: [{ title: 'Saksframlegg', lines: ['Frist 28.01.2016'] }] },
    { kind: 'facts', rows: [{ label: 'Møte', value: '25.02.2016' }] },
  ],
  writtenAt: new Date('2016-01-14T07:00:00Z'),
};

describe('one plain address (S6)', () => {
  it.each([
    ['kari.nordmann@amli.kommune.no', 'kari.nordmann@amli.kommune.no'],
    ["o'neill+anker@post.vest-agder.no", "o'neill+anker@post.vest-agder.no"],
    ['Post@XN--MLI-ULA.Kommune.NO', 'Post@xn--mli-ula.kommune.no'],
  ])('takes %s', (text, stored) => {
    expect(plainAddress(text)).toBe(stored);
  });

  it.each([
    ['two with a comma', 'a@amli.no,b@amli.no'],
    ['two with a semicolon', 'a@amli.no; b@amli.no'],
    ['two with a space', 'a@amli.no b@amli.no'],
    ['a header after a line break', 'a@amli.no\r\nBcc: b@evil.example'],
    ['a bare line feed', 'a@amli.no\nb'],
    ['a trailing line feed', 'a@amli.no\n'],
    ['NUL', 'a@amli.no\u0000.evil.example'],
    ['a name before it', 'Kari <a@amli.no>'],
    ['angle brackets', '<a@amli.no>'],
    ['a group', 'alle: a@amli.no, b@amli.no;'],
    ['a comment', 'a@amli.no(b@evil.example)'],
    ['a quoted local part', '"a@evil.example"@amli.no'],
    ['two at signs', 'a@evil.example@amli.no'],
    ['a percent route', 'a%evil.example@amli.no'],
    ['a bang route', 'evil.example!a@amli.no'],
    ['a source route', '@evil.example:a@amli.no'],
    ['a pipe', 'a|sh@amli.no'],
    ['an encoded word', '=?utf-8?q?b=40evil.example?=@amli.no'],
    ['an address literal', 'a@[10.0.0.1]'],
    ['an IP number', 'a@10.0.0.1'],
    ['no domain', 'a@'],
    ['no dot in the domain', 'a@localhost'],
    ['two dots', 'a..b@amli.no'],
    ['letters beyond ASCII', 'a@åmli.no'],
    ['a look-alike at sign', 'a＠amli.no'],
    ['a hidden character', 'a\u200b@amli.no'],
    ['nothing', ''],
    ['255 characters', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(8)}.no`],
  ])('refuses %s', (_, text) => {
    expect(isPlainAddress(text)).toBe(false);
    expect(() => buildMessage({ ...draft, to: text }, sender)).toThrow(MailRefused);
  });
});

describe('display names (S6)', () => {
  it.each([
    ['Kristiansand kommune', 'Kristiansand kommune'],
    ['Ordfører "ordforer@amli.no" <x@evil.example>', 'Ordfører ordforer amli.no x evil.example'],
    ['Kari\r\nBcc: x@evil.example', 'Kari Bcc x evil.example'],
    ['\u202eon.ilma', 'on.ilma'],
    ['A\u0000B', 'A B'],
    ['=?utf-8?q?Ordf=C3=B8rer?=', '= ?utf-8?q?Ordf=C3=B8rer?='],
    ['Kari\u2028Bcc: x@evil.example\u0085To: y', 'Kari Bcc x evil.example To y'],
  ])('%j becomes %j', (name, shown) => {
    expect(displayName(name)).toBe(shown);
  });
});

describe('the subject (U5)', () => {
  it.each([
    [{ municipality: 'Åmli', thing: 'send saken innen', date: '28.01.2016' }, 'Åmli: send saken innen 28.01.2016'],
    [
      {
        municipality: 'Evje og Hornnes',
        thing: 'vedta Kommunalt responssenter og velferdsteknologi innen',
        date: '28.01.2016',
      },
      'Evje og Hornnes: vedta Kommunalt responssenter og… 28.01.2016',
    ],
  ])('%j', (parts, line) => {
    expect(subjectLine(parts).length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    if (parts.municipality === 'Åmli') expect(subjectLine(parts)).toBe(line);
    expect(subjectLine(parts)).toMatch(/28\.01\.2016$/);
  });

  it('keeps the date of a line that is too long, and breaks no emoji', () => {
    const line = subjectLine(`${'Kommunalt responssenter '.repeat(4)}🙂 innen 28.01.2016`);
    expect(line.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    expect(line).toMatch(/… innen 28\.01\.2016$/);
    expect(subjectLine('🙂'.repeat(60))).not.toMatch(/\p{Surrogate}/u);
  });

  it('never holds a line break, NUL or lone surrogate (S6)', () => {
    const line = subjectLine('Åmli\r\nBcc: x@evil.example\u0000\ud800');
    expect(line).toBe('Åmli Bcc: x@evil.example \ufffd');
  });
});

describe('words that a reader would decode (RFC 2047, S6)', () => {
  it.each(['=?utf-8?b?QmNjOiB4QGV2aWwuZXhhbXBsZQ==?=', '=?iso-8859-1?q?=0D=0ABcc:_x@evil.example?='])(
    '%s stands in the subject as it was written, and is none any more',
    (word) => {
      expect(subjectLine(`${word} 28.01.2016`)).not.toMatch(/=\?/);
      expect(subjectLine({ municipality: word, thing: word, date: '28.01.2016' })).not.toMatch(/=\?/);
    },
  );
});

describe('a message (R13, U5)', () => {
  const message = buildMessage(draft, sender);

  it('says what, when and gives the link in the first 200 characters of the text', () => {
    const opening = message.text.slice(0, OPENING_LIMIT);
    expect(opening).toContain('Send saken innen torsdag 28. januar 2016');
    expect(opening).toContain(draft.link.url);
    const long = buildMessage({ ...draft, action: `Send saken innen 28.01.2016 ${'til Åmli '.repeat(50)}` }, sender);
    expect(long.text.slice(0, OPENING_LIMIT)).toContain(draft.link.url);
  });

  it('is marked as automatic and has a Message-ID that follows from its id alone', () => {
    expect(message.headers['Auto-Submitted']).toBe('auto-generated');
    expect(message.messageId).toBe(`<samanker.${draft.mailId}@agder.example>`);
    expect(buildMessage({ ...draft, writtenAt: new Date('2016-02-01T07:00:00Z') }, sender).messageId).toBe(
      message.messageId,
    );
    expect(() => messageIdOf('a@b>\r\nX: y', 'agder.example')).toThrow(MailRefused);
  });

  it('has HTML that is escaped, in its language, without pictures, scripts or style sheets', () => {
    expect(message.html).toContain('<html lang="nb">');
    expect(message.html).toContain('Saken gjelder &lt;b&gt;felles&lt;/b&gt; anskaffelse &amp; «drift».');
    expect(message.html).not.toMatch(/<(img|script|style|link|iframe)|url\(|background=/i);
    expect(message.html.match(/https?:\/\/[^"<]+/g)?.every((url) => url.startsWith('https://samanker.example/'))).toBe(
      true,
    );
  });

  it.each([
    'javascript:alert(1)',
    'https://evil.example/x',
    'https://samanker.example@evil.example/',
    'data:text/html,x',
    '/t',
  ])('refuses the link %s', (url) => {
    expect(() => buildMessage({ ...draft, link: { label: 'x', url } }, sender)).toThrow(MailRefused);
  });

  it('survives JSON unchanged, so that it can be stored and tried again', () => {
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });
});

describe('the calendar file (R13)', () => {
  it('writes instants in UTC and whole days as dates', () => {
    const [file] = buildMessage(
      {
        ...draft,
        calendar: [
          {
            uid: 'meeting-1@agder.example',
            title: 'Kommunestyret i Åmli\r\nATTENDEE:x',
            when: { start: new Date('2016-02-25T09:00:00Z'), end: new Date('2016-02-25T14:00:00Z') },
          },
          { uid: 'meeting-2@agder.example', title: 'Formannskapet', when: { day: '2016-02-05' } },
        ],
      },
      sender,
    ).attachments;
    expect(file?.contentType).toContain('text/calendar');
    expect(file?.content).toContain('DTSTART:20160225T090000Z');
    expect(file?.content).toContain('DTEND:20160225T140000Z');
    expect(file?.content).toContain('DTSTART;VALUE=DATE:20160205');
    expect(file?.content).not.toMatch(/^ATTENDEE/m);
    expect(file?.content).not.toContain('TZID');
  });

  it('refuses a day that is none', () => {
    const calendar = [{ uid: 'x', title: 'x', when: { day: '2016-2-5' } }];
    expect(() => buildMessage({ ...draft, calendar }, sender)).toThrow(MailRefused);
  });
});
