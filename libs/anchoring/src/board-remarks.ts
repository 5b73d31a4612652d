import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { NoteVisibility, TheySaySource } from '@samanker/note';
import { InstantScalar, LocalDateScalar, type RoleKind } from '@samanker/request';

@ObjectType({ description: 'The newest note about a municipality that you may see.' })
export class BoardNote {
  @Field(() => String, { description: 'Its first 200 characters.' })
  text!: string;

  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Field(() => String, { nullable: true, description: 'The organisation that wrote it; null for the secretariat.' })
  organisationName!: string | null;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => Int, { description: 'How many notes about the municipality you may see.' })
  count!: number;
}

@ObjectType({ description: 'When a municipality says that it will have decided; changes no plan.' })
export class BoardSaid {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => TheySaySource, { description: 'How it was said.' })
  source!: TheySaySource;

  @Field(() => RoleName, { nullable: true, description: 'The title of who said it.' })
  saidBy!: RoleKind | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it was said.' })
  heardOn!: string;

  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;
}

@ObjectType({ description: 'The decision by which a municipality left the case (R5b).' })
export class BoardLeaving {
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;

  @Field(() => String, { description: 'The reference of the decision.' })
  decisionReference!: string;
}

@ObjectType({ description: 'Whom to call in a municipality.' })
export class BoardContact {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => RoleName, { description: 'The role.' })
  role!: RoleKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The telephone number; null where none is registered, and for others than the own organisation, the coordinator at the host and the secretariat.',
  })
  phone!: string | null;
}
