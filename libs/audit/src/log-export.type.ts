import { Field, InputType, Int, ObjectType, ID } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';

/** What is to be handed out. */
@InputType({ description: 'Which part of the decision log is to be handed out as a file.' })
export class ExportDecisionLogInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Only the words of this case, with the hashes of everything else; null: the whole log.',
  })
  caseId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

/** A file that may be fetched, for a while, by whoever asked for it. */
@ObjectType({ description: 'An export of the decision log that whoever asked for it can fetch now.' })
export class LogExport {
  @Field(() => Uuid, { description: 'Id of the export.' })
  id!: string;

  @Field(() => Uuid, { nullable: true, description: 'The case whose words it holds; null: the whole log.' })
  caseId!: string | null;

  @Field(() => Int, { description: 'How many entries the log had.' })
  entries!: number;

  @Field(() => String, { description: 'Path of the ZIP on this service.' })
  url!: string;

  @Field(() => InstantScalar, { description: 'Until when it can be fetched, in real time.' })
  until!: Date;
}
