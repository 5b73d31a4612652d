import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** Quantities in units that cannot be converted into each other exactly (R18). */
@ObjectType({
  implements: () => [Refusal],
  description: 'The units cannot be converted into each other exactly, so the quantities are not added.',
})
export class UnitsDoNotAgree extends Refusal {
  static readonly texts: Texts = {
    nb: 'Enhetene {from} og {to} kan ikke legges sammen. Velg samme enhet, eller legg mengdene i hver sin post.',
    nn: 'Einingane {from} og {to} kan ikkje leggjast saman. Vel same eining, eller legg mengdene i kvar sin post.',
    en: 'The units {from} and {to} cannot be added. Choose the same unit, or put the quantities into separate items.',
  };

  constructor(path: readonly (string | number)[], from: string, to: string) {
    super(path, { from, to });
  }
}
