import { encodingFor } from './compress.rules';

describe('compressed answers (P2)', () => {
  it('are long ones, in the best way that whoever asks accepts', () => {
    expect(encodingFor('gzip, deflate, br, zstd', 60_000)).toBe('br');
    expect(encodingFor('gzip, br;q=0', 60_000)).toBe('gzip');
    expect(encodingFor('GZIP;q=0.5', 60_000)).toBe('gzip');
    expect(encodingFor('gzip', 1_000)).toBeNull();
  });

  it('are never sent to those who did not ask for them', () => {
    for (const accepts of [undefined, '', 'identity', 'deflate', '*;q=0', 'br;q=abc'])
      expect(encodingFor(accepts, 60_000)).toBeNull();
  });
});
