import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** The access has been revoked or has run out; it is not woken again. */
@ObjectType({ implements: () => [Refusal], description: 'The program’s access has ended; give it a new one.' })
export class MachineClientEnded extends Refusal {
  static readonly texts: Texts = {
    nb: 'Programmets tilgang er avsluttet. Opprett en ny tilgang.',
    nn: 'Tilgangen til programmet er avslutta. Opprett ein ny tilgang.',
    en: 'The program’s access has ended. Create a new one.',
  };
}
