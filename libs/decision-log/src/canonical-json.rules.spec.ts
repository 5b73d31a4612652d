import canonicalize from 'canonicalize';
import { canonicalJson } from './canonical-json.rules';

const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();

describe('canonical JSON (RFC 8785, R22, R31)', () => {
  // RFC 8785, appendix B: the bits of an IEEE 754 double, and how ECMAScript writes it.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it.each([
    ['NaN', double('7fffffffffffffff')],
    ['infinity', double('7ff0000000000000')],
    ['minus infinity', double('fff0000000000000')],
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a big integer', 1n],
    ['half of a surrogate pair', '\ud83d'],
    ['the other half', 'x\ude02y'],
    ['half of a pair in a key', { '\udead': 1 }],
    ['half of a pair far inside', [{ a: ['\ud83d'] }]],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('the example of section 3.2.2', () => {
    const data: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(data)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('the example of section 3.2.3: keys by UTF-16 code units, not by code points', () => {
    const data: unknown = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    expect([...canonicalJson(data).matchAll(/:"([^"]+)"/g)].map(([, words]) => words)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('escapes of section 3.2.2.2: short ones where JSON has them, lower-case hexadecimal else, nothing above', () => {
    expect(canonicalJson('\b\t\n\f\r"\\/\u0000\u001f\u007f\u2028ø😀')).toBe(
      String.raw`"\b\t\n\f\r\"\\/\u0000\u001f` + '\u007f\u2028ø😀"',
    );
  });

  it('leaves out what is undefined, as JSON does, and asks an object for its JSON form', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, new Date(0)] })).toBe(
      '{"a":[null,"1970-01-01T00:00:00.000Z"]}',
    );
  });

  it('agrees with another implementation on ten thousand values', () => {
    let seed = 7;
    const chance = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const bits = Buffer.alloc(8);
    const text = (): string =>
      String.fromCodePoint(
        ...Array.from(
          { length: chance(6) },
          () => [chance(0x80), chance(0xd800), 0xe000 + chance(0x102000)][chance(3)]!,
        ),
      );
    const value = (depth: number): unknown => {
      const kind = chance(depth > 3 ? 4 : 6);
      if (kind === 0) return [null, true, false][chance(3)];
      if (kind === 1) return chance(1e6) - 5e5;
      if (kind === 2) {
        for (let at = 0; at < 8; at++) bits[at] = chance(256);
        const number = bits.readDoubleBE();
        return Number.isFinite(number) ? number : 0.1;
      }
      if (kind === 3) return text();
      if (kind === 4) return Array.from({ length: chance(5) }, () => value(depth + 1));
      return Object.fromEntries(Array.from({ length: chance(6) }, () => [text(), value(depth + 1)]));
    };
    for (let round = 0; round < 10_000; round++) {
      const data = value(0);
      expect(canonicalJson(data)).toBe(canonicalize(data));
    }
  });
});
