import { afterAct, checkNeed, holdsPersonalNumber, textWithPersonalNumber, type NeedWritten } from './need.rules';

const TODAY = '2016-01-11';
const need: NeedWritten = {
  title: 'Trygghetsalarm til hjemmeboende',
  problem: 'Analoge alarmer slutter å virke.',
  cpvCodes: ['33195000'],
  quantity: '120',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
};
const fault = (over: Partial<NeedWritten>, declare = true) => {
  const found = checkNeed({ ...need, ...over }, ['input', 'fields'], { declare, today: TODAY });
  return found && [found.path.slice(2).join('.'), found.fault];
};

describe('R15: what is written of a need', () => {
  it('is accepted as it should be written', () => expect(fault({})).toBeNull());

  it.each<[Partial<NeedWritten>, string, string]>([
    [{ title: ' ' }, 'title', 'REQUIRED'],
    [{ title: 'x'.repeat(301) }, 'title', 'TOO_LONG'],
    [{ problem: '' }, 'problem', 'REQUIRED'],
    [{ tried: 'x'.repeat(4001) }, 'tried', 'TOO_LONG'],
    [{ localLeader: 'x'.repeat(201) }, 'localLeader', 'TOO_LONG'],
    [{ quantity: '-1' }, 'quantity', 'NEGATIVE'],
    [{ quantity: '0' }, 'quantity', 'NOT_POSITIVE'],
    [{ quantity: '1000000001' }, 'quantity', 'TOO_LARGE'],
    [{ quantity: '0.00001' }, 'quantity', 'TOO_MANY_DECIMALS'],
    [{ quantity: 'mange' }, 'quantity', 'NOT_A_NUMBER'],
    [{ yearlyValue: { amount: '100.123', vat: 'EXCLUDED' } }, 'yearlyValue.amount', 'TOO_MANY_DECIMALS'],
    [{ yearlyValue: { amount: '100', vat: 'INCLUDED' } }, 'yearlyValue.vat', 'VAT_INCLUDED'],
    [{ currentYearlyCost: { amount: '-5', vat: 'EXCLUDED' } }, 'currentYearlyCost.amount', 'NEGATIVE'],
    [{ wantedTo: '2016-12-31' }, 'wantedTo', 'ENDS_BEFORE_START'],
    [{ wantedFrom: '2015-01-01', wantedTo: '2016-01-10' }, 'wantedTo', 'DATE_PASSED'],
    [{ optionMonths: -1 }, 'optionMonths', 'NEGATIVE'],
    [{ optionMonths: 121 }, 'optionMonths', 'TOO_LARGE'],
    [{ cpvCodes: [] }, 'cpvCodes', 'REQUIRED'],
    [{ cpvCodes: Array.from({ length: 21 }, (_, i) => String(33195000 + i)) }, 'cpvCodes', 'TOO_MANY'],
  ])('%j is refused', (over, path, kind) => expect(fault(over)).toEqual([path, kind]));

  it('a draft may lack its codes and lie in the past', () => {
    expect(fault({ cpvCodes: [], wantedFrom: '2015-01-01', wantedTo: '2015-02-01' }, false)).toBeNull();
  });
});

describe('R15: counts only, never data about people', () => {
  it.each([
    'Gjelder 01017012345.',
    'Gjelder 010170 12345',
    'Gjelder 010170-12345',
    'Gjelder 010170\u00a012345',
    'D-nummer 41017012345',
    'syntetisk 01417012345, 01817012345',
    '０１０１７０１２３４５',
    'fnr:31129956789;',
  ])('%s looks like a national identity number', (text) => expect(holdsPersonalNumber(text)).toBe(true));

  it.each([
    'Vi har 420 brukere.',
    'Telefon 38 07 50 00',
    'Organisasjonsnummer 820852982',
    'Konto 99999999999',
    'GTIN 7038010009457',
    '00007012345',
    '01130012345678',
  ])('%s does not', (text) => expect(holdsPersonalNumber(text)).toBe(false));

  it('names the field that holds it', () => {
    expect(textWithPersonalNumber(need)).toBeNull();
    expect(textWithPersonalNumber({ ...need, tried: 'Prøvd for 01017012345' })).toBe('tried');
  });
});

describe('states of a need', () => {
  it.each([
    ['declare', 'DRAFT', 'DECLARED'],
    ['declare', 'DECLARED', 'DONE'],
    ['declare', 'WITHDRAWN', null],
    ['change', 'DRAFT', 'DRAFT'],
    ['change', 'DECLARED', 'DECLARED'],
    ['change', 'IN_CASE', null],
    ['withdraw', 'DECLARED', 'WITHDRAWN'],
    ['withdraw', 'WITHDRAWN', 'DONE'],
    ['withdraw', 'IN_CASE', null],
    ['solveInHouse', 'DECLARED', 'SOLVED_IN_HOUSE'],
    ['solveInHouse', 'SOLVED_IN_HOUSE', 'DONE'],
    ['solveInHouse', 'WITHDRAWN', null],
  ] as const)('%s of %s leads to %s', (act, state, expected) => expect(afterAct(act, state)).toBe(expected));
});
