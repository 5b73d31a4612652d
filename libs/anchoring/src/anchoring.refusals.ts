import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';
import { Decision } from './decision.entity';

/** Only the outcome needs its predecessors (R2). */
@ObjectType({ implements: () => [Refusal], description: 'Earlier steps of the route are not decided yet.' })
export class StepOutOfOrder extends Refusal {
  static readonly texts: Texts = {
    nb: 'Dette kan ikke føres ennå. Før først: {steps}.',
    nn: 'Dette kan ikkje førast enno. Før først: {steps}.',
    en: 'This cannot be recorded yet. Record first: {steps}.',
  };

  @Field(() => [String], { description: 'The steps that come first and are not decided, by title.' })
  readonly openSteps: string[];

  constructor(openSteps: string[], asked: string) {
    super(['input', asked], { steps: openSteps.join(', ') });
    this.openSteps = openSteps;
  }
}

/** Somebody was first (R8). */
@ObjectType({
  implements: () => [Refusal],
  description:
    'The step is decided already; the decision that counts is shown. A wrong one is superseded, never edited.',
})
export class StepAlreadyDecided extends Refusal {
  static readonly texts: Texts = {
    nb: 'Vedtaket er allerede ført. Se på det, og erstatt det om det er feil.',
    nn: 'Vedtaket er alt ført. Sjå på det, og erstatt det om det er feil.',
    en: 'The decision is recorded already. Look at it, and supersede it if it is wrong.',
  };

  @Field(() => Decision, { description: 'The decision that counts.' })
  readonly decision: Decision;

  constructor(decision: Decision) {
    super(['input']);
    this.decision = decision;
  }
}

/** A deciding body said no; nothing more is decided in this route. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The municipality has declined; nothing more is decided in this route.',
})
export class RouteDeclined extends Refusal {
  static readonly texts: Texts = {
    nb: 'Kommunen har sagt nei til å delta. Erstatt vedtaket om det er feil.',
    nn: 'Kommunen har sagt nei til å delta. Erstatt vedtaket om det er feil.',
    en: 'The municipality has declined. Supersede that decision if it is wrong.',
  };
}

/** The order of the steps is the order of the meetings (R2). */
@ObjectType({
  implements: () => [Refusal],
  description: 'The meeting comes before the step before it, or after the step after it.',
})
export class MeetingOutOfOrder extends Refusal {
  static readonly texts: Texts = {
    nb: 'Møtet passer ikke i rekkefølgen av behandlingene. Velg et annet møte.',
    nn: 'Møtet passar ikkje i rekkjefølgja av handsamingane. Vel eit anna møte.',
    en: 'The meeting does not fit the order of the steps. Choose another meeting.',
  };
}

/** What later steps rest on stays done. */
@ObjectType({ implements: () => [Refusal], description: 'A later step is decided and rests on this one.' })
export class LaterStepDecided extends Refusal {
  static readonly texts: Texts = {
    nb: 'Et senere ledd har bygd på dette vedtaket. Erstatt det senere vedtaket først.',
    nn: 'Eit seinare ledd har bygd på dette vedtaket. Erstatt det seinare vedtaket først.',
    en: 'A later step rests on this decision. Supersede the later decision first.',
  };
}

/** Who is disqualified (inhabil) does not decide (R2). */
@ObjectType({ implements: () => [Refusal], description: 'The person who decides is disqualified; the deputy decides.' })
export class DeciderDisqualified extends Refusal {
  static readonly texts: Texts = {
    nb: 'Den som er inhabil, avgjør ikke saken. Stedfortrederen gjør det.',
    nn: 'Den som er inhabil, avgjer ikkje saka. Stadfortredaren gjer det.',
    en: 'A person who is disqualified does not decide. The deputy does.',
  };
}

/** Nothing more is asked. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The step is decided or not required: nobody is asked any more.',
})
export class StepDone extends Refusal {
  static readonly texts: Texts = {
    nb: 'Behandlingen er ferdig. Ingen blir spurt mer.',
    nn: 'Handsaminga er ferdig. Ingen blir spurde meir.',
    en: 'The step is done. Nobody is asked any more.',
  };
}

/** R12: who is asked must be able to answer. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The person holds no role in the organisation that records what comes of a step.',
})
export class ColleagueCannotDecide extends Refusal {
  static readonly texts: Texts = {
    nb: 'Personen har ingen rolle som kan svare her. Velg en annen, eller be koordinatoren gi personen en rolle.',
    nn: 'Personen har inga rolle som kan svare her. Vel ein annan, eller be koordinatoren gi personen ei rolle.',
    en: 'The person holds no role that can answer here. Choose somebody else, or ask the coordinator to grant a role.',
  };
}

/** R5b: what the joint tender rests on stands. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The participants of the joint tender are frozen: the name and the maximum of the organisation stand.',
})
export class ParticipantsAlreadyFrozen extends Refusal {
  static readonly texts: Texts = {
    nb: 'Deltakerne er låst, så kommunens navn og mengder står. Trekk fullmakten tilbake, og skriv til koordinatoren hos verten.',
    nn: 'Deltakarane er låste, så namnet og mengdene til kommunen står. Trekk fullmakta tilbake, og skriv til koordinatoren hos verten.',
    en: 'The participants are frozen, so the municipality’s name and quantities stand. Withdraw the power of attorney, and write to the host’s coordinator.',
  };
}

/** Who has said no has nothing to leave. */
@ObjectType({ implements: () => [Refusal], description: 'The organisation has declined: it has nothing to leave.' })
export class NotTakingPart extends Refusal {
  static readonly texts: Texts = {
    nb: 'Kommunen har sagt nei til å delta, så den er ikke med. Dere trenger ikke å gjøre noe.',
    nn: 'Kommunen har sagt nei til å delta, så han er ikkje med. De treng ikkje å gjere noko.',
    en: 'The municipality has declined, so it takes no part. You need not do anything.',
  };
}
