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
