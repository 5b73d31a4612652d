import { UNITS } from '@samanker/classification';
import { reasonSentence, type Names } from './overlap-reason.texts';
import { nearestCpv, overlapReasons, overlapScore, sharedWords, type NeedCompared } from './overlap.rules';

const unit = (code: string) => UNITS.find((u) => u.code === code)!;
const need = (over: Partial<NeedCompared> = {}): NeedCompared => ({
  title: 'Trygghetsalarmer til hjemmeboende',
  cpvCodes: ['33195000'],
  unit: unit('STK'),
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
  ...over,
});
const names: Names = { cpv: (code) => `navn ${code}`, unit: (code) => code.toLowerCase() };
const sentences = (a: NeedCompared, b: NeedCompared, language: 'NB' | 'NN' | 'EN' = 'NB') =>
  overlapReasons(a, b).map((reason) => reasonSentence(reason, language, names));

describe('R16: overlap from title and CPV', () => {
  it('grows with either, and says yes only where both or one very strongly agree', () => {
    expect(overlapScore(1, 8)).toBeGreaterThan(0.99);
    expect(overlapScore(0.3, 5)).toBeGreaterThan(0.6);
    expect(overlapScore(0.15, 8)).toBeGreaterThan(0.8);
    expect(overlapScore(0, 4)).toBeLessThan(0.05);
    expect(overlapScore(0.3, 0)).toBeLessThan(0.05);
    expect(overlapScore(0, 0)).toBeGreaterThanOrEqual(0);
  });

  it('takes the codes that agree most', () => {
    expect(nearestCpv(['35121700', '33195000'], ['85310000', '33195100'])).toEqual({
      codeA: '33195000',
      codeB: '33195100',
      digits: 5,
    });
    expect(nearestCpv([], ['33195000'])).toBeNull();
  });

  it('finds words that Bokmål and Nynorsk share', () => {
    expect(sharedWords('Trygghetsalarmer til hjemmeboende', 'Digitale tryggleiksalarmar for heimebuande')).toEqual([
      ['trygghetsalarmer', 'tryggleiksalarmar'],
    ]);
    expect(sharedWords('Renhold av skoler', 'Salt til veg')).toEqual([]);
  });
});

describe('R16: every proposal says why, in words that a person can check', () => {
  it('in Bokmål', () => {
    expect(
      sentences(need(), need({ title: 'Tryggleiksalarmar', cpvCodes: ['33195100'], wantedFrom: '2018-06-01' })),
    ).toEqual([
      'CPV-kodene er i samme kategori (33195): 33195000 «navn 33195000» og 33195100 «navn 33195100».',
      'Titlene har ord som ligner: «trygghetsalarmer» / «tryggleiksalarmar».',
      'Begge er oppgitt i stk.',
      'Periodene møtes fra 01.06.2018 til 31.12.2020.',
    ]);
  });

  it('in Nynorsk, also what stands in the way', () => {
    const other = need({
      title: 'Responssenter',
      cpvCodes: ['85310000'],
      unit: unit('ABONNEMENT'),
      wantedFrom: '2021-03-01',
      wantedTo: '2022-01-01',
    });
    expect(sentences(need(), other, 'NN')).toEqual([
      'CPV-kodane høyrer til kvar si hovudgruppe: 33195000 «navn 33195000» og 85310000 «navn 85310000».',
      'Titlane har ingen felles ord.',
      'Mengdene er oppgitt i stk og abonnement og kan ikkje leggjast saman.',
      'Periodane møtest ikkje: den eine sluttar 31.12.2020, den andre byrjar 01.03.2021.',
    ]);
    expect(overlapReasons(need(), other).map((reason) => reason.speaksFor)).toEqual([false, false, false, false]);
  });

  it('in English', () => {
    expect(sentences(need(), need({ unit: unit('DUSIN') }), 'EN')).toEqual([
      'Both have the CPV code 33195000 «navn 33195000».',
      'The titles share words: «trygghetsalarmer», «hjemmeboende».',
      'The quantities are given in stk and dusin, which can be converted.',
      'The periods meet from 01.01.2017 to 31.12.2020.',
    ]);
  });
});
