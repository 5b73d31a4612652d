import { leavingMail, type ToldLeaving } from './leaving-wording.rules';

const told: ToldLeaving = {
  caseTitle: 'Responssenter',
  host: 'Kristiansand',
  municipality: 'Grimstad',
  decidedOn: '2016-11-30',
  decisionReference: 'PS 112/16',
  staying: 28,
  passed: ['Risør', 'Vegårshei'],
  frozenReport: 2,
};
const said = (language: 'nb' | 'nn' | 'en', more: Partial<ToldLeaving> = {}): string =>
  JSON.stringify(
    leavingMail({
      language,
      recipient: { name: 'Kari' },
      told: { ...told, ...more },
      url: 'https://samanker.example/cases/1',
    }),
  );

describe('the mail that a municipality has left (R5b, R10)', () => {
  it.each([
    ['nb', 'Grimstad er meldt ut ved vedtak PS 112/16 av 30.11.2016', 'Lås en ny versjon'],
    ['nn', 'Grimstad er meld ut ved vedtak PS 112/16 av 30.11.2016', 'Lås ein ny versjon'],
    ['en', 'Grimstad has left by decision PS 112/16 of 30.11.2016', 'Freeze a new version'],
  ] as const)('in %s says by which decision, who must anchor again, and what to do', (language, left, report) => {
    const text = said(language);
    for (const part of [left, report, 'Risør, Vegårshei', '28']) expect(text).toContain(part);
  });

  it('says when nobody else must act, and nothing of a report that is not frozen', () => {
    const text = said('nb', { passed: [], frozenReport: null });
    expect(text).toContain('Ingen andre må behandle saken på nytt.');
    expect(text).not.toContain('behovsrapport');
  });
});
