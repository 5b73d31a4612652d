import { addDays, formatDate, type Language } from '@samanker/clock';
import { buildMessage, OPENING_LIMIT, SUBJECT_LIMIT, subjectLine } from '@samanker/mail';
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
    url: `${ROOT}/tasks/${ID}`,
    bodyName: 'Kommunestyret',
    meetingOn: '2016-02-25',
    nextMeetingOn: '2016-04-08',
    decided: { done: 21, of: 30 },
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

function textOf(wording: Wording): string {
  return buildMessage({ ...wording, mailId: 'm', to: 'kari@amli.example', writtenAt: new Date(0) }, sender).text;
}

describe('every mail keeps the limits (U5)', () => {
  const long = {
    municipality: 'Nordre Follo interkommunale selskap',
    caseTitle: `${TITLE} og felles anskaffelse trygghets- og varslingsteknologi`,
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
      url: `${ROOT}/x`,
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
      mergeProposalMail({ ...common, needs, reasons: ['CPV 33195'] }),
      'Åmli',
      '2016-01-28',
    ]);
  }

  it.each(said)('%s', (_, wording, municipality, date) => {
    const subject = subjectLine(wording.subject);
    expect(subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    expect(subject.slice(0, 10)).toBe(municipality.slice(0, 10).padEnd(10, subject.slice(municipality.length)));
    expect(subject).toContain(formatDate(date));
    const opening = textOf(wording).slice(0, OPENING_LIMIT);
    expect(opening).toContain(wording.link.url);
    expect(opening).toMatch(/28\.? (januar|January)/);
  });

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
