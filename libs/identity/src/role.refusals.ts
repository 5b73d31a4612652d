import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, Refusal, Uuid, type Texts } from '@samanker/request';
import type { Period } from './delegation.rules';

/** The address is somebody's already. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The work address is registered in the region already; grant the role to that person.',
})
export class PersonAlreadyRegistered extends Refusal {
  static readonly texts: Texts = {
    nb: 'Adressen er registrert fra før. Gi rollen til den personen, eller bruk en annen adresse.',
    nn: 'Adressa er registrert frå før. Gi rolla til den personen, eller bruk ei anna adresse.',
    en: 'The address is registered already. Grant the role to that person, or use another address.',
  };

  @Field(() => Uuid, { description: 'Whose address it is.' })
  readonly personId: string;

  constructor(path: readonly (string | number)[], personId: string) {
    super(path);
    this.personId = personId;
  }
}

/** Rights are given by others. */
@ObjectType({ implements: () => [Refusal], description: 'Nobody grants a role to themself.' })
export class RoleForOneself extends Refusal {
  static readonly texts: Texts = {
    nb: 'Du kan ikke gi deg selv en rolle. Be en annen om å gjøre det.',
    nn: 'Du kan ikkje gi deg sjølv ei rolle. Be ein annan om å gjere det.',
    en: 'You cannot grant a role to yourself. Ask somebody else to do it.',
  };
}

/** Somebody must be left who can grant roles. */
@ObjectType({
  implements: () => [Refusal],
  description: 'Nobody else is coordinator of the organisation, or in the secretariat: the last one stays.',
})
export class LastInRole extends Refusal {
  static readonly texts: Texts = {
    nb: 'Ingen andre har denne rollen. Gi den til en annen først.',
    nn: 'Ingen andre har denne rolla. Gi henne til ein annan først.',
    en: 'Nobody else holds this role. Grant it to somebody else first.',
  };
}

/** R12: a deputy is somebody of the same house. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The deputy is neither registered at the organisation of the role nor holds a role there.',
})
export class NotColleague extends Refusal {
  static readonly texts: Texts = {
    nb: 'Personen er ikke registrert her. Be koordinatoren om å registrere personen først.',
    nn: 'Personen er ikkje registrert her. Be koordinatoren om å registrere personen først.',
    en: 'The person is not registered here. Ask the coordinator to register the person first.',
  };
}

/** R12: one deputy at a time. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The role is left to a deputy already in a part of that period; end that first, or choose other days.',
})
export class DelegatedAlready extends Refusal {
  static readonly texts: Texts = {
    nb: 'Rollen har allerede en stedfortreder i disse dagene. Avslutt det først, eller velg andre dager.',
    nn: 'Rolla har alt ein stadfortredar desse dagane. Avslutt det først, eller vel andre dagar.',
    en: 'The role has a deputy already on these days. End that first, or choose other days.',
  };

  @Field(() => LocalDateScalar, { description: 'The first day of the period that is taken.' })
  readonly fromOn: string;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  readonly toOn: string;

  constructor(path: readonly (string | number)[], { fromOn, toOn }: Period) {
    super(path);
    this.fromOn = fromOn;
    this.toOn = toOn;
  }
}

/** R29: whose role has ended since counts no more. */
@ObjectType({
  implements: () => [Refusal],
  description:
    'The first of the two people has lost the role that it takes; somebody else must take the first step anew.',
})
export class FirstPersonNoLongerMay extends Refusal {
  static readonly texts: Texts = {
    nb: 'Den som foreslo dette, har ikke lenger rollen som trengs. En annen må foreslå det på nytt.',
    nn: 'Den som føreslo dette, har ikkje lenger rolla som trengst. Ein annan må føreslå det på nytt.',
    en: 'Whoever proposed this no longer holds the role that it takes. Somebody else must propose it again.',
  };
}
