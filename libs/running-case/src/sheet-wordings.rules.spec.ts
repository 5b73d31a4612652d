import { readCaseNumber, readStatement } from './sheet-wordings.rules';

const NONE = new Map();

describe('what people write in a status column', () => {
  it.each([
    ['ok', 'APPROVED'],
    ['OK!', 'APPROVED'],
    ['Ja', 'APPROVED'],
    ['vedtatt', 'APPROVED'],
    ['Vedteke samrøystes', 'APPROVED'],
    ['Vedtatt i KS 16.11.16', 'APPROVED'],
    ['Vedtatt m/ forbehold', 'APPROVED_WITH_CONDITIONS'],
    ['Nei', 'REJECTED'],
    ['ikke vedtatt', 'REJECTED'],
    ['vedtatt ikke å delta', 'REJECTED'],
    ['utsatt', 'POSTPONED'],
    ['Utsett', 'POSTPONED'],
    ['Innstilt', 'RECOMMENDED'],
    ['?', 'NOTHING_YET'],
    ['-', 'NOTHING_YET'],
    ['', 'NOTHING_YET'],
    ['ikke svart', 'NOTHING_YET'],
    ['Ikke behandlet', 'NOTHING_YET'],
    ['Skal opp i kommunestyret 14.12.16', 'UNDER_WAY'],
    ['sendt', 'UNDER_WAY'],
    ['Opsjon', 'OPTION'],
  ])('reads %p as %s', (text, meaning) => {
    expect(readStatement(text, NONE)).toMatchObject({ meaning });
  });

  it.each(['vedtatt, men ikke alt', 'nesten ok', 'ja?? ring Kari', 'ok, hvis de andre', 'x', 'ikke ok ennå'])(
    'asks about %p: a part of it is no answer',
    (text) => {
      expect(readStatement(text, NONE).meaning).toBeNull();
    },
  );

  it('finds body, date and case number in one cell', () => {
    expect(readStatement('Vedtatt i kommunestyret 16.11.16, sak 87/16', NONE)).toEqual({
      text: 'Vedtatt i kommunestyret 16.11.16, sak 87/16',
      wording: 'vedtatt',
      meaning: 'APPROVED',
      body: 'COUNCIL',
      date: '2016-11-16',
      dateFault: null,
      bodyCase: 'sak 87/16',
      archiveCase: null,
    });
    expect(readStatement('FSK 15/11-16 innstilt (PS 11/20)', NONE)).toMatchObject({
      meaning: 'RECOMMENDED',
      body: 'EXECUTIVE_COMMITTEE',
      date: '2016-11-15',
      bodyCase: 'PS 11/20',
    });
    expect(readStatement('2016/1234 ok 2016-11-16', NONE)).toMatchObject({
      meaning: 'APPROVED',
      archiveCase: '2016/1234',
      date: '2016-11-16',
    });
  });

  it('keeps a wrong date as wrong', () => {
    expect(readStatement('vedtatt 31.11.16', NONE)).toMatchObject({ meaning: 'APPROVED', dateFault: 'NOT_A_DATE' });
    expect(readStatement('vedtatt 16.11', NONE)).toMatchObject({ dateFault: 'DATE_WITHOUT_YEAR' });
  });

  it('believes the person who says what the words mean', () => {
    const known = new Map([
      ['x', 'APPROVED' as const],
      ['ja', 'UNDER_WAY' as const],
    ]);
    expect(readStatement('X 16.11.16', known).meaning).toBe('APPROVED');
    expect(readStatement('ja', known).meaning).toBe('UNDER_WAY');
  });

  it('takes yes and no for a choice in a column of choices', () => {
    expect(readStatement('ja', NONE, { choice: true }).meaning).toBe('FIRM');
    expect(readStatement('nei', NONE, { choice: true }).meaning).toBe('OUT');
    expect(readStatement('Med opsjon', NONE, { choice: true }).meaning).toBe('OPTION');
    expect(readStatement('kanskje', NONE, { choice: true }).meaning).toBeNull();
  });

  it.each([
    ['2016/1234', '2016/1234', null],
    ['16/1234-5', '16/1234', null],
    ['PS 11/20', null, 'PS 11/20'],
    ['87/16', null, '87/16'],
    ['2016/1234, PS 87/16', '2016/1234', 'PS 87/16'],
    ['?', null, null],
  ])('reads the case number %p', (text, archiveCase, bodyCase) => {
    expect(readCaseNumber(text)).toEqual({ archiveCase, bodyCase });
  });
});
