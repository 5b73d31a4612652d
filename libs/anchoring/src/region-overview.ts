import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CaseStage } from '@samanker/procurement-case';
import { DecimalScalar, LocalDateScalar, Uuid } from '@samanker/request';

@ObjectType({ description: 'One case among the others of its region.' })
export class RegionCase {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The title of the case.' })
  title!: string;

  @Field(() => CaseStage, { description: 'How far the case has come.' })
  stage!: CaseStage;

  @Field(() => String, { description: 'The name of the host.' })
  hostName!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which the case was opened.' })
  openedOn!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which every municipality must have decided.' })
  decisionDeadline!: string;

  @Field(() => Int, { description: 'The first year of the agreement.' })
  firstYear!: number;

  @Field(() => Int, { description: 'How many years the agreement lasts, extensions left out.' })
  years!: number;

  @Field(() => Int, { description: 'How many years it can be extended by.' })
  optionYears!: number;

  @Field(() => Int, { description: 'Organisations that take part; those that declined or left are left out.' })
  municipalities!: number;

  @Field(() => Int, { description: 'How many of them are anchored.' })
  anchored!: number;

  @Field(() => Int, { description: 'How many have been invited and have done nothing yet.' })
  noAnswer!: number;

  @Field(() => Int, { description: 'How many declined or left.' })
  gone!: number;

  @Field(() => Int, {
    description: 'How many are late; not those that have met and have only not recorded the outcome.',
  })
  late!: number;

  @Field(() => Int, { description: 'How many cannot make the deadline with any adopted calendar.' })
  cannotMakeIt!: number;

  @Field(() => Int, { description: 'Of how many something is awaited whose day has passed.' })
  overdue!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the last of them can be done, as planned.',
  })
  lastFinishOn!: string | null;

  @Field(() => Int, { description: 'How many needs the case came from.' })
  needs!: number;

  @Field(() => DecimalScalar, {
    description:
      'What anchored firm participants are bound to buy, extensions left out, NOK excluding VAT; as in its report.',
  })
  minimumValue!: string;

  @Field(() => DecimalScalar, {
    description: 'What firm participants expect to buy, extensions left out, NOK excluding VAT; as in its report.',
  })
  expectedValue!: string;

  @Field(() => DecimalScalar, {
    description:
      'Firm and option participants at their maximum, extensions included, NOK excluding VAT; as in its report.',
  })
  maximumValue!: string;
}

@ObjectType({ description: 'One member of the region over all its cases.' })
export class RegionMunicipality {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Its name.' })
  organisationName!: string;

  @Field(() => String, { nullable: true, description: 'Its municipality number, four digits: where it lies on a map.' })
  municipalityNumber!: string | null;

  @Field(() => Int, { description: 'In how many cases it takes part.' })
  cases!: number;

  @Field(() => Int, { description: 'In how many of them it is anchored.' })
  anchored!: number;

  @Field(() => Int, { description: 'In how many of them it is late.' })
  late!: number;

  @Field(() => Int, { description: 'In how many of them it cannot make the deadline.' })
  cannotMakeIt!: number;

  @Field(() => Int, { description: 'In how many of them something is awaited of it whose day has passed.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many needs it has declared that are in no case yet.' })
  needs!: number;
}

@ObjectType({ description: 'The cases of your region together, and its members over all of them.' })
export class RegionOverview {
  @Field(() => Uuid, { description: 'The region.' })
  regionId!: string;

  @Field(() => String, { description: 'Its name.' })
  regionName!: string;

  @Field(() => LocalDateScalar, { description: 'Today in domain time, Europe/Oslo.' })
  today!: string;

  @Field(() => Int, { description: 'How many needs are declared and in no case yet.' })
  needs!: number;

  @Field(() => [RegionCase], { description: 'Its cases, by their deadline.' })
  cases!: RegionCase[];

  @Field(() => [RegionMunicipality], { description: 'Its members of today, by name.' })
  municipalities!: RegionMunicipality[];
}
