import { formatDate } from '../clock/format';
import type { Catalogue } from '../language/catalogue';
import { en } from '../language/en';
import { nb } from '../language/nb';
import { nn } from '../language/nn';
import { sentenceOf, type LogLine } from './log-sentence';

const line = (verb: string, change: object, more: Partial<LogLine> = {}): LogLine => ({
  number: 1,
  at: '2016-11-16T09:00:00Z',
  verb,
  subjectName: null,
  caseId: null,
  caseTitle: null,
  organisationName: 'Åmli',
  doneBy: 'PERSON',
  personName: null,
  entry: JSON.stringify(change),
  previousHash: '',
  hash: '',
  ...more,
});
const said = (t: Catalogue, entry: LogLine): string => sentenceOf(entry, { t, date: formatDate });

describe('the sentences of the decision log', () => {
  it.each([
    [nb, 'Kommunestyret i Åmli vedtok saken 16.11.2016.'],
    [nn, 'Kommunestyret i Åmli vedtok saka 16.11.2016.'],
    [en, 'Kommunestyret in Åmli approved the case on 16.11.2016.'],
  ])('a decision: who, what, when', (t, sentence) => {
    const entry = line(
      'decideAnchoringStep',
      { before: { state: 'OPEN' }, after: { outcome: 'APPROVED', decidedOn: '2016-11-16' } },
      { subjectName: 'Kommunestyret' },
    );
    expect(said(t, entry)).toBe(sentence);
    expect(said(t, { ...entry, verb: 'supersedeDecision' })).toContain(sentence);
  });

  it.each<[string, object, Partial<LogLine>, string]>([
    ['declareVolumes', { after: { declare: true } }, {}, 'Åmli meldte inn mengdene.'],
    ['importVolumes', { after: { declare: false } }, {}, 'Åmli lagret en kladd med mengder.'],
    [
      'changeDecisionDeadline',
      { before: { decisionDeadline: '2016-12-31' }, after: { decisionDeadline: '2017-02-28' } },
      { organisationName: 'Kristiansand' },
      'Kristiansand flyttet vedtaksfristen fra 31.12.2016 til 28.02.2017.',
    ],
    ['registerNeed', { after: {} }, { subjectName: 'Varsling' }, 'Åmli registrerte «Varsling».'],
    ['registerNeed', { after: {} }, {}, 'Åmli registrerte et behov.'],
    ['recomputeParticipation', { after: { state: 'ANCHORED' } }, {}, 'Åmli fikk status «Forankret».'],
    ['sendMail', { after: { state: 'SENT', mails: ['a', 'b'] } }, {}, '2 e-poster: sendt.'],
    ['recordLegalityReview', { after: { demandedOn: null } }, {}, 'Åmli: lovlighetskontrollen er avsluttet.'],
    [
      'allowCodeLogIn',
      { after: { codeLogInAllowed: false } },
      { organisationName: null },
      'Regionen slo av innlogging med engangskode.',
    ],
    ['somethingNew', { after: null }, { organisationName: null, doneBy: 'SERVICE' }, 'Tjenesten gjorde en endring.'],
    ['decideAnchoringStep', { after: { outcome: 'constructor' } }, {}, 'Åmli gjorde en endring.'],
  ])('%s %j', (verb, change, more, sentence) => {
    expect(said(nb, line(verb, change, more))).toBe(sentence);
  });

  it('an entry that cannot be read has a sentence all the same', () => {
    expect(said(nb, { ...line('adjustRoute', {}), entry: 'no JSON' })).toBe('Åmli tilpasset saksgangen.');
  });
});
