import type { ParticipationShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { useCaseOfStep } from './case-of-step';

type Limited = Pick<
  ParticipationShownFragment,
  | 'limitTotal'
  | 'limitPerYear'
  | 'limitPerInhabitantPerYear'
  | 'limitLatestEnd'
  | 'limitPartIds'
  | 'limitShareOfCost'
  | 'limitHostOrganisationId'
>;

/** Whether any limit holds. */
export function hasLimits({ limitPartIds, ...limits }: Limited): boolean {
  const { limitTotal, limitPerYear, limitPerInhabitantPerYear, limitLatestEnd } = limits;
  const { limitShareOfCost, limitHostOrganisationId } = limits;
  const plain = [limitTotal, limitPerYear, limitPerInhabitantPerYear, limitLatestEnd, limitShareOfCost];
  return plain.some(Boolean) || limitHostOrganisationId !== null || limitPartIds !== null;
}

/** The limits that the decisions in force set (R3): going beyond them sends the matter back (R4). */
export function LimitsShown({ of }: { of: Limited }) {
  const { t, money, date, number } = useLanguage();
  const { parts, hostName, hostOrganisationId } = useCaseOfStep();
  const named = parts.filter(({ id }) => of.limitPartIds?.includes(id));
  return (
    <Facts
      rows={[
        [t.decision.limitPerYear, of.limitPerYear && money(of.limitPerYear)],
        [t.decision.limitPerInhabitant, of.limitPerInhabitantPerYear && money(of.limitPerInhabitantPerYear)],
        [t.decision.limitTotal, of.limitTotal && money(of.limitTotal)],
        [t.decide.limitShareOfCost, of.limitShareOfCost && `${number(of.limitShareOfCost)} %`],
        [t.decision.limitLatestEnd, of.limitLatestEnd && date(of.limitLatestEnd)],
        [
          t.decide.limitParts,
          of.limitPartIds && named.map(({ number: at, title }) => `${t.board.partNumber(at)}: ${title}`).join('\n'),
        ],
        [
          t.decide.limitHostLabel,
          of.limitHostOrganisationId &&
            (of.limitHostOrganisationId === hostOrganisationId ? hostName : t.decide.limitHostOther),
        ],
      ]}
    />
  );
}
