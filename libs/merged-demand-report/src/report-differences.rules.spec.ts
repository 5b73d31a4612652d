import { assembleReport } from './merged-demand-report.rules';
import { differenceSentence } from './report-difference-sentence.rules';
import { reportDifferences, type ReportDifference } from './report-differences.rules';
import { facts, item, line, participant } from './report-facts.fixture';
import type { ReportFacts } from './report-facts';

const standing = [participant('1001', { name: 'Kristiansand' }), participant('1002', { name: 'Grimstad' })];
const lines = [line('1001', 2017, '100'), line('1001', 2018, '120'), line('1002', 2017, '40')];
const before = facts({ participants: standing, lines });

const told = (later: ReportFacts, earlier: ReportFacts = before): ReportDifference[] =>
  reportDifferences(assembleReport(earlier), assembleReport(later));
const sentences = (later: ReportFacts, language: 'NB' | 'NN' | 'EN' = 'NB', earlier?: ReportFacts): string[] =>
  told(later, earlier).map((one) => differenceSentence(one, language).replaceAll('\u00a0', ' '));

describe('R22: differences between two editions of a report', () => {
  it('there is none where the content is the same, whatever the order of the rows', () => {
    expect(told(before)).toEqual([]);
    expect(told({ ...before, participants: [...standing].reverse(), lines: [...lines].reverse() })).toEqual([]);
  });

  it('says who came, who went, and what that does to quantities and values', () => {
    const later = facts({
      participants: [standing[0]!, participant('1003', { name: 'Åmli', powerOfAttorney: null })],
      lines: [...lines.slice(0, 2), line('1003', 2017, '10.5')],
    });
    expect(sentences(later)).toEqual([
      'Nye mangler: 1.',
      'Åmli er kommet til.',
      'Åmli, del 1: deltar. Før: ikke svart.',
      'Grimstad er gått ut.',
      'Største mengde av Trygghetsalarm: 230,5 pcs, ned 29,5. Før: 260.',
      'Trygghetsalarm i 2017: 110,5 pcs, ned 29,5. Før: 140.',
      'Grimstad regner med 0 pcs av Trygghetsalarm, ned 40. Før: 40.',
      'Åmli regner med 10,5 pcs av Trygghetsalarm, opp 10,5. Før: 0.',
      'Minste verdi: 220 000 kr, ned 40 000 kr. Før: 260 000 kr.',
      'Ventet verdi: 230 500 kr, ned 29 500 kr. Før: 260 000 kr.',
      'Høyeste verdi: 230 500 kr, ned 29 500 kr. Før: 260 000 kr.',
    ]);
  });

  it('says a changed choice, and that a municipality is no longer anchored', () => {
    const later = facts({
      participants: [
        standing[0]!,
        participant('1002', {
          name: 'Grimstad',
          powerOfAttorney: null,
          choices: [{ partId: 'part-1', choice: 'OPTION' }],
        }),
      ],
      lines,
    });
    expect(sentences(later, 'NN').slice(0, 4)).toEqual([
      'Nye manglar: 1.',
      'Grimstad, del 1: med opsjon. Før: deltek.',
      'Grimstad er ikkje lenger forankra.',
      'Grimstad har ikkje lenger ei fullmakt som gjeld.',
    ]);
    expect(sentences(before, 'EN', later).slice(0, 4)).toEqual([
      'Gaps that are closed: 1.',
      'Grimstad, part 1: firm. Before: with an option.',
      'Grimstad is anchored.',
      'Grimstad has given a power of attorney.',
    ]);
  });

  it('says prices, items, host, title, deadline and largest amount of a power of attorney', () => {
    const dearer = facts(
      {
        participants: [
          { ...standing[0]!, powerOfAttorney: { hostOrganisationId: 'organisation-1001', ownMaximum: '500000' } },
          standing[1]!,
        ],
        lines,
        items: [
          { ...item, unitPrice: '1250.50' },
          { ...item, id: 'item-2', number: 2, name: 'Rullestol', unitCode: 'STK' },
        ],
      },
      { title: 'Velferdsteknologi', decisionDeadline: '2017-01-31', hostName: 'Arendal' },
    );
    const said = sentences(dearer);
    expect(said).toEqual(
      expect.arrayContaining([
        'Saken heter nå «Velferdsteknologi». Før het den «Trygghets- og varslingsteknologi».',
        'Vert er nå Arendal, før Kristiansand.',
        'Vedtaksfristen er nå 31.01.2017, før 15.12.2016.',
        'Høyeste beløp i fullmakten til Kristiansand: 500 000 kr. Før: ikke oppgitt.',
        'Prisen på Trygghetsalarm: 1 250,50 kr per pcs. Før: 1 000 kr.',
        'Rullestol er ny i del 1.',
      ]),
    );
    expect(sentences(before, 'NB', dearer)).toContain('Rullestol er tatt ut av del 1.');
  });

  it('is never silent about content that differs: the smallest change is told', () => {
    const renamed = facts({
      participants: [{ ...standing[0]!, localLeader: 'Enhetsleder' }, standing[1]!],
      lines,
    });
    expect(told(renamed).map(({ kind }) => kind)).toEqual(['DETAILS_CHANGED']);
  });

  it('said backwards it is the same with before and after exchanged', () => {
    const later = facts({ participants: standing, lines: [...lines.slice(0, 2), line('1002', 2017, '41')] });
    const there = told(later).map(({ kind, before: was, after: is }) => [kind, was, is]);
    const back = told(before, later).map(({ kind, before: was, after: is }) => [kind, is, was]);
    expect(back).toEqual(there);
    expect(told(later).map(({ change }) => change)).toEqual(['1', '1', '1', '1000', '1000', '1000']);
  });

  it('says nothing in raw codes or dates, in any language', () => {
    const later = facts(
      { participants: [participant('1003')], lines: [line('1003', 2018, '1')], items: [{ ...item, unitPrice: null }] },
      { decisionDeadline: '2017-02-01' },
    );
    for (const language of ['NB', 'NN', 'EN'] as const)
      for (const sentence of sentences(later, language))
        expect(sentence).not.toMatch(/\d{4}-\d{2}-\d{2}|[A-Z]{2,}_[A-Z]|\{|undefined|null/);
  });
});
