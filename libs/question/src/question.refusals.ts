import { ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

@ObjectType({ implements: () => [Refusal], description: 'Somebody has answered the question already.' })
export class AlreadyAnswered extends Refusal {
  static readonly texts: Texts = {
    nb: 'Spørsmålet er alt besvart. Last siden på nytt og se svaret.',
    nn: 'Spørsmålet er alt svart på. Last sida på nytt og sjå svaret.',
    en: 'The question has been answered already. Reload the page and see the answer.',
  };
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Nobody has answered the question yet: there is nothing to share.',
})
export class NotAnswered extends Refusal {
  static readonly texts: Texts = {
    nb: 'Spørsmålet er ikke besvart ennå. Svar først, og del svaret etterpå.',
    nn: 'Spørsmålet er ikkje svart på enno. Svar først, og del svaret etterpå.',
    en: 'Nobody has answered the question yet. Answer it first, then share the answer.',
  };
}
