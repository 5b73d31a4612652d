import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** A quantity for a year in which nothing can be bought. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The year is outside the term of the case, option years included.',
})
export class YearOutsideTerm extends Refusal {
  static readonly texts: Texts = {
    nb: 'Avtalen gjelder fra {first} til {last}. Oppgi mengder for disse årene.',
    nn: 'Avtalen gjeld frå {first} til {last}. Oppgi mengder for desse åra.',
    en: 'The contract runs from {first} to {last}. Give quantities for these years.',
  };

  constructor(path: readonly (string | number)[], first: number, last: number) {
    super(path, { first, last });
  }
}

/** The largest quantity is smaller than the expected one. */
@ObjectType({ implements: () => [Refusal], description: 'The largest quantity is smaller than the expected one.' })
export class MaximumBelowExpected extends Refusal {
  static readonly texts: Texts = {
    nb: 'Største mengde er mindre enn forventet mengde. Øk den, eller la feltet stå tomt.',
    nn: 'Største mengd er mindre enn forventa mengd. Auk talet, eller la feltet stå tomt.',
    en: 'The largest quantity is smaller than the expected one. Raise it, or leave the field empty.',
  };
}

/** An empty sheet says nothing: it must not look like an answer. */
@ObjectType({
  implements: () => [Refusal],
  description: 'There is no line to declare. Who buys nothing declares a zero.',
})
export class NothingToDeclare extends Refusal {
  static readonly texts: Texts = {
    nb: 'Arket er tomt. Fyll ut mengdene, eller skriv 0 der dere ikke skal kjøpe noe.',
    nn: 'Arket er tomt. Fyll ut mengdene, eller skriv 0 der de ikkje skal kjøpe noko.',
    en: 'The sheet is empty. Fill in the quantities, or enter 0 where you will buy nothing.',
  };
}
