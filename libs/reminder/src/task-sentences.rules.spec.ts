import type { Language } from '@samanker/clock';
import { digestMail, type AskedItem } from './wording.rules';

const OF_MEETING = { bodyName: 'Kommunestyret', meetingOn: '2016-02-25', nextMeetingOn: '2016-04-08' };

/** What a task says and why, as the page and the mail say it. */
function saidOf(language: Language, kind: AskedItem['kind']): readonly [string, string] {
  const item: AskedItem = {
    kind,
    dueOn: '2016-01-28',
    municipality: 'Åmli',
    caseTitle: 'Kommunalt responssenter',
    subjectId: '01537c2e-0000-7000-8000-000000000001',
    url: '',
    ...(kind === 'TEXT_IN' || kind === 'DECISION_MADE' ? OF_MEETING : {}),
  };
  const today = kind === 'DECISION_MADE' ? '2016-01-29' : '2016-01-14';
  const said = digestMail({ language, today, recipient: { name: null }, items: [item], tasksUrl: '/tasks' })!;
  const why = said.sections.filter(({ kind: of }) => of === 'paragraph')[1];
  return [said.action, why?.kind === 'paragraph' ? why.text : ''];
}

describe('every kind of task in three languages (R13, U4)', () => {
  it.each<[Language, AskedItem['kind'], string, string]>([
    [
      'nb',
      'TEXT_IN',
      'Send saken til behandling i kommunestyret innen torsdag 28. januar.',
      'Blir ikke fristen holdt, kan saken først behandles i kommunestyret 8. april i stedet for 25. februar.',
    ],
    [
      'nn',
      'TEXT_IN',
      'Send saka til handsaming i kommunestyret innan torsdag 28. januar.',
      'Blir ikkje fristen halden, kan saka først handsamast i kommunestyret 8. april i staden for 25. februar.',
    ],
    [
      'en',
      'TEXT_IN',
      'Send the case for consideration in the municipal council by Thursday 28 January.',
      'If that day is missed, the next chance in the municipal council is 8 April instead of 25 February.',
    ],
    [
      'nb',
      'DECISION_MADE',
      'Registrer hva som ble avgjort i kommunestyret torsdag 28. januar.',
      'Ble saken vedtatt, utsatt eller endret? Svaret avgjør om Åmli regnes som forankret, og når konkurransen kan lyses ut.',
    ],
    [
      'nn',
      'DECISION_MADE',
      'Registrer kva som vart avgjort i kommunestyret torsdag 28. januar.',
      'Vart saka vedteken, utsett eller endra? Svaret avgjer om Åmli blir rekna som forankra, og når konkurransen kan lysast ut.',
    ],
    [
      'en',
      'DECISION_MADE',
      'Record what was decided in the municipal council on Thursday 28 January.',
      'Was it adopted, postponed or changed? The answer settles whether Åmli counts as anchored, and when the tender can go out.',
    ],
    [
      'nb',
      'ADMINISTRATIVE_DECISION',
      'Avgjør saken innen torsdag 28. januar.',
      'Uten svaret står saken stille, og de som skal behandle den etterpå, får kortere tid.',
    ],
    [
      'nn',
      'ADMINISTRATIVE_DECISION',
      'Avgjer saka innan torsdag 28. januar.',
      'Utan svaret står saka stille, og dei som skal handsame ho etterpå, får kortare tid.',
    ],
    [
      'en',
      'ADMINISTRATIVE_DECISION',
      'Decide the case by Thursday 28 January.',
      'Without the answer the case stands still, and those who come next have less time.',
    ],
    [
      'nb',
      'VOLUMES',
      'Meld inn mengdene innen torsdag 28. januar.',
      'Uten mengdene står Åmli utenfor summen i den samlede behovsrapporten.',
    ],
    [
      'nn',
      'VOLUMES',
      'Meld inn mengdene innan torsdag 28. januar.',
      'Utan mengdene står Åmli utanfor summen i den samla behovsrapporten.',
    ],
    [
      'en',
      'VOLUMES',
      'Report the quantities by Thursday 28 January.',
      'Without the quantities Åmli is missing from the totals of the merged-demand report.',
    ],
    [
      'nb',
      'POWER_OF_ATTORNEY',
      'Registrer fullmakten innen torsdag 28. januar.',
      'Uten fullmakten regnes ikke Åmli som forankret. Da kan ikke Åmli være med når konkurransen lyses ut.',
    ],
    [
      'nn',
      'POWER_OF_ATTORNEY',
      'Registrer fullmakta innan torsdag 28. januar.',
      'Utan fullmakta blir ikkje Åmli rekna som forankra. Då kan ikkje Åmli vere med når konkurransen blir lyst ut.',
    ],
    [
      'en',
      'POWER_OF_ATTORNEY',
      'Record the power of attorney by Thursday 28 January.',
      'Without it Åmli does not count as anchored and cannot take part when the tender goes out.',
    ],
  ])('%s %s', (language, kind, asked, why) => {
    expect(saidOf(language, kind)).toEqual([asked, why]);
  });
});
