import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** The organisation has left the case (R5b). */
@ObjectType({ implements: () => [Refusal], description: 'The organisation has left the case.' })
export class ParticipationWithdrawn extends Refusal {
  static readonly texts: Texts = {
    nb: 'Kommunen har trukket seg fra saken. Koordinatoren kan invitere på nytt.',
    nn: 'Kommunen har trekt seg frå saka. Koordinatoren kan invitere på nytt.',
    en: 'The municipality has left the case. The coordinator can invite again.',
  };
}
