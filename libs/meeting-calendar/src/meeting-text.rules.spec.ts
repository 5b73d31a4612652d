import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bodyNames, kindOfName } from './body-names.rules';
import type { PlanReading } from './imported-meeting.rules';
import { readMeetingText } from './meeting-text.rules';

const READING: PlanReading = {
  bodies: [
    { id: 'KST', name: 'Kommunestyret', kind: 'COUNCIL' },
    { id: 'FSK', name: 'Formannskapet', kind: 'EXECUTIVE_COMMITTEE' },
    { id: 'HSO', name: 'Hovedutvalg for helse og omsorg', kind: 'COMMITTEE' },
    { id: 'ELD', name: 'Eldrerådet', kind: 'ELDERLY_COUNCIL' },
  ],
  latest: '2036-01-01',
  seriesUntil: '2027-12-31',
  year: 2026,
  bodyId: null,
};
const said = (text: string, more: Partial<PlanReading> = {}) => {
  const { meetings, faults, leftOut } = readMeetingText(text, { ...READING, ...more });
  return {
    meetings: meetings.map(({ bodyId, date }) => `${bodyId} ${date}`),
    faults: faults.map(({ place, fault, limit }) => `${'line' in place ? place.line : ''} ${fault} ${limit}`),
    leftOut: leftOut.map(({ because, bodyName, text: what }) => `${because} ${bodyName ?? what}`),
    whole: meetings,
  };
};

describe('meeting-text: a plan pasted as text', () => {
  it.each([
    ['Formannskapet: 14. januar, 11. februar og 11. mars', ['FSK 2026-01-14', 'FSK 2026-02-11', 'FSK 2026-03-11']],
    ['Kommunestyremøte onsdag 28. januar kl. 18.00', ['KST 2026-01-28']],
    ['28.01.2026 Kommunestyre', ['KST 2026-01-28']],
    ['ons. 28.1.26 kl 1800 - Kommunestyret, bystyresalen', ['KST 2026-01-28']],
    ['Formannskap 14/1, 28/1', ['FSK 2026-01-14', 'FSK 2026-01-28']],
    [
      'Formannskapet\n14.01.2026\n11.02.2026\n\nKommunestyret\n28.01.2026',
      ['FSK 2026-01-14', 'FSK 2026-02-11', 'KST 2026-01-28'],
    ],
    [
      'Januar\n14. Formannskap\n28. Kommunestyre\nFebruar\n11. Formannskap',
      ['FSK 2026-01-14', 'KST 2026-01-28', 'FSK 2026-02-11'],
    ],
    ['Formannskapet\nJanuar: 14. og 28.\nFebruar: 11.', ['FSK 2026-01-14', 'FSK 2026-01-28', 'FSK 2026-02-11']],
    ['14.01 Formannskapet, 28.01 Kommunestyret', ['FSK 2026-01-14', 'KST 2026-01-28']],
    ['Formannskapet 14.01 og 21.01, Kommunestyret 28.01', ['FSK 2026-01-14', 'FSK 2026-01-21', 'KST 2026-01-28']],
    ['Hovudutval for helse og omsorg: 20. januar', ['HSO 2026-01-20']],
    ['Møteplan 2025\nFormannskapet 15. januar', ['FSK 2025-01-15']],
    ['FSK 14. januar\nKST 28. januar', ['FSK 2026-01-14', 'KST 2026-01-28']],
    ['Wednesday 14 January 2026 – Formannskapet', ['FSK 2026-01-14']],
  ])('reads %j', (text, meetings) => {
    expect(said(text)).toMatchObject({ meetings, faults: [], leftOut: [] });
  });

  it('reads hour, kind and deadline of a line', () => {
    const { whole } = said('Kommunestyret 9. desember kl. 17.30, budsjettmøte. Frist for saker 20. november.');
    expect(whole).toMatchObject([
      { date: '2026-12-09', startsAt: '17:30', kind: 'BUDGET', submissionDeadline: '2026-11-20', externalId: null },
    ]);
  });

  it('reads a table by its tabs, either way round, and names the place of a fault', () => {
    expect(said('Utvalg\tJan\tFeb\tMars\nFormannskapet\t14.\t11. og 25.\t\nKommunestyret\t28\t\t25\n')).toMatchObject({
      meetings: ['FSK 2026-01-14', 'FSK 2026-02-11', 'FSK 2026-02-25', 'KST 2026-01-28', 'KST 2026-03-25'],
      faults: [],
    });
    expect(said('Måned\tFormannskapet\tKommunestyret\nJanuar\t14.\t28.\nFebruar\t11.\t30.\n')).toMatchObject({
      meetings: ['FSK 2026-01-14', 'KST 2026-01-28', 'FSK 2026-02-11'],
      faults: ['3 NO_SUCH_DAY 30.'],
    });
  });

  it('takes days for months where a table lost its columns only if there is one for each', () => {
    const months = 'Januar Februar Mars April';
    expect(said(`${months}\nFormannskapet 14. 11. 11. 15.`).meetings).toEqual([
      'FSK 2026-01-14',
      'FSK 2026-02-11',
      'FSK 2026-03-11',
      'FSK 2026-04-15',
    ]);
    expect(said(`${months}\nFormannskapet 14. 11. 15.`)).toMatchObject({
      meetings: [],
      leftOut: ['NOT_UNDERSTOOD Formannskapet 14. 11. 15.'],
    });
  });

  it('guesses nothing: another weekday, a day that does not exist and a missing year are faults', () => {
    expect(said('Formannskapet tirsdag 14. januar 2026').faults).toEqual(['1 WRONG_WEEKDAY 14.']);
    expect(said('Formannskapet 31. april').faults).toEqual(['1 NO_SUCH_DAY 31.']);
    expect(said('Formannskapet 14. januar', { year: null }).faults).toEqual(['1 NO_YEAR 14.']);
    expect(said('Formannskapet 14. januar 2099').faults).toEqual(['1 DATE_TOO_LATE 2036-01-01']);
  });

  it('tells what belongs to a body that is not registered, and takes nothing else for a meeting', () => {
    const { meetings, leftOut } = said(
      [
        'Møteplan for Lillevik kommune 2026, vedtatt i sak PS 45/25',
        'Ungdomsrådet',
        '12.01.2026',
        'Administrasjonsutvalget: 19. januar',
        'Formannskapet 14. januar, rom 204, uke 3',
        'Side 1 av 2. Tlf. 38 00 00 00',
      ].join('\n'),
    );
    expect(meetings).toEqual(['FSK 2026-01-14']);
    expect(leftOut).toEqual(['UNKNOWN_BODY Ungdomsrådet', 'UNKNOWN_BODY Administrasjonsutvalget']);
    expect(kindOfName('Ungdomsrådet')).toBe('YOUTH_COUNCIL');
    expect(kindOfName('Administrasjonsutvalget')).toBe('COMMITTEE');
  });

  it('a body under another is not taken for it', () => {
    const names = bodyNames(READING.bodies);
    expect(names.named('Bystyret')).toBe('KST');
    expect(names.named('Formannskap')).toBe('FSK');
    expect(names.named('Underutvalg av formannskapet')).toBeNull();
  });

  it('a body with weekday and hour behind its name is that body; a day in nobody’s row is told', () => {
    const plan = [
      'Utvalg\tJan\tFeb\tMars\tApril',
      'Kommunestyret (torsdag kl. 16.00)\t\t5.\t\t23.*',
      'Formannskapet\t13./27.\t10. og 24.\t-\t7.',
      '\t\t\t\t21.',
      '* Budsjett. Vinterferie uke 8.',
    ].join('\n');
    expect(said(plan)).toMatchObject({
      meetings: [
        'KST 2026-02-05',
        'KST 2026-04-23',
        'FSK 2026-01-13',
        'FSK 2026-01-27',
        'FSK 2026-02-10',
        'FSK 2026-02-24',
        'FSK 2026-04-07',
      ],
      faults: [],
      leftOut: ['NOT_UNDERSTOOD 21.'],
    });
    expect(
      said(plan)
        .whole.map(({ startsAt }) => startsAt)
        .slice(0, 3),
    ).toEqual(['16:00', '16:00', null]);
  });

  it('columns that have run together are no table: no day is put into another month', () => {
    const plan = ['Utvalg\tJan Feb\tMars', 'Kommunestyret\t5.\t23.', 'Formannskapet\t13.\t10.'].join('\n');
    expect(said(plan).meetings).toEqual([]);
    expect(said(plan).leftOut).toHaveLength(2);
  });

  it('a megabyte of anything is read in little time', () => {
    const began = performance.now();
    for (const text of [
      '1. '.repeat(300_000),
      'januar '.repeat(140_000),
      'Formannskapet 14.\n'.repeat(55_000),
      '\t'.repeat(990_000),
    ])
      expect(said(text).whole.length).toBeLessThan(5_001);
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  it('reads the real calendars of nine municipalities out of three ways of writing them', () => {
    const file = resolve(__dirname, '../../../data/calendars/moteplan-real.csv');
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const municipalities = [...new Set(rows.map(([, name]) => name!))];
    expect(municipalities.length).toBeGreaterThan(7);
    for (const municipality of municipalities) {
      const own = rows.filter(([, name]) => name === municipality);
      const names = [...new Set(own.map((row) => row[2]!))];
      const reading = {
        ...READING,
        year: null,
        bodies: names.map((name) => ({ id: name, name, kind: kindOfName(name) })),
      };
      const wanted = own.map((row) => `${row[2]} ${row[4]}`).sort();
      const norwegian = (date: string): string => date.split('-').reverse().join('.');
      const texts = [
        own.map((row) => `${row[5]}. ${norwegian(row[4]!)} ${row[6] ? `kl. ${row[6]} ` : ''}${row[2]}`).join('\n'),
        names
          .map((name) => [name, ...own.filter((row) => row[2] === name).map((row) => norwegian(row[4]!))].join('\n'))
          .join('\n\n'),
        names
          .map(
            (name) =>
              `${name}: ${own
                .filter((row) => row[2] === name)
                .map((row) => norwegian(row[4]!))
                .join(', ')}`,
          )
          .join('\n'),
      ];
      for (const text of texts) {
        const found = said(text, reading);
        expect([municipality, found.faults, found.leftOut]).toEqual([municipality, [], []]);
        expect([...found.meetings].sort()).toEqual(wanted);
      }
    }
  });
});
