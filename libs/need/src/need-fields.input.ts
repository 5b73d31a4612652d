import { Field, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar, LocalDateScalar, MoneyInput } from '@samanker/request';
import { FiguresOrigin, RootCause, Sourcing } from './need.entity';

/** Everything that an organisation says of a need (R15). */
@InputType({
  description: 'Everything that an organisation says of a need. Counts only, never data about patients or pupils.',
})
export class NeedFieldsInput {
  @Field(() => String, { description: 'What is needed, in a line of at most 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'The problem, before any solution; at most 10 000 characters.' })
  problem!: string;

  @Field(() => String, { nullable: true, description: 'The effect that is wanted.' })
  effect?: string | null;

  @Field(() => String, { nullable: true, description: 'How one will see that the effect has come.' })
  indicator?: string | null;

  @Field(() => String, { nullable: true, description: 'For whom, as a group.' })
  targetGroup?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is solved today.' })
  currentSolution?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it costs today per year.' })
  currentYearlyCost?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'What was tried, where, and with what result.' })
  tried?: string | null;

  @Field(() => [String], {
    description: 'CPV codes, the main one first, with or without check digit; a draft may have none, at most 20.',
  })
  cpvCodes!: string[];

  @Field(() => DecimalScalar, {
    description: 'How much is needed over the whole wanted period; more than zero, at most four decimals.',
  })
  quantity!: string;

  @Field(() => String, { description: 'Code of the unit, or its name: STK, stykk, enheter.' })
  unitCode!: string;

  @Field(() => LocalDateScalar, { description: 'First day of the wanted period.' })
  wantedFrom!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the wanted period.' })
  wantedTo!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "When today's contract ends." })
  contractEndsOn?: string | null;

  @Field(() => Int, { nullable: true, description: "Months by which today's contract may be extended, 0–120." })
  optionMonths?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected value per year.' })
  yearlyValue?: MoneyInput | null;

  @Field(() => Sourcing, { nullable: true, description: 'In-house, market or both.' })
  sourcing?: Sourcing | null;

  @Field(() => String, { nullable: true, description: 'What is gained locally.' })
  localValue?: string | null;

  @Field(() => String, { nullable: true, description: 'The local leader who vouches for the gain.' })
  localLeader?: string | null;

  @Field(() => RootCause, { nullable: true, description: 'Where the problem has its root.' })
  rootCause?: RootCause | null;

  @Field(() => FiguresOrigin, {
    nullable: true,
    description: 'MODELLED where the figures are calculated and not given by the organisation; REAL when left out.',
  })
  figuresOrigin?: FiguresOrigin | null;
}
