import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';

/** A log that does not hold is never signed. */
@ObjectType({
  implements: () => [Refusal],
  description: 'The decision log does not hold: it is not signed before somebody has found out why.',
})
export class DecisionLogBroken extends Refusal {
  static readonly texts: Texts = {
    nb: 'Beslutningsloggen stemmer ikke, og blir ikke signert. Kjør kontrollen, og si fra til den som drifter tjenesten.',
    nn: 'Avgjerdsloggen stemmer ikkje, og blir ikkje signert. Køyr kontrollen, og sei frå til den som driftar tenesta.',
    en: 'The decision log does not hold, and is not signed. Run the check, and tell those who operate the service.',
  };

  @Field(() => Int, { nullable: true, description: 'The first entry that does not hold.' })
  brokenEntry!: number | null;

  @Field(() => Int, { nullable: true, description: 'The first checkpoint that does not hold.' })
  brokenCheckpoint!: number | null;

  static at(brokenEntry: number | null, brokenCheckpoint: number | null): DecisionLogBroken {
    return Object.assign(new DecisionLogBroken(), { brokenEntry, brokenCheckpoint });
  }
}
