import { checkAhead, checkAmount, checkInput, checkQuantity, checkText, firstFault } from './input.rules';

const faultOf = (fault: { fault: string; path: readonly string[] } | null): string | null =>
  fault && `${fault.path.join('.')} ${fault.fault}`;

describe('input', () => {
  it.each([
    ['a NUL', 'a\u0000b', 'input.texts.0.title ILLEGAL_CHARACTER'],
    ['a lone surrogate', 'a\ud800', 'input.texts.0.title ILLEGAL_CHARACTER'],
    ['a noncharacter', 'a\uffff', 'input.texts.0.title ILLEGAL_CHARACTER'],
    ['an escape character', '\u001b[2J', 'input.texts.0.title ILLEGAL_CHARACTER'],
    ['1 MB of text', 'x'.repeat(1_000_000), 'input.texts.0.title TOO_LONG'],
    ['lines, tabs, Norwegian letters and an emoji', 'Én\tto\r\nÆØÅ 🙂', null],
  ])('names the field that holds %s', (_what, title, expected) => {
    expect(faultOf(checkInput({ texts: [{ title }], count: 3, none: null }, ['input']))).toBe(expected);
  });

  it('takes a file of a million characters only in a field that the verb names, and not deeper', () => {
    const file = 'x'.repeat(1_000_000);
    expect(checkInput({ csv: file }, ['input'], ['csv'])).toBeNull();
    const longer = checkInput({ csv: `${file}x` }, ['input'], ['csv']);
    expect(faultOf(longer)).toBe('input.csv TOO_LONG');
    expect(longer!.speak('EN').message).toContain('1000000');
    expect(faultOf(checkInput({ name: file, csv: '' }, ['input'], ['csv']))).toBe('input.name TOO_LONG');
    expect(faultOf(checkInput({ row: { csv: file } }, ['input'], ['csv']))).toBe('input.row.csv TOO_LONG');
    expect(faultOf(checkInput({ csv: [file] }, ['input'], ['csv']))).toBe('input.csv.0 TOO_LONG');
    expect(faultOf(checkInput({ csv: 'a\u0000' }, ['input'], ['csv']))).toBe('input.csv ILLEGAL_CHARACTER');
  });

  it('bounds the length of lists, however deep', () => {
    const lines = Array.from({ length: 2_001 }, () => 1);
    expect(faultOf(checkInput({ part: { lines } }, ['input']))).toBe('input.part.lines TOO_MANY');
    expect(checkInput({ part: { lines: lines.slice(1) } }, ['input'])).toBeNull();
  });

  it('takes no day that lies more than ten years ahead', () => {
    expect(checkAhead('2026-11-16', ['d'], '2016-11-16')).toBeNull();
    expect(faultOf(checkAhead('2026-11-17', ['d'], '2016-11-16'))).toBe('d DATE_TOO_LATE');
  });

  it('counts blank as missing where a text is required', () => {
    expect(faultOf(checkText('  \n', ['t'], 10, true))).toBe('t REQUIRED');
    expect(faultOf(checkText(null, ['t'], 10, true))).toBe('t REQUIRED');
    for (const unseen of ['\u202e', '\u200b \u00a0', '\u0301'])
      expect(faultOf(checkText(unseen, ['t'], 10, true))).toBe('t REQUIRED');
    for (const seen of ['å', '…', '1', '✓']) expect(checkText(seen, ['t'], 10, true)).toBeNull();
    expect(checkText(undefined, ['t'], 10)).toBeNull();
    expect(faultOf(checkText('x'.repeat(11), ['t'], 10))).toBe('t TOO_LONG');
  });

  it.each([
    ['12.5', null],
    ['0', null],
    ['-0', null],
    ['-1', 'q NEGATIVE'],
    ['1000000001', 'q TOO_LARGE'],
    ['1.00001', 'q TOO_MANY_DECIMALS'],
    ['1.0000000', null],
    ['1e3', 'q NOT_A_NUMBER'],
    ['NaN', 'q NOT_A_NUMBER'],
    ['Infinity', 'q NOT_A_NUMBER'],
    ['1,5', 'q NOT_A_NUMBER'],
    ['', 'q NOT_A_NUMBER'],
    ['9'.repeat(40), 'q NOT_A_NUMBER'],
  ])('takes or refuses the quantity %s', (value, expected) => {
    expect(faultOf(checkQuantity(value, ['q']))).toBe(expected);
  });

  it('refuses nothing at all where something is asked for', () => {
    expect(faultOf(checkQuantity('0.0', ['q'], { positive: true }))).toBe('q NOT_POSITIVE');
  });

  it('refuses money with VAT and money with parts of an øre', () => {
    expect(faultOf(checkAmount({ amount: '100', vat: 'INCLUDED' }, ['price']))).toBe('price.vat VAT_INCLUDED');
    expect(faultOf(checkAmount({ amount: '100.005', vat: 'EXCLUDED' }, ['price']))).toBe(
      'price.amount TOO_MANY_DECIMALS',
    );
    expect(checkAmount({ amount: '100.50', vat: 'EXCLUDED' }, ['price'])).toBeNull();
    expect(checkAmount(null, ['price'])).toBeNull();
  });

  it('speaks the asker’s language', () => {
    const fault = checkText('x'.repeat(11), ['t'], 10)!;
    expect(fault.speak('NN').message).toBe('Teksten er for lang. Bruk høgst 10 teikn.');
    expect(firstFault(null, undefined, false, fault)).toBe(fault);
  });
});
