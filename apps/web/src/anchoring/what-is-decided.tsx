import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { ParticipationQuery, ParticipationShownFragment, StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { Fold } from '../page/fold';
import { Modelled } from '../page/marks';
import { useCaseOfStep } from './case-of-step';

export type Basis = NonNullable<ParticipationQuery['decisionBasis']>;

/** What exactly is decided, on one sheet: the case in short, what it can cost, and who else has decided. */
export function WhatIsDecided({
  participation,
  steps,
  basis,
}: {
  participation: ParticipationShownFragment;
  steps: readonly StepShownFragment[];
  basis: Basis;
}) {
  const { t, number } = useLanguage();
  const of = useCaseOfStep();
  const chosen = new Map(participation.choices.map(({ partId, choice }) => [partId, choice]));
  const coverage = steps
    .flatMap(({ decisions }) => decisions)
    .findLast(({ budgetCoverage, supersededAt }) => budgetCoverage && !supersededAt)?.budgetCoverage;
  return (
    <div className="what-is-decided">
      <Heading level={3} data-size="2xs">
        {t.decide.what}
      </Heading>
      <Paragraph>{t.decide.question(participation.organisationName, of.hostName)}</Paragraph>
      <Facts
        rows={[
          [
            t.decide.parts,
            of.parts
              .map(({ id, number: at, title }) => {
                const choice = chosen.get(id);
                return `${t.board.partNumber(at)}: ${title} – ${choice ? t.choices[choice].toLowerCase() : t.decide.notChosenYet}`;
              })
              .join('\n'),
          ],
          [t.decide.term, t.decide.termOf(of.firstYear, of.firstYear + of.years - 1, of.optionYears)],
          [
            t.decide.cost,
            <Cost
              key="cost"
              basis={basis}
              participation={participation}
              caseId={of.id}
              modelled={!basis.volumesDeclared}
            />,
          ],
          [t.decision.budgetCoverage, coverage && t.budgetCoverages[coverage]],
          [
            t.decide.others,
            basis.participantCount > 1 &&
              t.decide.othersAnchored(number(basis.anchored.length), number(basis.participantCount - 1)),
          ],
        ]}
      />
      {of.description && (
        <Fold title={t.decide.about}>
          <Paragraph className="text">{of.description}</Paragraph>
        </Fold>
      )}
      {basis.anchored.length > 0 && (
        <Fold title={t.decide.whoIsAnchored}>
          <Others anchored={basis.anchored} />
        </Fold>
      )}
    </div>
  );
}

function Others({ anchored }: { anchored: Basis['anchored'] }) {
  const { date } = useLanguage();
  return (
    <ul className="plain columns">
      {anchored.map(({ organisationName, on }) => (
        <li key={organisationName}>
          {organisationName} <span className="subtle">{date(on)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The most that it can cost; unknown is said, never taken for nothing. */
function Cost({
  basis: { total, perYear, dearestYear, perInhabitantPerYear },
  participation,
  caseId,
  modelled,
}: {
  basis: Basis;
  participation: ParticipationShownFragment;
  caseId: string;
  modelled: boolean;
}) {
  const { t, money } = useLanguage();
  const sheet = `/cases/${caseId}/participations/${participation.id}/volumes`;
  if (total === null || perYear === null)
    return (
      <>
        {t.decide.costUnknown} <Link to={sheet}>{t.participation.toVolumes}</Link>
      </>
    );
  return (
    <>
      <strong>{t.decide.costPerYear(money(perYear), String(dearestYear))}</strong>
      {perInhabitantPerYear && `, ${t.decide.costPerInhabitant(money(perInhabitantPerYear))}`}
      {'. '}
      {t.decide.costTotal(money(total))} <Modelled when={modelled} /> <Link to={sheet}>{t.decide.toVolumes}</Link>
    </>
  );
}
