import type { Language } from '@samanker/clock';
import { buildMessage, subjectLine } from '@samanker/mail';
import { definiteBody } from './phrases.rules';
import type { Wording } from './sentences.rules';
import { type AskedItem, digestMail } from './wording.rules';

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

function textOf(wording: Wording): string {
  return buildMessage({ ...wording, mailId: 'm', to: 'kari@amli.example', writtenAt: new Date(0) }, sender).text;
}

describe('one thing is asked (R10, R13)', () => {
  it.each<[Language, Partial<AskedItem>, string, string, string]>([
    [
      'nb',
      {},
      '2016-01-14',
      'Åmli: send saken innen 28.01.2016',
      'Send saken til behandling i kommunestyret innen torsdag 28. januar.',
    ],
    [
      'nn',
      {},
      '2016-01-14',
      'Åmli: send saka innan 28.01.2016',
      'Send saka til handsaming i kommunestyret innan torsdag 28. januar.',
    ],
    [
      'en',
      {},
      '2016-01-14',
      'Åmli: send the case by 28.01.2016',
      'Send the case for consideration in the municipal council by Thursday 28 January.',
    ],
    [
      'nn',
      {},
      '2016-01-28',
      'Åmli: send saka innan 28.01.2016',
      'Send saka til handsaming i kommunestyret i dag, torsdag 28. januar.',
    ],
    [
      'nb',
      {},
      '2015-12-21',
      'Åmli: send saken innen 28.01.2016',
      'Send saken til behandling i kommunestyret innen torsdag 28. januar 2016.',
    ],
    [
      'nb',
      { kind: 'DECISION_MADE', dueOn: '2016-02-25' },
      '2016-02-26',
      'Åmli: hva ble vedtatt 25.02.2016?',
      'Registrer hva som ble avgjort i kommunestyret torsdag 25. februar.',
    ],
    [
      'nn',
      { kind: 'DECISION_MADE', dueOn: '2016-02-25' },
      '2016-02-26',
      'Åmli: kva vart vedteke 25.02.2016?',
      'Registrer kva som vart avgjort i kommunestyret torsdag 25. februar.',
    ],
    [
      'en',
      { kind: 'DECISION_MADE', dueOn: '2016-02-25' },
      '2016-02-26',
      'Åmli: what was decided 25.02.2016?',
      'Record what was decided in the municipal council on Thursday 25 February.',
    ],
    [
      'nn',
      { kind: 'VOLUMES' },
      '2016-02-01',
      'Åmli: mengdene skulle vore inne 28.01.2016',
      'Meld inn mengdene no. Fristen var torsdag 28. januar.',
    ],
    [
      'nb',
      { kind: 'POWER_OF_ATTORNEY' },
      '2016-01-28',
      'Åmli: registrer fullmakten innen 28.01.2016',
      'Registrer fullmakten i dag, torsdag 28. januar.',
    ],
    [
      'nn',
      { kind: 'ADMINISTRATIVE_DECISION' },
      '2016-01-14',
      'Åmli: avgjer saka innan 28.01.2016',
      'Avgjer saka innan torsdag 28. januar.',
    ],
  ])('%s %j on %s', (language, over, today, subject, action) => {
    const mail = digest(language, [item(over)], today);
    expect(subjectLine(mail.subject)).toBe(subject);
    expect(mail.action).toBe(action);
    expect(mail.link.url).toBe(`${ROOT}/tasks/${ID}`);
  });

  it.each<[Language, Partial<AskedItem>, string]>([
    ['nb', {}, 'Blir ikke fristen holdt, kan saken først behandles i kommunestyret 8. april i stedet for 25. februar.'],
    [
      'nn',
      {},
      'Blir ikkje fristen halden, kan saka først handsamast i kommunestyret 8. april i staden for 25. februar.',
    ],
    ['en', {}, 'If that day is missed, the next chance in the municipal council is 8 April instead of 25 February.'],
    ['nb', { dueOn: '2016-01-13' }, 'Rekker ikke saken dette møtet, kan den først behandles i kommunestyret 8. april'],
    ['nn', { dueOn: '2016-01-13' }, 'Rekk ikkje saka dette møtet, kan ho først handsamast i kommunestyret 8. april'],
    ['nb', { kind: 'QUESTION', askedBy: 'Risør' }, 'Risør har spurt og kommer ikke videre uten svaret.'],
    ['nb', { nextMeetingOn: null }, 'Det er ikke registrert noe senere møte i kommunestyret.'],
    [
      'nb',
      { bodyName: 'Formannskap', nextDecisionOn: '2016-04-20' },
      'kan saken først behandles i formannskapet 8. april i stedet for 25. februar. Endelig vedtak kommer da tidligst 20. april.',
    ],
    ['nn', { nextMeetingOn: undefined }, 'Utan saka kan ikkje Åmli gjere vedtak i tide.'],
    [
      'nb',
      { kind: 'DECISION_MADE' },
      'Ble saken vedtatt, utsatt eller endret? Svaret avgjør om Åmli regnes som forankret',
    ],
    ['nn', { kind: 'DECISION_MADE' }, 'Vart saka vedteken, utsett eller endra? Svaret avgjer om Åmli blir rekna'],
    ['nn', { kind: 'VOLUMES' }, 'Utan mengdene står Åmli utanfor summen i den samla behovsrapporten.'],
  ])('%s says what happens if it is missed: %j', (language, over, sentence) => {
    expect(textOf(digest(language, [item(over)]))).toContain(sentence);
  });

  it.each<[Language, number, string]>([
    ['nb', 21, '21 av 30 kommuner er forankret.'],
    ['nb', 0, 'Ingen av de 30 kommunene er forankret ennå.'],
    ['nn', 21, '21 av 30 kommunar er forankra.'],
    ['nn', 0, 'Ingen av dei 30 kommunane er forankra enno.'],
    ['en', 1, '1 of 30 municipalities is anchored.'],
  ])('%s says how many are anchored: %d', (language, anchored, sentence) => {
    expect(textOf(digest(language, [item({ anchored: { anchored, of: 30 } })]))).toContain(sentence);
  });

  it.each<[Language, { name: string | null; deputyFor?: string }, string]>([
    ['nb', { name: 'Kari Nordmann' }, 'Til Kari Nordmann.'],
    ['nb', { name: 'Kari Nordmann', deputyFor: 'Ola Hansen' }, 'Til Kari Nordmann, stedfortreder for Ola Hansen.'],
    ['nn', { name: 'Kari Nordmann', deputyFor: 'Ola Hansen' }, 'Til Kari Nordmann, stadfortredar for Ola Hansen.'],
    ['nn', { name: null }, 'Til postmottaket i Åmli. Ingen er registrerte som ansvarlege for dette hos dykk.'],
  ])('%s names whom it is to (R12): %j', (language, recipient, sentence) => {
    const mail = digestMail({ language, today: '2016-01-14', recipient, items: [item()], tasksUrl: ROOT });
    expect(mail && textOf(mail)).toContain(sentence);
  });

  it('brings the meeting as a calendar entry, the same one every time', () => {
    const entries = ['2016-01-14', '2016-01-21'].map((today) => digest('nb', [item()], today).calendar);
    expect(entries[0]).toEqual([
      {
        uid: `${ID}.meeting@samanker`,
        title: 'Kommunestyret: Kommunalt responssenter (Åmli)',
        when: { day: '2016-02-25' },
      },
    ]);
    expect(entries[1]).toEqual(entries[0]);
    expect(digest('nb', [item({ kind: 'VOLUMES' })]).calendar).toEqual([]);
  });
});

describe('several things for one person on one day (R11)', () => {
  const items = [
    item({ kind: 'VOLUMES', dueOn: '2016-02-10', municipality: 'Vegårshei' }),
    item({ kind: 'TEXT_IN' }),
    item({ kind: 'POWER_OF_ATTORNEY', dueOn: '2016-02-01' }),
  ];

  it.each<[Language, string, string]>([
    [
      'nb',
      'Åmli m.fl.: 3 oppgaver, den første 28.01.2016',
      '3 oppgaver venter. Den første: send saken til behandling i kommunestyret innen torsdag 28. januar.',
    ],
    [
      'nn',
      'Åmli m.fl.: 3 oppgåver, den første 28.01.2016',
      '3 oppgåver ventar. Den første: send saka til handsaming i kommunestyret innan torsdag 28. januar.',
    ],
    [
      'en',
      'Åmli and others: 3 tasks, the first 28.01.2016',
      '3 tasks are waiting. The first: send the case for consideration in the municipal council by Thursday 28 January.',
    ],
  ])('%s: one mail, the most urgent first, one link', (language, subject, action) => {
    const mail = digest(language, items);
    expect(subjectLine(mail.subject)).toBe(subject);
    expect(mail.action).toBe(action);
    expect(mail.link.url).toBe(`${ROOT}/tasks`);
    const text = textOf(mail);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text.match(/^\* /gm)).toHaveLength(3);
    expect(text.match(/21 (av|of) 30/g)).toHaveLength(1);
  });

  it('nothing to say is no mail (R12, U6)', () => {
    const recipient = { name: 'Kari Nordmann' };
    expect(digestMail({ language: 'nb', today: '2016-01-14', recipient, items: [], tasksUrl: ROOT })).toBeNull();
  });
});

describe('names of bodies inside a sentence', () => {
  it.each([
    ['Kommunestyret', 'kommunestyret'],
    ['Kommunestyre', 'kommunestyret'],
    ['Bystyret', 'bystyret'],
    ['Formannskap', 'formannskapet'],
    ['Eldreråd', 'eldrerådet'],
    ['Utvalg for helse og omsorg', 'utvalg for helse og omsorg'],
    ['Rådet for mennesker med nedsatt funksjonsevne', 'rådet for mennesker med nedsatt funksjonsevne'],
    ['Åmli kommunestyre', 'Åmli kommunestyre'],
    ['KOM', 'KOM'],
  ])('%s becomes %s', (name, inside) => {
    expect(definiteBody(name)).toBe(inside);
  });
});
