import { faultOfSecret, isGuessable, severalOf } from './secret.rules';

describe('secrets that production takes', () => {
  it.each([
    '',
    'password',
    'Passord1',
    'postgres',
    'samanker',
    'samanker2016',
    'secret',
    'change-me',
    'CHANGEME!',
    'my-secret-token',
    'your_secret_key_here',
    'hemmelig123',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'abababababababababab',
    '1234567890123456',
    'abcdefghijklmnopqrst',
    '9876543210987654',
  ])('"%s" can be guessed', (secret) => expect(isGuessable(secret)).toBe(true));

  it.each(['k3Jd9sQw81mZ', 'b7c1f0d2a94e4e3f8a61', 'the tide was low at Lindesnes', '3f9c4b7a0e5d'])(
    '"%s" cannot',
    (secret) => expect(isGuessable(secret)).toBe(false),
  );

  it('the password of an address is looked at, not the address', () => {
    const database = { part: 'password', atLeast: 12 } as const;
    expect(faultOfSecret('postgres://samanker_app:k3Jd9sQw81mZ@db/samanker', database)).toBeNull();
    expect(faultOfSecret('postgres://samanker_app:p%61ssword@db/samanker', database)).toMatch(/try first/);
    expect(faultOfSecret('postgres://samanker_app@db/samanker', database)).toMatch(/try first/);
    expect(faultOfSecret('postgres://samanker_app:k3Jd9s@db/samanker', database)).toMatch(/fewer than 12/);
    expect(faultOfSecret('smtp://mail.example.no:25', database)).toBeNull();
    expect(faultOfSecret('smtp://user:password@mail.example.no:25', database)).toMatch(/try first/);
  });

  it('where several are taken, each is looked at', () => {
    const token = { part: 'value', atLeast: 16, several: true } as const;
    expect(severalOf(' b7c1f0d2a94e4e3f8a61 , 0e5d3f9c4b7a0e5d81aa')).toHaveLength(2);
    expect(faultOfSecret('b7c1f0d2a94e4e3f8a61,0e5d3f9c4b7a0e5d81aa', token)).toBeNull();
    expect(faultOfSecret('b7c1f0d2a94e4e3f8a61,0e5d3f', token)).toMatch(/fewer than 16/);
  });
});
