import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The board in figures, whatever filter is chosen.' })
export class BoardTotals {
  @Field(() => Int, { description: 'Organisations that take part in the case, those that declined or left included.' })
  municipalities!: number;

  @Field(() => Int, { description: 'Anchored.' })
  anchored!: number;

  @Field(() => Int, { description: 'Invited, and nothing done yet.' })
  noAnswer!: number;

  @Field(() => Int, { description: 'Declined or left.' })
  declined!: number;

  @Field(() => Int, { description: 'Must be decided again.' })
  reanchorRequired!: number;

  @Field(() => Int, { description: 'With at least one firm part, and not declined or left.' })
  firm!: number;

  @Field(() => Int, { description: 'With an option and no firm part, and not declined or left.' })
  option!: number;

  @Field(() => Int, { description: 'On track.' })
  onTrack!: number;

  @Field(() => Int, { description: 'At risk.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Late.' })
  late!: number;

  @Field(() => Int, { description: 'Cannot make the deadline.' })
  cannotMakeIt!: number;

  @Field(() => Int, { description: 'With something overdue.' })
  overdue!: number;

  @Field(() => Int, { description: 'With something due from today to a week from today.' })
  dueIn7Days!: number;

  @Field(() => Int, { description: 'Where something is awaited and nobody holds the role.' })
  nobodyToAsk!: number;

  @Field(() => Int, { description: 'Whose volumes are declared.' })
  volumesDeclared!: number;
}
