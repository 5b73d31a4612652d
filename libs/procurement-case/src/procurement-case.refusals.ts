import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';
import { CaseStage, holdsBack } from './procurement-case.rules';

/** The participants are frozen: choices, volumes and powers of attorney stand (R24, R25). */
@ObjectType({
  implements: () => [Refusal],
  description: 'The participants of the case are frozen; what they stand for can no longer be changed.',
})
export class CaseFrozen extends Refusal {
  static readonly texts: Texts = {
    nb: 'Deltakerne er låst, så dette kan ikke endres. Ta kontakt med koordinatoren hos verten.',
    nn: 'Deltakarane er låste, så dette kan ikkje endrast. Ta kontakt med koordinatoren hos verten.',
    en: 'The participants are frozen, so this cannot be changed. Contact the host’s coordinator.',
  };
}

/** The case is paused or cancelled. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The case is paused or cancelled; nothing is changed in it meanwhile.',
})
export class CaseClosed extends Refusal {
  static readonly texts: Texts = {
    nb: 'Fellesanskaffelsen er satt på pause eller avlyst. Begrunnelsen står på saken.',
    nn: 'Fellesanskaffinga er sett på pause eller avlyst. Grunngivinga står på saka.',
    en: 'The joint procurement is paused or cancelled. The reason is shown on the case.',
  };
}

/** The case cannot go from its stage to the one asked for. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The case cannot go from its present stage to the one asked for.',
})
export class StageOutOfOrder extends Refusal {
  static readonly texts: Texts = {
    nb: 'Saken er kommet for langt til dette, eller er alt avlyst. Last siden på nytt.',
    nn: 'Saka er komen for langt til dette, eller er alt avlyst. Last sida på nytt.',
    en: 'The case has come too far for this, or is already cancelled. Reload the page.',
  };
}

/** The refusal for a change in a case that no longer takes changes; null while it does. */
export function refusedByStage(stage: CaseStage): CaseFrozen | CaseClosed | null {
  const held = holdsBack(stage);
  if (held === 'FROZEN') return new CaseFrozen();
  return held === 'CLOSED' ? new CaseClosed() : null;
}
