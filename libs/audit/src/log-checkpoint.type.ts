import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';

/** A signed checkpoint, as it can be kept elsewhere and checked later. */
@ObjectType({
  description: 'A signed statement of how long the decision log was and which hash it ended in. Keep it elsewhere.',
})
export class LogCheckpoint {
  @Field(() => Uuid, { description: 'Id of the checkpoint.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the region: 1, 2, 3, …' })
  number!: number;

  @Field(() => Int, { description: 'How many entries the log had.' })
  entries!: number;

  @Field(() => String, { description: 'The hash of the last of them.' })
  hash!: string;

  @Field(() => Boolean, { description: 'Whether it was taken by the service after a day with changes.' })
  daily!: boolean;

  @Field(() => InstantScalar, { description: 'When it was taken, in real time.' })
  madeAt!: Date;

  @Field(() => String, { description: 'What was signed: canonical JSON (RFC 8785).' })
  text!: string;

  @Field(() => String, { description: 'Ed25519 signature over the text, base64.' })
  signature!: string;

  @Field(() => String, { description: 'Fingerprint of the key: SHA-256 of its public half.' })
  keyId!: string;

  @Field(() => String, { description: 'The public half of the key, PEM.' })
  publicKey!: string;
}

/** What a check of the whole log found. */
@ObjectType({ description: 'What was found when the whole decision log was followed (R31).' })
export class DecisionLogVerification {
  @Field(() => Int, { description: 'How many entries hold, from the first on.' })
  entries!: number;

  @Field(() => String, { description: 'The hash of the last of them.' })
  head!: string;

  @Field(() => Int, { description: 'How many entries the log has by its own account.' })
  of!: number;

  @Field(() => Boolean, {
    description:
      'Whether nothing is left to follow; otherwise go on with `entries` as `after` and `head` as `afterHash`.',
  })
  whole!: boolean;

  @Field(() => Int, { description: 'How many checkpoints hold.' })
  checkpoints!: number;

  @Field(() => Int, { nullable: true, description: 'The first entry that does not hold; null when all do.' })
  brokenEntry!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Where entries were rewritten with right hashes: the first that may be another than it was.',
  })
  brokenSince!: number | null;

  @Field(() => Int, { nullable: true, description: 'The first checkpoint that does not hold; null when all do.' })
  brokenCheckpoint!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong: CHANGED, MISSING_OR_MOVED, BROKEN_LINK, TRUNCATED, MISFILED, REWRITTEN, SIGNATURE, …',
  })
  fault!: string | null;
}
