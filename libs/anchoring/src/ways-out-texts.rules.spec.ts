import { WayOutKind } from './ways-out.rules';
import { wayOutLetter, wayOutWords } from './ways-out-texts.rules';

const facts = {
  caseTitle: 'Responssenter',
  organisationName: 'Grimstad',
  bodyName: 'Kommunestyret',
  deadline: '2016-12-31',
};

describe('ways out in words (R7b)', () => {
  it('a letter names the case, the body, the days and the deadline', () => {
    const way = { kind: WayOutKind.EXTRAORDINARY_MEETING, on: '2016-11-24', latestOn: '2016-12-14' };
    expect(wayOutLetter(way, facts, 'NB')).toBe(
      'Vi ber om at Kommunestyret kalles inn til et ekstraordinært møte om «Responssenter», tidligst 24.11.2016 og senest 14.12.2016. Fristen for vedtak med fullmakt er 31.12.2016, og neste ordinære møte kommer senere.',
    );
    expect(wayOutLetter({ ...way, latestOn: null }, facts, 'NN')).toContain('tidlegast 24.11.2016. Fristen');
  });

  it('every way has words in three languages and a letter in two, none of them alike', () => {
    for (const kind of Object.values(WayOutKind)) {
      const titles = (['nb', 'nn', 'en'] as const).map((language) => wayOutWords(kind, language));
      for (const said of titles) for (const text of Object.values(said)) expect(text).toMatch(/\S/);
      expect(titles[0]!.title).not.toBe(titles[2]!.title);
      const way = { kind, on: '2016-11-24', latestOn: null };
      expect(wayOutLetter(way, facts, 'NB')).not.toBe(wayOutLetter(way, facts, 'NN'));
      expect(wayOutLetter(way, facts, 'NB')).not.toContain('undefined');
    }
  });
});
