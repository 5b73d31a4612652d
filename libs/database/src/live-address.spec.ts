import { LiveAddress } from './live-address';

describe('an address whose password is exchanged', () => {
  let now = 'old';
  const live = (): LiveAddress => {
    now = 'old';
    const address = new LiveAddress(() => now);
    address.wasLetIn(address.choose());
    return address;
  };

  it('the file first, the database later: the old one is good until it is refused', () => {
    const address = live();
    now = 'new';
    expect(address.choose()).toBe('new');
    address.wasRefused('new');
    expect(address.choose()).toBe('old');
    address.wasLetIn('old');
    expect(address.choose()).toBe('old');
    address.wasRefused('old');
    expect(address.choose()).toBe('new');
    address.wasLetIn('new');
    expect(address.choose()).toBe('new');
  });

  it('the database first: the old one is tried until the file has the new one', () => {
    const address = live();
    address.wasRefused(address.choose());
    expect(address.choose()).toBe('old');
    now = 'new';
    expect(address.choose()).toBe('new');
  });

  it('a wrong setting is known for one', () => {
    const address = new LiveAddress('wrong');
    address.wasRefused(address.choose());
    expect(address.wasEverGood).toBe(false);
  });
});
