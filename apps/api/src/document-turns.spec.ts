import { DocumentTurns } from './document-turns';

describe('turns at making documents', () => {
  it('two at once, the others in line; of one session three, and of a crowd as many as can wait', async () => {
    const turns = new DocumentTurns();
    let atOnce = 0;
    let most = 0;
    const make = async (): Promise<'made'> => {
      most = Math.max(most, ++atOnce);
      await new Promise((wake) => setImmediate(wake));
      atOnce--;
      return 'made';
    };
    const times = async (count: number, who: (at: number) => string) => {
      const outcomes = await Promise.all(Array.from({ length: count }, (_, at) => turns.take(who(at), make)));
      return Object.fromEntries(
        [...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]),
      );
    };
    expect(await times(10, () => 'kari')).toEqual({ made: 3, ONE_TOO_MANY: 7 });
    expect(await times(30, (at) => `person ${at}`)).toEqual({ made: 22, CROWDED: 8 });
    expect(most).toBe(2);
    expect(await times(2, () => 'kari')).toEqual({ made: 2 });
  });

  it('what fails gives its turn back', async () => {
    const turns = new DocumentTurns();
    const fail = (): Promise<never> => Promise.reject(new Error('no'));
    for (let time = 0; time < 5; time++) await expect(turns.take('kari', fail)).rejects.toThrow('no');
    expect(await turns.take('kari', async () => 'made')).toBe('made');
  });
});
