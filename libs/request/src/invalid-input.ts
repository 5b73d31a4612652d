import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from './refusal';

/** Every way in which a value can be wrong, with the sentence for it. `{limit}` is the bound that was broken. */
export const INPUT_FAULTS = {
  REQUIRED: { nb: 'Fyll ut dette feltet.', nn: 'Fyll ut dette feltet.', en: 'Fill in this field.' },
  TOO_LONG: {
    nb: 'Teksten er for lang. Bruk høyst {limit} tegn.',
    nn: 'Teksten er for lang. Bruk høgst {limit} teikn.',
    en: 'The text is too long. Use at most {limit} characters.',
  },
  ILLEGAL_CHARACTER: {
    nb: 'Teksten har tegn som ikke kan lagres. Skriv den inn på nytt.',
    nn: 'Teksten har teikn som ikkje kan lagrast. Skriv han inn på nytt.',
    en: 'The text has characters that cannot be stored. Type it again.',
  },
  NOT_A_NUMBER: { nb: 'Skriv et tall.', nn: 'Skriv eit tal.', en: 'Enter a number.' },
  NEGATIVE: {
    nb: 'Tallet kan ikke være negativt.',
    nn: 'Talet kan ikkje vere negativt.',
    en: 'The number cannot be negative.',
  },
  NOT_POSITIVE: {
    nb: 'Tallet må være større enn null.',
    nn: 'Talet må vere større enn null.',
    en: 'The number must be greater than zero.',
  },
  TOO_LARGE: {
    nb: 'Tallet er større enn tjenesten tar imot ({limit}). Kontroller enheten.',
    nn: 'Talet er større enn tenesta tek imot ({limit}). Kontroller eininga.',
    en: 'The number is larger than the service accepts ({limit}). Check the unit.',
  },
  TOO_MANY_DECIMALS: {
    nb: 'Bruk høyst {limit} desimaler.',
    nn: 'Bruk høgst {limit} desimalar.',
    en: 'Use at most {limit} decimals.',
  },
  VAT_INCLUDED: {
    nb: 'Oppgi beløpet uten merverdiavgift.',
    nn: 'Oppgi beløpet utan meirverdiavgift.',
    en: 'Give the amount excluding VAT.',
  },
  NOT_A_DATE: {
    nb: 'Datoen finnes ikke. Kontroller dag, måned og år.',
    nn: 'Datoen finst ikkje. Kontroller dag, månad og år.',
    en: 'This date does not exist. Check day, month and year.',
  },
  DATE_PASSED: {
    nb: 'Datoen er før i dag. Velg en senere dato.',
    nn: 'Datoen er før i dag. Vel ein seinare dato.',
    en: 'The date has passed. Choose a later date.',
  },
  DATE_IN_FUTURE: {
    nb: 'Datoen er etter i dag. Et vedtak kan ikke føres på forhånd.',
    nn: 'Datoen er etter i dag. Eit vedtak kan ikkje førast på førehand.',
    en: 'The date is after today. A decision cannot be recorded in advance.',
  },
  DATE_TOO_EARLY: {
    nb: 'Datoen er for tidlig. Tidligste dato er {limit}.',
    nn: 'Datoen er for tidleg. Tidlegaste dato er {limit}.',
    en: 'The date is too early. The earliest date is {limit}.',
  },
  DATE_TOO_LATE: {
    nb: 'Datoen er for langt fram i tid. Seneste dato er {limit}.',
    nn: 'Datoen er for langt fram i tid. Seinaste dato er {limit}.',
    en: 'The date is too far ahead. The latest date is {limit}.',
  },
  ENDS_BEFORE_START: {
    nb: 'Sluttdatoen er før startdatoen.',
    nn: 'Sluttdatoen er før startdatoen.',
    en: 'The end date is before the start date.',
  },
  UNKNOWN_UNIT: {
    nb: 'Enheten er ukjent. Velg en fra listen.',
    nn: 'Eininga er ukjend. Vel ei frå lista.',
    en: 'The unit is unknown. Choose one from the list.',
  },
  UNKNOWN_CPV: {
    nb: 'CPV-koden finnes ikke. Søk i listen.',
    nn: 'CPV-koden finst ikkje. Søk i lista.',
    en: 'The CPV code does not exist. Search the list.',
  },
  UNKNOWN_ORGANISATION: {
    nb: 'Organisasjonen er ikke med i regionen.',
    nn: 'Organisasjonen er ikkje med i regionen.',
    en: 'The organisation is not part of the region.',
  },
  UNKNOWN_BODY: {
    nb: 'Organet hører ikke til denne kommunen.',
    nn: 'Organet høyrer ikkje til denne kommunen.',
    en: 'The body does not belong to this municipality.',
  },
  UNKNOWN_MEETING: {
    nb: 'Møtet finnes ikke i møteplanen til organet.',
    nn: 'Møtet finst ikkje i møteplanen til organet.',
    en: 'The meeting is not in the calendar of the body.',
  },
  UNKNOWN_REFERENCE: {
    nb: 'Vi finner ikke det feltet viser til.',
    nn: 'Vi finn ikkje det feltet viser til.',
    en: 'We cannot find what this field refers to.',
  },
  DUPLICATE: {
    nb: 'Samme verdi er oppgitt to ganger.',
    nn: 'Same verdi er oppgitt to gonger.',
    en: 'The same value is given twice.',
  },
  NOT_ALLOWED_HERE: {
    nb: 'Denne verdien passer ikke her.',
    nn: 'Denne verdien passar ikkje her.',
    en: 'This value does not fit here.',
  },
  TOO_MANY: {
    nb: 'Listen er for lang. Send høyst {limit}.',
    nn: 'Lista er for lang. Send høgst {limit}.',
    en: 'The list is too long. Send at most {limit}.',
  },
  NOT_AN_ADDRESS: {
    nb: 'Skriv én gyldig e-postadresse.',
    nn: 'Skriv éi gyldig e-postadresse.',
    en: 'Enter one valid e-mail address.',
  },
  NOT_A_LINK: {
    nb: 'Skriv en lenke som begynner med https://.',
    nn: 'Skriv ei lenkje som byrjar med https://.',
    en: 'Enter a link that begins with https://.',
  },
} as const satisfies Record<string, Texts>;

export type InputFault = keyof typeof INPUT_FAULTS;

/** One value of the input is wrong; `path` names it and `fault` says how. Nothing was stored. */
@ObjectType({
  implements: () => [Refusal],
  description: 'A value of the input is wrong; path names it. Nothing was stored.',
})
export class InvalidInput extends Refusal {
  static readonly texts: Texts = { nb: 'Verdien er feil.', nn: 'Verdien er feil.', en: 'The value is wrong.' };

  @Field(() => String, {
    description: 'How the value is wrong, for programs: REQUIRED, TOO_LONG, NEGATIVE, NOT_A_DATE, …',
  })
  readonly fault: InputFault;

  constructor(path: readonly (string | number)[], fault: InputFault, limit: string | number = '') {
    super(path, { limit });
    this.fault = fault;
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    return INPUT_FAULTS[this.fault] ?? InvalidInput.texts;
  }
}
