import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ParticipationState, PlanningStatus } from '@samanker/participation';
import { DecimalScalar, LocalDateScalar, Uuid } from '@samanker/request';

@ObjectType({ description: 'From this day on so many municipalities are anchored, and so much of the value.' })
export class ForecastPoint {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'Municipalities anchored by then.' })
  anchored!: number;

  @Field(() => Float, { description: 'Their part of the expected value that is not by option, from 0 to 1.' })
  firmShare!: number;

  @Field(() => Float, { description: 'Their part of the expected value by option, from 0 to 1.' })
  optionShare!: number;
}

@ObjectType({ description: 'When one municipality can be anchored.' })
export class ForecastMunicipality {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => ParticipationState, { description: 'How far it has come.' })
  state!: ParticipationState;

  @Field(() => PlanningStatus, {
    nullable: true,
    description: 'How its route stands against the deadline of the case.',
  })
  status!: PlanningStatus | null;

  @Field(() => Boolean, { description: 'The plan rests on a calendar that is not adopted yet.' })
  provisional!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was anchored; null while it is not.' })
  anchoredOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The earliest finish as planned, power of attorney included; null when it cannot be known.',
  })
  plannedFinishOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The finish if its next treatment loses one meeting.' })
  oneLostMeetingFinishOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Finished by then in half of the imagined courses.' })
  p50!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Finished by then in four of five imagined courses.' })
  p80!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Finished by then in 19 of 20 imagined courses.' })
  p95!: string | null;

  @Field(() => Float, { description: 'Its part of the expected value that is not by option, from 0 to 1.' })
  firmShare!: number;

  @Field(() => Float, { description: 'Its part of the expected value by option, from 0 to 1.' })
  optionShare!: number;
}

@ObjectType({
  description: 'R7: when the municipalities of a case will be anchored, and what another deadline would do.',
})
export class CaseForecast {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => LocalDateScalar, { description: 'Today in domain time, Europe/Oslo.' })
  today!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The other deadline that was asked about.' })
  otherDeadline!: string | null;

  @Field(() => Float, { description: 'Assumed: part of treatments in a meeting that are put off to a later one.' })
  politicalPostponementRate!: number;

  @Field(() => Float, { description: 'Assumed: part of administrative decisions that take twice their working days.' })
  administrativeDelayRate!: number;

  @Field(() => Int, { description: 'The seed of the imagined courses: the same seed gives the same dates.' })
  seed!: number;

  @Field(() => Int, { description: 'How many courses were imagined for each municipality.' })
  runs!: number;

  @Field(() => DecimalScalar, { description: 'Expected value that is not by option, NOK excluding VAT.' })
  firmValue!: string;

  @Field(() => DecimalScalar, { description: 'Expected value by option, NOK excluding VAT.' })
  optionValue!: string;

  @Field(() => Int, { description: 'Organisations that declined or left: they are in no figure here.' })
  gone!: number;

  @Field(() => [ForecastPoint], { description: 'The curve when all goes as planned.' })
  planned!: ForecastPoint[];

  @Field(() => [ForecastPoint], { description: 'The curve when each municipality loses one meeting.' })
  oneLostMeeting!: ForecastPoint[];

  @Field(() => [ForecastPoint], { description: 'The planned curve without the three slowest.' })
  withoutSlowestThree!: ForecastPoint[];

  @Field(() => [ForecastMunicipality], {
    description: 'The municipalities by name; who declined or left is not there.',
  })
  municipalities!: ForecastMunicipality[];

  @Field(() => [Uuid], { description: 'Participations that are in time only by the other deadline.' })
  won!: string[];

  @Field(() => [Uuid], { description: 'Participations that are no longer in time by the other deadline.' })
  lost!: string[];
}

@ObjectType({ description: 'The days on which one body of a municipality can treat the case.' })
export class RouteMeetings {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'The body.' })
  bodyId!: string;

  @Field(() => String, { description: 'The name of the body.' })
  bodyName!: string;

  @Field(() => [LocalDateScalar], {
    description: 'Its meetings that take cases, from the start of the case to a quarter past the deadline.',
  })
  meetings!: string[];
}
