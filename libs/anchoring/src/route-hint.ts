import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';
import { ROUTE_HINTS, type RouteHintCode } from './route-hints.rules';

export const RouteHintKind = Object.fromEntries(Object.keys(ROUTE_HINTS).map((code) => [code, code])) as {
  readonly [Code in RouteHintCode]: Code;
};
registerEnumType(RouteHintKind, {
  name: 'RouteHintCode',
  description: 'What a hint on a route is about (R1).',
  valuesMap: {
    DELEGATION_LIMIT: {
      description: 'The administration decides, and the value can exceed the EEA threshold: likely a political matter.',
    },
    BUDGET_COVERAGE_UNSTATED: { description: 'The decision does not say where the money comes from.' },
    BUDGET_NOT_ADOPTED: { description: 'The decision places the money in next year’s budget.' },
    LONG_TERM: { description: 'More than four years with options, and the council does not decide.' },
    MATTER_OF_PRINCIPLE: {
      description: 'A body advised against the case or took it further, and the administration decides.',
    },
  },
});

/** Something to consider in a route; it never stands in the way. */
@ObjectType({ description: 'Something to consider in a route, with its reason. A hint never stands in the way.' })
export class RouteHint {
  @Field(() => Uuid, { description: 'The participation whose route it is about.' })
  participationId!: string;

  @Field(() => RouteHintKind, { description: 'What it is about, for programs.' })
  code!: RouteHintCode;

  @Field(() => String, { description: 'The hint and its reason, in the language of the person who asks.' })
  sentence!: string;

  @Field(() => Uuid, { nullable: true, description: 'The step it is about; null when it is about the whole route.' })
  stepId!: string | null;
}
