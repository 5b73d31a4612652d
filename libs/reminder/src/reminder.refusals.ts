import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** The escalation cannot be accepted or declined any more. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The offer is no longer open: it has been settled otherwise, or what was missing has come.',
})
export class EscalationNoLongerOffered extends Refusal {
  static readonly texts: Texts = {
    nb: 'Varselet er ikke aktuelt lenger. Last siden på nytt for å se hva som har skjedd.',
    nn: 'Varselet er ikkje aktuelt lenger. Last sida på nytt for å sjå kva som har skjedd.',
    en: 'This escalation is no longer open. Reload the page to see what has happened.',
  };
}

/** Nobody holds the role, and the organisation has no official address. */
@ObjectType({
  implements: () => [Refusal],
  description: 'Nobody holds the role, and the organisation has no official address to write to.',
})
export class NobodyToWriteTo extends Refusal {
  static readonly texts: Texts = {
    nb: 'Ingen har rollen, og kommunen har ikke registrert noe postmottak. Ring kommunen.',
    nn: 'Ingen har rolla, og kommunen har ikkje registrert noko postmottak. Ring kommunen.',
    en: 'Nobody holds the role, and the municipality has registered no official address. Call the municipality.',
  };
}
