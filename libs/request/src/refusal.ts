import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { formatDate } from '@samanker/clock';
import type { Language, LogInMethod } from './actor';
import type { Grant } from './permission';
import { codesOf, whoMay } from './who-may.rules';

/** A sentence in the three languages of the interface; `{name}` is filled from the refusal's parameters. */
export interface Texts {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** A value as it stands in a sentence: people write dates as 22.11.2026, wherever in it they stand (U4). */
function written(value: string | number): string {
  return String(value).replace(DATES, (date) => formatDate(date));
}

const DATES = /\b\d{4}-\d{2}-\d{2}\b/g;
const CODE_OF_WORDS = /(?<=[a-z0-9])(?=[A-Z])/g;

/**
 * An expected "no": a member of the mutation's union, never thrown. A subclass declares `static texts`, one sentence per
 * language that says what is wrong and what to do next. The code follows from the class name (StepOutOfOrder →
 * STEP_OUT_OF_ORDER).
 */
@InterfaceType('UserError', {
  description: 'An expected refusal: what was refused, in words for the user, and which part of the input it is about.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Refusal {
  @Field(() => String, { description: 'A stable code for programs, for example STEP_OUT_OF_ORDER.' })
  readonly code: string;

  @Field(() => String, { description: 'What is wrong and what to do next, in the language of the person who asks.' })
  message: string;

  @Field(() => [String], {
    description: 'The path to the offending part of the input, outermost first; empty when it is about the whole.',
  })
  readonly path: string[];

  constructor(
    path: readonly (string | number)[] = [],
    private readonly parameters: Readonly<Record<string, string | number>> = {},
  ) {
    this.path = path.map(String);
    this.code = new.target.name.replace(CODE_OF_WORDS, '_').toUpperCase();
    this.message = '';
    this.speak('NB');
  }

  /** Puts the message into the language of the one who asked. */
  speak(language: Language): this {
    const texts = this.textsOf();
    const text = language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
    this.message = text.replace(/\{(\w+)\}/g, (_, name: string) => written(this.parameters[name] ?? ''));
    return this;
  }

  /** The sentences of this refusal; overridden where one class has several. */
  protected textsOf(): Texts {
    return (this.constructor as unknown as { texts: Texts }).texts;
  }
}

/** What was asked for is not there, or is not the asker's: the two look alike on purpose (R28, R30). */
@ObjectType({ implements: () => [Refusal], description: 'What was asked for does not exist, or is not yours to see.' })
export class NotFound extends Refusal {
  static readonly texts: Texts = {
    nb: 'Vi finner ikke det du ba om. Kontroller lenken, eller gå til «Mine oppgaver».',
    nn: 'Vi finn ikkje det du bad om. Kontroller lenkja, eller gå til «Mine oppgåver».',
    en: 'We cannot find what you asked for. Check the link, or go to “My tasks”.',
  };
}

/** The subject is visible, but this act belongs to somebody else; says to whom, where one rule decides that. */
@ObjectType({ implements: () => [Refusal], description: 'You can see this, but the act belongs to somebody else.' })
export class NotPermitted extends Refusal {
  static readonly texts: Texts = {
    nb: 'Dette kan du ikke gjøre med rollen din. Be koordinatoren om hjelp.',
    nn: 'Dette kan du ikkje gjere med rolla di. Be koordinatoren om hjelp.',
    en: 'Your role does not allow this. Ask the coordinator for help.',
  };

  @Field(() => [String], {
    description:
      'Who may, for programs, for example HOST_COORDINATOR or REGION_SECRETARIAT; empty where no role would be enough.',
  })
  readonly whoMay: string[];

  constructor(
    path: readonly (string | number)[] = [],
    private readonly grant: Grant = {},
  ) {
    super(path);
    this.whoMay = codesOf(grant);
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    // The first sentence is spoken while the object is being made, before it knows its grant.
    const who = whoMay(this.grant ?? {});
    if (!who.nb) return NotPermitted.texts;
    return {
      nb: `Dette kan du ikke gjøre med rollen din. Det kan ${who.nb}.`,
      nn: `Dette kan du ikkje gjere med rolla di. Det kan ${who.nn}.`,
      en: `Your role does not allow this. It belongs to ${who.en}.`,
    };
  }
}

/** The same idempotency key came with other input. */
@ObjectType({ implements: () => [Refusal], description: 'The idempotency key has been used before, with other input.' })
export class IdempotencyKeyReused extends Refusal {
  static readonly texts: Texts = {
    nb: 'Nøkkelen idempotencyKey er brukt før, med et annet innhold. Send en ny nøkkel.',
    nn: 'Nøkkelen idempotencyKey er brukt før, med eit anna innhald. Send ein ny nøkkel.',
    en: 'This idempotencyKey was used before with other input. Send a new key.',
  };
}

/** Somebody changed the same thing since it was read. */
@ObjectType({ implements: () => [Refusal], description: 'Somebody changed this after you opened it.' })
export class ChangedMeanwhile extends Refusal {
  static readonly texts: Texts = {
    nb: 'Noen har endret dette etter at du åpnet det. Last siden på nytt og se over.',
    nn: 'Nokon har endra dette etter at du opna det. Last sida på nytt og sjå over.',
    en: 'Somebody changed this after you opened it. Reload the page and review.',
  };
}

/** The person or program may do this, but not with this log-in: a code or a program's secret is enough for less. */
@ObjectType({
  implements: () => [Refusal],
  description:
    'The way you logged in is not enough for this: a one-time code is enough for volumes and for recording decisions, a program for what its scopes name.',
})
export class LogInTooWeak extends Refusal {
  static readonly texts: Texts = {
    nb: 'Engangskoden er nok til volumer og registrering av vedtak, ikke til dette. Logg inn på nytt med ID-porten eller kommunens pålogging.',
    nn: 'Eingongskoden er nok til volum og registrering av vedtak, ikkje til dette. Logg inn på nytt med ID-porten eller pålogginga til kommunen.',
    en: 'The one-time code is enough for volumes and for recording decisions, not for this. Log in again with ID-porten or your municipality’s log-in.',
  };

  constructor(private readonly logIn: LogInMethod) {
    super();
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    return this.logIn === 'MACHINE' ? OF_PROGRAMS : LogInTooWeak.texts;
  }
}

const OF_PROGRAMS: Texts = {
  nb: 'Programmet har ikke tilgang til dette. Be om et token med riktig omfang (scope), eller la en person gjøre det.',
  nn: 'Programmet har ikkje tilgang til dette. Be om eit token med rett omfang (scope), eller lat ein person gjere det.',
  en: 'The program has no access to this. Ask for a token with the right scope, or let a person do it.',
};
