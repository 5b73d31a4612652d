import { reasonsToStore, sentenceOf, STATE_REASONS, storedReasons, type Reason } from './state-reason.rules';

const reason: Reason = { code: 'LIMIT_PER_YEAR', params: { value: '1250000.50', limit: '900000.00', year: '2018' } };

describe('the sentence that says why (R4)', () => {
  it('is one sentence in the language of the reader, figures written as there', () => {
    expect(sentenceOf(reason, 'NB')).toBe(
      'Verdien i 2018 kan bli 1\u00a0250\u00a0000,50 kr, og vedtaket setter grensen ved 900\u00a0000,00 kr per år.',
    );
    expect(sentenceOf(reason, 'NN')).toContain('set grensa ved');
    expect(sentenceOf(reason, 'EN')).toContain('NOK 1,250,000.50');
    expect(
      sentenceOf({ code: 'LIMIT_LATEST_END', params: { value: '2022-12-31', limit: '2020-12-31' } }, 'NB'),
    ).toContain('31.12.2022');
  });

  it('exists in three languages for every code, and Nynorsk has no ikke', () => {
    for (const { nb, nn, en } of Object.values(STATE_REASONS)) {
      for (const text of [nb, nn, en]) expect(text).toMatch(/^[A-ZÆØÅ].*\.$/u);
      expect(nn).not.toMatch(/\bikke\b/);
    }
  });

  it('is kept as code and figures, at most 500 characters, and read back', () => {
    expect(storedReasons(reasonsToStore([reason]))).toEqual([reason]);
    const stored = reasonsToStore(Array.from({ length: 20 }, () => reason));
    expect(stored.length).toBeLessThanOrEqual(500);
    expect(storedReasons(stored).length).toBeGreaterThan(2);
  });

  it.each(['', 'skrevet for hånd', '{"code":"LIMIT_TOTAL"}', '[{"code":"UNKNOWN"}]', '[null]'])(
    '%j is no reason, and no fault',
    (text) => {
      expect(storedReasons(text)).toEqual([]);
    },
  );
});
