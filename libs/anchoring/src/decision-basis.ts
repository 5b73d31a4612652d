import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, LocalDateScalar, Uuid } from '@samanker/request';

/** Another organisation that is anchored. */
@ObjectType({ description: 'Another organisation that is anchored.' })
export class OtherAnchored {
  @Field(() => String, { description: 'Name of the organisation.' })
  organisationName!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which its last step was approved.' })
  on!: string;
}

/** What a step of a participation decides on: what it can cost, and who else is anchored. */
@ObjectType({
  description: 'What is decided in a participation, in figures: what it can cost, and who else is anchored.',
})
export class DecisionBasis {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Int, { nullable: true, description: 'Inhabitants; null where they are not known.' })
  population!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The most that it can cost over the whole term with options, NOK excluding VAT; null while no volumes with a price are known.',
  })
  total!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most in the dearest year, NOK excluding VAT.' })
  perYear!: string | null;

  @Field(() => Int, { nullable: true, description: 'The dearest year.' })
  dearestYear!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The dearest year per inhabitant, NOK excluding VAT, rounded up.',
  })
  perInhabitantPerYear!: string | null;

  @Field(() => Boolean, { description: 'Whether the organisation itself has declared the volumes behind the figures.' })
  volumesDeclared!: boolean;

  @Field(() => Int, {
    description:
      'How many organisations take part in the case, this one among them; those that declined or left are left out.',
  })
  participantCount!: number;

  @Field(() => [OtherAnchored], { description: 'The others that are anchored, the first to decide first.' })
  anchored!: OtherAnchored[];
}
