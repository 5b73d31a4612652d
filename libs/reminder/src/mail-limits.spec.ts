import { addDays, formatDate, type Language } from '@samanker/clock';
import { buildMessage, type MailMessage, OPENING_LIMIT, SUBJECT_LIMIT, subjectLine } from '@samanker/mail';
import { invitationMail, mergeProposalMail } from './invitation-wording.rules';
import type { Wording } from './sentences.rules';
import { type AskedItem, digestMail, escalationMail } from './wording.rules';

const LANGUAGES: Language[] = ['nb', 'nn', 'en'];
const KINDS: AskedItem['kind'][] = [
  'TEXT_IN',
  'DECISION_MADE',
  'ADMINISTRATIVE_DECISION',
  'VOLUMES',
  'POWER_OF_ATTORNEY',
];
const TITLE = 'Kommunalt responssenter';
const ID = '01537c2e-0000-7000-8000-000000000001';
const ROOT = 'https://samanker.agder.example';
const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: ROOT };
const contact = { name: 'Nina Hansen', organisation: 'Kristiansand', phone: '38 07 50 00' };

function item(over: Partial<AskedItem> = {}): AskedItem {
  return {
    kind: 'TEXT_IN',
    dueOn: '2016-01-28',
    municipality: 'Åmli',
    caseTitle: TITLE,
    subjectId: ID,
    url: `${ROOT}/participations/${ID}`,
    bodyName: 'Kommunestyret',
    meetingOn: '2016-02-25',
    nextMeetingOn: '2016-04-08',
    anchored: { anchored: 21, of: 30 },
    ...over,
  };
}

function digest(
  language: Language,
  items: AskedItem[],
  today = '2016-01-14',
  recipient = { name: 'Kari Nordmann' },
): Wording {
  const mail = digestMail({ language, today, recipient, items, tasksUrl: `${ROOT}/tasks`, contact });
  if (!mail) throw new Error('Nothing was said');
  return mail;
}

function messageOf(wording: Wording, mailId = ID): MailMessage {
  return buildMessage({ ...wording, mailId, to: 'kari@amli.example', writtenAt: new Date(0) }, sender);
}

function textOf(wording: Wording): string {
  return messageOf(wording).text;
}

describe('every mail keeps the limits (U5)', () => {
  const long = {
    municipality: 'Nordre Follo interkommunale selskap',
    caseTitle: `${TITLE} og felles anskaffelse trygghets- og varslingsteknologi`,
    bodyName: 'Rådet for mennesker med nedsatt funksjonsevne',
  };
  const said: [string, Wording, string, string][] = [];
  for (const language of LANGUAGES) {
    for (const kind of KINDS) {
      for (const offset of [-10, 0, 5]) {
        const today = addDays('2016-01-28', offset);
        for (const [name, over] of [
          ['short', {}],
          ['long', long],
        ] as const) {
          const one = item({ kind, ...over });
          said.push([
            `${language} ${kind} ${offset} ${name}`,
            digest(language, [one], today),
            one.municipality,
            one.dueOn,
          ]);
          said.push([
            `${language} ${kind} ${offset} ${name} twice`,
            digest(language, [one, one], today),
            one.municipality,
            one.dueOn,
          ]);
        }
      }
      const responsible = { name: 'Kari Nordmann', reminders: 3 };
      const recipient = { name: 'Ola Hansen' };
      const asked = {
        language,
        today: '2016-02-01',
        recipient,
        item: item({ kind }),
        responsible,
        coordinator: contact,
      };
      said.push([`${language} ${kind} escalation`, escalationMail(asked), 'Åmli', '2016-01-28']);
    }
    const common = {
      language,
      today: '2016-01-14',
      recipient: { name: null },
      answerBy: '2016-01-28',
      url: `${ROOT}/participations/${ID}`,
      contact,
    };
    const invitation = { host: 'Kristiansand', caseTitle: TITLE, decisionDeadline: '2016-06-30', invited: 30 };
    said.push([
      `${language} invitation`,
      invitationMail({ ...common, ...invitation, municipality: 'Åmli' }),
      'Åmli',
      '2016-01-28',
    ]);
    const needs = ['Åmli', 'Arendal', 'Grimstad', 'Risør', 'Tvedestrand'].map((municipality) => ({
      municipality,
      title: TITLE,
    }));
    said.push([
      `${language} proposal`,
      mergeProposalMail({ ...common, proposedOn: '2016-01-28', needs, reasons: ['CPV 33195'] }),
      'Åmli',
      '2016-01-28',
    ]);
  }

  it.each(said)('%s', (_, wording, municipality, date) => {
    const subject = subjectLine(wording.subject);
    expect(subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    expect(subject.slice(0, 10)).toBe(municipality.slice(0, 10).padEnd(10, subject.slice(municipality.length)));
    expect(subject).toContain(formatDate(date));
    expect(subject).toContain(': ');
    const message = messageOf(wording);
    const opening = message.text.slice(0, OPENING_LIMIT);
    expect(opening).toContain(wording.link.url);
    expect(opening).toMatch(/28\.? (januar|January)/);
    // The first line says it whole, and the title of the case stands whole below.
    expect(opening.split('\n')[0]).toBe(wording.action);
    expect(message.text).not.toContain('…');
    expect(message.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'Content-Language': wording.language });
    expect(message.html).toContain(wording.link.url);
    expect(message.html).not.toMatch(
      /<(img|link|script|iframe|object|embed|video|audio|base)\b|url\(|@import|\bsrc=|background=/i,
    );
    const own = new URL(ROOT).origin;
    expect((message.html.match(/https?:\/\/[^"<\s]+/g) ?? []).filter((url) => new URL(url).origin !== own)).toEqual([]);
    expect(messageOf(wording).messageId).toBe(message.messageId);
    expect(messageOf(wording, 'another').messageId).not.toBe(message.messageId);
  });

  it.each(said.filter(([name]) => name.includes(' TEXT_IN ') && !name.endsWith('escalation')))(
    '%s brings its meeting as a calendar file',
    (_, wording) => {
      const { attachments } = messageOf(wording);
      expect(attachments).toHaveLength(1);
      expect(attachments[0]!.contentType).toMatch(/^text\/calendar\b/);
      expect(attachments[0]!.content).toContain('20160225');
    },
  );

  it.each(said.filter(([name]) => name.startsWith('nn')))('%s is Nynorsk through and through', (_, wording) => {
    expect(` ${textOf(wording)} `).not.toMatch(
      /[^\p{L}](ikke|hva|hvem|hvorfor|hvilke|hver|saken|innen|uten|noe|noen|senere|mulige|behandling|behandler|vedtatt|utsatt|endret|kommuner|kommunene|oppgaver|fra|blitt|være|vært|dere|deres|meldingen|venter|fullmakten|stedfortreder|ansvarlig|nå|åpne|velg|bekreft|sammen|høre|andre til å kjøpe sammen|godtatt|ennå|jeg|vi vet|avgjør|regnes)[^\p{L}]/iu,
    );
  });

  it.each(said.filter(([name]) => name.startsWith('nb')))('%s is Bokmål through and through', (_, wording) => {
    expect(` ${textOf(wording)} `).not.toMatch(
      /[^\p{L}](ikkje|kva|kven|kvifor|kvar|saka|innan|utan|noko|seinare|moglege|handsaming|vedteke|utsett|endra|kommunar|oppgåver|frå|vore|vere|dykk|meldinga|ventar|fullmakta|stadfortredar|ansvarleg|opne|vel|stadfest|saman|høyre|enno|eg|avgjer|rekna)[^\p{L}]/iu,
    );
  });
});
