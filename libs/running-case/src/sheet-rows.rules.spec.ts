import { planRow, type RouteStepKnown } from './row-plan.rules';
import { readHeader } from './running-sheet.rules';
import { MunicipalityFinder } from './sheet-municipalities.rules';
import { quantityIn, readRows, type ReadingContext, type ReadRow } from './sheet-rows.rules';
import type { SheetCell } from './sheet-text.rules';

const TODAY = '2016-11-20';
const finder = new MunicipalityFinder(
  ['Risør', 'Grimstad', 'Arendal', 'Søgne'].map((name) => ({ id: name, name, number: null, before: [] })),
);
const step = (position: number, weight: RouteStepKnown['weight'], bodyKind: string | null): RouteStepKnown => ({
  position,
  title: bodyKind ?? 'Rådmannen',
  kind: bodyKind ? 'POLITICAL' : 'ADMINISTRATIVE',
  weight,
  bodyKind,
  outcome: null,
  decidedOn: null,
  done: false,
});
const ROUTE = [
  step(1, 'RECOMMENDING', null),
  step(2, 'RECOMMENDING', 'EXECUTIVE_COMMITTEE'),
  step(3, 'DECIDING', 'COUNCIL'),
];

function read(rows: SheetCell[][], more: Partial<ReadingContext> = {}): ReadRow[] {
  const sheet = { name: 'Ark1', rows, pointIsDecimal: false };
  const context = { today: TODAY, finder, known: new Map(), said: new Map(), leftOut: new Set<number>(), ...more };
  return readRows(sheet, readHeader(sheet, [], [], finder), context);
}
/** What one row comes to, in short. */
function comesTo(headings: string[], cells: SheetCell[], route = ROUTE) {
  const [row] = read([headings, cells]);
  const { decisions, notes, saysBy, faults } = planRow(row!, route, TODAY, null);
  return [
    ...decisions.map(
      ({ title, outcome, on, standing }) => `${title} ${outcome} ${on}${standing === 'NEW' ? '' : ` ${standing}`}`,
    ),
    ...notes.map(({ because, text }) => `${because}: ${text}`),
    ...(saysBy ? [`says ${saysBy.on}`] : []),
    ...[...row!.faults, ...faults].map(({ cell, fault }) => `${cell} ${fault}`),
  ];
}

describe('the rows of a running sheet', () => {
  it('leave empty rows, headings between them and sums away', () => {
    const rows = read([
      ['Kommune', 'Status', 'Merknad'],
      ['Aust-Agder', null, null],
      ['Risør', 'ok', null],
      [null, ' ', ''],
      ['Sum', '1', null],
      ['Totalt Aust-Agder', '12', null],
    ]);
    expect(rows.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'HEADING Aust-Agder',
      'MUNICIPALITY Risør',
      'HEADING Sum',
      'HEADING Totalt Aust-Agder',
    ]);
  });

  it('ask who is meant where the name is not one, and leave out what the person leaves out', () => {
    const rows: SheetCell[][] = [
      ['Kommune', 'Status'],
      ['Sogne', 'ok'],
      ['Atlantis', 'ok'],
    ];
    expect(read(rows).map(({ match }) => match)).toEqual([
      { kind: 'ASK', suggestions: ['Søgne'] },
      { kind: 'ASK', suggestions: [] },
    ]);
    const answered = read(rows, { said: new Map([['sogne', 'Søgne']]), leftOut: new Set([2]) });
    expect(answered.map(({ kind, match }) => [kind, match.kind])).toEqual([
      ['MUNICIPALITY', 'FOUND'],
      ['LEFT_OUT', 'ASK'],
    ]);
  });

  const ONE = ['Kommune', 'Status', 'Dato', 'Saksnr', 'Sier de', 'Merknad', 'Tlf'];
  it.each<[string, SheetCell[], string[]]>([
    ['a decision', ['Risør', 'vedtatt', '16.11.16', 'PS 11/16'], ['COUNCIL APPROVED 2016-11-16']],
    ['an Excel date', ['Risør', 'ok', new Date(Date.UTC(2016, 10, 16))], ['COUNCIL APPROVED 2016-11-16']],
    ['a number that was a date', ['Risør', 'ja', '42690'], ['COUNCIL APPROVED 2016-11-16']],
    ['all in one cell', ['Risør', 'FSK innstilt 2016-11-08'], ['EXECUTIVE_COMMITTEE RECOMMENDED 2016-11-08']],
    [
      'a committee that approves what it recommends',
      ['Risør', 'ok i formannskapet', '8.11.16'],
      ['EXECUTIVE_COMMITTEE RECOMMENDED 2016-11-08'],
    ],
    ['no date', ['Risør', 'ok'], ['DATE_MISSING: Status: ok']],
    ['a date and no words', ['Risør', '', '16.11.16'], ['WORDS_MISSING: Status: 16.11.2016']],
    ['a question mark', ['Risør', '?', ''], []],
    ['postponed by somebody', ['Risør', 'utsatt', '16.11.16'], ['BODY_MISSING: Status: utsatt']],
    ['postponed by the council', ['Risør', 'Utsatt i KS', '16.11.16'], ['COUNCIL DEFERRED 2016-11-16']],
    ['a day ahead', ['Risør', 'skal opp i kommunestyret 14.12.16'], ['says 2016-12-14']],
    [
      'what they say',
      ['Risør', '', '', '', 'i mars', 'ringt 3 ganger', '99 88 77 66'],
      ['COMMENT: ringt 3 ganger', 'CONTACT: Kontakt: 99 88 77 66', 'says 2017-03-31'],
    ],
    ['what they said, and did not do', ['Risør', '', '', '', '1.10.16'], ['COMMENT: 1.10.16']],
    ['under way', ['Risør', 'sendt'], ['STATUS: Status: sendt']],
    ['a decision of tomorrow', ['Risør', 'vedtatt', '21.11.16'], ['Ark1!B2 DATE_IN_FUTURE']],
    ['no such day', ['Risør', 'vedtatt', '31.11.16'], ['DATE_MISSING: Status: vedtatt', 'Ark1!C2 NOT_A_DATE']],
    ['words that nobody knows', ['Risør', 'tja', '16.11.16'], ['Ark1!B2 UNKNOWN_WORDING']],
    ['a council that recommends', ['Risør', 'innstilt i kommunestyret', '16.11.16'], ['Ark1!B2 BODY_DECIDES']],
    ['a body that is not in the route', ['Risør', 'vedtatt i levekårsutvalget', '16.11.16'], ['Ark1!B2 NO_SUCH_STEP']],
  ])('reads %s', (_, cells, expected) => {
    expect(comesTo(ONE, cells)).toEqual(expected);
  });

  it('reads a column for each body, in the order of the route', () => {
    const headings = ['Kommune', 'Kommunestyre', 'Formannskap'];
    expect(comesTo(headings, ['Risør', 'vedtatt 16.11.16', 'ok 8.11.16'])).toEqual([
      'EXECUTIVE_COMMITTEE RECOMMENDED 2016-11-08',
      'COUNCIL APPROVED 2016-11-16',
    ]);
    expect(comesTo(headings, ['Risør', 'vedtatt 1.11.16', 'ok 8.11.16'])).toContain('Ark1!B2 OUT_OF_ORDER');
  });

  it('takes the date of a body for the one status that there is', () => {
    const headings = ['Kommune', 'Status', 'Dato KS'];
    expect(comesTo(headings, ['Risør', 'Vedtatt', '16/11-16'])).toEqual(['COUNCIL APPROVED 2016-11-16']);
    expect(comesTo(headings, ['Risør', 'utsatt', '16.11.16'])).toEqual(['COUNCIL DEFERRED 2016-11-16']);
    expect(comesTo(headings, ['Risør', 'behandles 24.11', '24.11.16'])).toEqual(['says 2016-11-24']);
    expect(comesTo(headings, ['Risør', 'innstilt i formannskapet', '16.11.16'])).toEqual([
      'DATE_MISSING: Status: innstilt i formannskapet',
    ]);
    expect(comesTo(headings, ['Risør', 'ok', ''])).toEqual(['DATE_MISSING: Status: ok']);
    const both = ['Kommune', 'Status', 'Dato FSK', 'Dato KS'];
    expect(comesTo(both, ['Risør', 'ok', '8.11.16', '16.11.16'])).toEqual(['COUNCIL APPROVED 2016-11-16']);
    expect(comesTo(both, ['Risør', 'innstilt', '8.11.16', ''])).toEqual(['EXECUTIVE_COMMITTEE RECOMMENDED 2016-11-08']);
  });

  it('shows days as people write them, and keeps no question mark as a note', () => {
    const rows: SheetCell[][] = [
      ['Kommune', 'Dato', 'Merknad', 'Kontaktperson'],
      ['Risør', new Date(Date.UTC(2016, 10, 16)), '?', '-'],
    ];
    const { columns } = readHeader({ name: 'Ark1', rows, pointIsDecimal: true }, [], [], finder);
    expect(columns[1]!.sample).toBe('16.11.2016');
    expect(read(rows)[0]).toMatchObject({ comments: [], contact: null });
  });

  it('never overwrites what is recorded', () => {
    const decided = ROUTE.map((one) =>
      one.position === 3 ? { ...one, outcome: 'APPROVED', decidedOn: '2016-11-16', done: true } : one,
    );
    expect(comesTo(ONE, ['Risør', 'ok', '16.11.16'], decided)).toEqual(['COUNCIL APPROVED 2016-11-16 UNCHANGED']);
    expect(comesTo(ONE, ['Risør', 'nei', '17.11.16'], decided)).toEqual(['COUNCIL REJECTED 2016-11-17 KEPT']);
    expect(comesTo(ONE, ['Risør', 'innstilt', '8.11.16'], decided)).toEqual([
      'EXECUTIVE_COMMITTEE RECOMMENDED 2016-11-08 KEPT',
    ]);
  });

  it.each([
    ['1 234', '1234'],
    ['1 234,5', '1234.5'],
    ['ca. 200', '200'],
    ['200 stk', '200'],
    ['0', '0'],
    ['', null],
    ['?', null],
    ['-', null],
    ['1.234', 'NOT_A_NUMBER'],
    ['=1+1', 'NOT_A_NUMBER'],
    ['100-200', 'NOT_A_NUMBER'],
    ['-5', 'NOT_A_NUMBER'],
  ])('reads the quantity %p as %p', (text, quantity) => {
    expect(quantityIn(text, false)).toBe(quantity);
  });

  it('takes a point for a decimal point in a workbook', () => {
    expect(quantityIn('1.234', true)).toBe('1.234');
  });
});
