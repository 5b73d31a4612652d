import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar } from './scalars';
import type { AmountGiven } from './input.rules';

export enum VatBasis {
  EXCLUDED = 'EXCLUDED',
  INCLUDED = 'INCLUDED',
}
registerEnumType(VatBasis, {
  name: 'VatBasis',
  description: 'Whether an amount contains value added tax. Samanker stores amounts without it only.',
  valuesMap: {
    EXCLUDED: { description: 'Without value added tax.' },
    INCLUDED: { description: 'With value added tax: refused, since the rate is not ours to guess.' },
  },
});

/** An amount in NOK, said to be without VAT. */
@InputType({ description: 'An amount in NOK with at most two decimals, and whether it contains VAT.' })
export class MoneyInput implements AmountGiven {
  @Field(() => DecimalScalar, { description: 'The amount in NOK, at most two decimals.' })
  amount!: string;

  @Field(() => VatBasis, { description: 'Must be EXCLUDED; an amount with VAT is refused.' })
  vat!: VatBasis;
}
