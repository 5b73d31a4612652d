import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';
import { TenderCondition } from './joint-tender.entity';

@ObjectType({
  implements: () => [Refusal],
  description: 'The participants cannot be frozen yet: conditions are not met.',
})
export class ReadinessNotMet extends Refusal {
  static readonly texts: Texts = {
    nb: 'Deltakerne kan ikke låses ennå. Se hvilke vilkår som mangler, og hvem som kan ordne dem.',
    nn: 'Deltakarane kan ikkje låsast enno. Sjå kva vilkår som manglar, og kven som kan ordne dei.',
    en: 'The participants cannot be frozen yet. See which conditions are not met, and who can mend them.',
  };

  @Field(() => [TenderCondition], { description: 'Each condition that is not met.' })
  readonly conditions: TenderCondition[];

  constructor(path: readonly (string | number)[], conditions: TenderCondition[]) {
    super(path);
    this.conditions = conditions;
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The one who proposed cannot confirm: it takes two people (R29).',
})
export class SamePersonTwice extends Refusal {
  static readonly texts: Texts = {
    nb: 'Du foreslo deltakerne selv. En annen person må bekrefte.',
    nn: 'Du føreslo deltakarane sjølv. Ein annan person må stadfeste.',
    en: 'You proposed the participants yourself. Another person must confirm.',
  };
}

@ObjectType({ implements: () => [Refusal], description: 'Nobody has proposed the participants of this case.' })
export class NothingProposed extends Refusal {
  static readonly texts: Texts = {
    nb: 'Ingen har foreslått deltakerne ennå. Foreslå dem først.',
    nn: 'Ingen har føreslått deltakarane enno. Føreslå dei først.',
    en: 'Nobody has proposed the participants yet. Propose them first.',
  };
}

@ObjectType({
  implements: () => [Refusal],
  description: 'A newer version of the report has been frozen since the participants were proposed.',
})
export class ProposalOutdated extends Refusal {
  static readonly texts: Texts = {
    nb: 'Behovsrapporten er låst på nytt etter forslaget. Foreslå deltakerne på nytt.',
    nn: 'Behovsrapporten er låst på nytt etter forslaget. Føreslå deltakarane på nytt.',
    en: 'The report has been frozen anew since the proposal. Propose the participants again.',
  };
}
