import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ThresholdClass } from '@samanker/procurement-law';
import { DecimalScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { ValueSpan } from './report-volume.type';

@ObjectType({ description: 'The decision by which an organisation left the case.' })
export class ReportLeaving {
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;

  @Field(() => String, { description: 'The reference of the decision.' })
  decisionReference!: string;
}

@ObjectType({ description: 'A case in figures, with an organisation or without it.' })
export class CaseFigures {
  @Field(() => Int, { description: 'How many organisations take part in some part, firm or with an option.' })
  participants!: number;

  @Field(() => ValueSpan, { description: 'What the whole case is worth.' })
  values!: ValueSpan;

  @Field(() => ThresholdClass, { description: 'The part of the regulation that the value falls under.' })
  thresholdClass!: ThresholdClass;
}

@ObjectType({ description: 'An item whose largest quantity becomes another.' })
export class QuantityChanged {
  @Field(() => Uuid, { description: 'Id of the item.' })
  itemId!: string;

  @Field(() => String, { description: 'What it is.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit.' })
  unitCode!: string;

  @Field(() => DecimalScalar, { description: 'The largest quantity over the term, options counted, as it is.' })
  now!: string;

  @Field(() => DecimalScalar, { description: 'The same without the organisation.' })
  without!: string;
}

@ObjectType({ description: 'Who would bear more of the common costs than its decision allows (R4).' })
export class SharePassed {
  @Field(() => Uuid, { description: 'The participation that would have to be anchored again.' })
  participationId!: string;

  @Field(() => Uuid, { description: 'Id of the organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  name!: string;

  @Field(() => String, { description: 'The share and the limit in one sentence, in the language of who asks.' })
  sentence!: string;
}

@ObjectType({ description: 'What it would change that an organisation leaves the case. Nothing is stored (R5b).' })
export class LeavingEffect {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => CaseFigures, { description: 'The case as it is.' })
  now!: CaseFigures;

  @Field(() => CaseFigures, { description: 'The case without the organisation.' })
  without!: CaseFigures;

  @Field(() => [QuantityChanged], { description: 'The items whose largest quantity becomes another, by number.' })
  items!: QuantityChanged[];

  @Field(() => [SharePassed], {
    description: 'Whose limit for its share of the common costs would be passed, by name.',
  })
  sharesPassed!: SharePassed[];

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the latest frozen report when it equals the data now and would no longer do so; else null.',
  })
  frozenReportOutdated!: number | null;
}
