import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';

export enum DoneBy {
  PERSON = 'PERSON',
  PROGRAM = 'PROGRAM',
  SERVICE = 'SERVICE',
}
registerEnumType(DoneBy, {
  name: 'DoneBy',
  description: 'Who an entry of the decision log is by.',
  valuesMap: {
    PERSON: { description: 'A person, who was logged in.' },
    PROGRAM: { description: 'A program of an organisation.' },
    SERVICE: { description: 'The service itself: sweeps and jobs.' },
  },
});

/** One entry of the log as people read it; `entry` is what was hashed, letter by letter. */
@ObjectType({ description: 'One entry of the decision log: what was changed, by whom, for whom and when (R31).' })
export class DecisionLogEntry {
  @Field(() => Int, { description: 'Its number in the region: 1, 2, 3, …' })
  number!: number;

  @Field(() => InstantScalar, { description: 'When, in domain time.' })
  at!: Date;

  @Field(() => String, { description: 'What was done: the name of the mutation, or of what the service does itself.' })
  verb!: string;

  @Field(() => String, { description: 'What it was done to: the name of its type.' })
  subjectType!: string;

  @Field(() => Uuid, { nullable: true, description: 'What it was done to: its id.' })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it was done to, as it is called today: a step, a need, a decision body, the body of a meeting.',
  })
  subjectName!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Id of the procurement case that it belongs to.' })
  caseId!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of that case.' })
  caseTitle!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Id of the organisation that it was done for.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that organisation.' })
  organisationName!: string | null;

  @Field(() => DoneBy, { description: 'A person, a program or the service itself.' })
  doneBy!: DoneBy;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the person, for those who may know it; null for others, for the service, and when the person has been erased (R32).',
  })
  personName!: string | null;

  @Field(() => String, { description: 'The entry as it was hashed: canonical JSON (RFC 8785).' })
  entry!: string;

  @Field(() => String, { description: 'SHA-256 of the entry before, hexadecimal.' })
  previousHash!: string;

  @Field(() => String, {
    description: 'SHA-256 of the hash before, the number as 8 bytes and the entry as UTF-8; hexadecimal.',
  })
  hash!: string;
}

/** A page of the log. It grows without bound, so it is read page by page. */
@ObjectType({ description: 'A page of the decision log, the newest first.' })
export class DecisionLogPage {
  @Field(() => [DecisionLogEntry], { description: 'The entries.' })
  entries!: DecisionLogEntry[];

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the last entry here, to go on from with `after`; null when there are no more.',
  })
  endCursor!: number | null;
}

/** Which entries. */
@InputType({ description: 'Which entries of the decision log; what is left out does not narrow.' })
export class DecisionLogFilter {
  @Field(() => Uuid, { nullable: true, description: 'Of this procurement case.' })
  caseId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Done for this organisation.' })
  organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Done to this very thing.' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'What was done: decideAnchoringStep, declareVolumes, …' })
  verb?: string | null;

  @Field(() => [String], { nullable: true, description: 'One of these was done.' })
  verbs?: string[] | null;

  @Field(() => InstantScalar, { nullable: true, description: 'From this moment on, in domain time.' })
  from?: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Before this moment, in domain time.' })
  until?: Date | null;
}
