import { convert, unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { Field, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, Uuid } from '@samanker/request';
import Decimal from 'decimal.js';
import { cpvNamesOf, mergeProposalById, needsToMerge } from './merge-proposal.queries';
import { suggestedParts, type NeedToMerge, type TermsItem } from './merge-terms.rules';

@ObjectType({ description: 'What one need contributes to an item, and the conversion that was applied.' })
export class SuggestedContribution {
  @Field(() => Uuid, { description: 'The need.' })
  needId!: string;

  @Field(() => DecimalScalar, { description: 'Its quantity as registered.' })
  quantity!: string;

  @Field(() => String, { description: 'Code of the unit as registered.' })
  unitCode!: string;

  @Field(() => DecimalScalar, { description: 'Its quantity in the unit of the item.' })
  converted!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The conversion, for example "1 TONN = 1000 KG"; null where none was needed.',
  })
  conversion!: string | null;
}

@ObjectType({ description: 'An item that is suggested for the case to be.' })
export class SuggestedItem {
  @Field(() => String, { description: 'Name: that of the CPV code, in Norwegian.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit that most needs use.' })
  unitCode!: string;

  @Field(() => String, { description: 'The CPV code that most needs have.' })
  cpvCode!: string;

  @Field(() => DecimalScalar, { description: 'The exact sum of the contributions.' })
  total!: string;

  @Field(() => [SuggestedContribution], { description: 'What each need contributes.' })
  contributions!: SuggestedContribution[];
}

@ObjectType({ description: 'A part that is suggested for the case to be.' })
export class SuggestedPart {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => [SuggestedItem], { description: 'Its items.' })
  items!: SuggestedItem[];
}

/** The parts that an acceptance without parts would make, with every conversion shown (R17, R18); null for an unknown proposal. */
export async function suggestedPartsOf(work: Work, proposalId: string): Promise<SuggestedPart[] | null> {
  const proposal = await mergeProposalById(work, proposalId);
  if (!proposal) return null;
  const needs = await needsToMerge(work, proposal.needs);
  const parts = suggestedParts(needs, await cpvNamesOf(work, proposal.needs));
  const units = await unitsByCode(
    work,
    parts.flatMap((part) => part.items.map((item) => item.unitCode)),
  );
  const byId = new Map(needs.map((need) => [need.id, need]));
  return parts.map(({ title, items }) => {
    return {
      title,
      items: items.map((item) =>
        itemShown(
          item,
          item.needIds.map((id) => byId.get(id)!),
          units.get(item.unitCode)!,
        ),
      ),
    };
  });
}

function itemShown(
  { name, unitCode, cpvCode }: TermsItem,
  needs: readonly NeedToMerge[],
  unit: NeedToMerge['unit'],
): SuggestedItem {
  const contributions = needs.flatMap((need) => {
    const result = convert(need.quantity, need.unit, unit);
    if (!('quantity' in result)) return [];
    const conversion = result.shown && `1 ${result.shown.larger} = ${result.shown.factor} ${result.shown.smaller}`;
    return [
      { needId: need.id, quantity: need.quantity, unitCode: need.unit.code, converted: result.quantity, conversion },
    ];
  });
  const total = contributions.reduce((sum, { converted }) => sum.plus(converted), new Decimal(0)).toFixed();
  return { name, unitCode, cpvCode, total, contributions };
}
