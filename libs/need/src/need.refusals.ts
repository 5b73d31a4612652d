import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';
import { NeedState } from './need.entity';

const TEXTS: Readonly<Record<NeedState, Texts>> = {
  DRAFT: {
    nb: 'Behovet er fortsatt en kladd. Meld det inn først.',
    nn: 'Behovet er framleis ein kladd. Meld det inn først.',
    en: 'The need is still a draft. Declare it first.',
  },
  DECLARED: {
    nb: 'Behovet er allerede meldt inn.',
    nn: 'Behovet er allereie meldt inn.',
    en: 'The need has been declared already.',
  },
  IN_CASE: {
    nb: 'Behovet er tatt inn i en fellesanskaffelse. Endre mengdene der, eller snakk med koordinatoren.',
    nn: 'Behovet er teke inn i ei fellesanskaffing. Endre mengdene der, eller snakk med koordinatoren.',
    en: 'The need has been taken up in a procurement case. Change the volumes there, or talk to the coordinator.',
  },
  SOLVED_IN_HOUSE: {
    nb: 'Behovet er løst i egen regi. Registrer et nytt behov om noe har endret seg.',
    nn: 'Behovet er løyst i eigen regi. Registrer eit nytt behov om noko har endra seg.',
    en: 'The need has been solved in-house. Register a new need if something has changed.',
  },
  WITHDRAWN: {
    nb: 'Behovet er trukket. Registrer et nytt behov om det fortsatt gjelder.',
    nn: 'Behovet er trekt. Registrer eit nytt behov om det framleis gjeld.',
    en: 'The need has been withdrawn. Register a new need if it still holds.',
  },
};

/** The need is in a state in which this cannot be done. */
@ObjectType({ implements: () => [Refusal], description: 'The need is in a state in which this cannot be done.' })
export class NeedNotOpen extends Refusal {
  static readonly texts: Texts = TEXTS.WITHDRAWN;

  @Field(() => NeedState, { description: 'Where the need stands.' })
  readonly state: NeedState;

  constructor(path: readonly (string | number)[], state: NeedState) {
    super(path);
    this.state = state;
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    return TEXTS[this.state] ?? NeedNotOpen.texts;
  }
}

/** A text holds what looks like a national identity number: needs are counts, never data about people (R15). */
@ObjectType({
  implements: () => [Refusal],
  description:
    'A text holds what looks like a national identity number. Needs are counts, never data about patients or pupils. Nothing was stored.',
})
export class PersonalNumberInText extends Refusal {
  static readonly texts: Texts = {
    nb: 'Teksten ser ut til å ha et fødselsnummer. Skriv antall og grupper, aldri opplysninger om enkeltpersoner.',
    nn: 'Teksten ser ut til å ha eit fødselsnummer. Skriv tal og grupper, aldri opplysningar om einskildpersonar.',
    en: 'The text seems to hold a national identity number. Write counts and groups, never data about individuals.',
  };
}
