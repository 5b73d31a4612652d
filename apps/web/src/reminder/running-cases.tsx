import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { HostedCasesDocument, ProcurementCasesDocument, WhatComesNextDocument } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Waiting } from '../page/waiting';
import { ParticipationStateMark } from '../participation/participation-state';
import { useAsk } from '../request/use-ask';

/** The cases that run, and where one's own municipality stands in each; `hosted`: only those that the person coordinates. */
export function RunningCases({ hosted = false }: { hosted?: boolean }) {
  const { t, date } = useLanguage();
  const offers = offersTo(useMe());
  const cases = useAsk(ProcurementCasesDocument, {});
  return (
    <Waiting on={cases}>
      {({ procurementCases }) => {
        const running = procurementCases.filter(
          ({ stage, hostOrganisationId }) =>
            (stage === 'INVITED' || stage === 'PREPARING') && (!hosted || offers.coordinatesFor(hostOrganisationId)),
        );
        if (running.length === 0) return hosted ? null : <Paragraph>{t.tasks.noCases}</Paragraph>;
        return (
          <section aria-labelledby="running">
            <Heading level={2} data-size="xs" id="running" className="section-title">
              {t.work.running}
            </Heading>
            <ul className="plain stack">
              {running.map((one) => (
                <li key={one.id}>
                  <Card data-color="neutral" className="task">
                    <Card.Block>
                      <Heading level={3} data-size="2xs">
                        <Link to={`/cases/${one.id}`}>{one.title}</Link>
                      </Heading>
                      {offers.coordinatesFor(one.hostOrganisationId) && <AllPlaces caseId={one.id} />}
                      {!hosted && <OwnPlace caseId={one.id} />}
                      <Paragraph data-size="sm" className="subtle">
                        {t.work.decideBy(date(one.decisionDeadline))}
                      </Paragraph>
                    </Card.Block>
                  </Card>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Waiting>
  );
}

const BEHIND = [
  ['OVERDUE', 'overdue'],
  ['LATE', 'late'],
  ['CANNOT_MAKE_IT', 'cannotMakeIt'],
] as const;

/** For the host: how far they are in all, and who is behind, each a way to those on the board. */
function AllPlaces({ caseId }: { caseId: string }) {
  const { t } = useLanguage();
  const standing = useAsk(HostedCasesDocument, {}).data?.regionOverview.cases.find((one) => one.caseId === caseId);
  if (!standing || standing.municipalities === 0) return null;
  return (
    <>
      <Paragraph>{t.tasks.anchored(standing.anchored, standing.municipalities)}</Paragraph>
      <ul className="plain behind">
        {BEHIND.filter(([, count]) => standing[count] > 0).map(([filter, count]) => (
          <li key={filter}>
            <Link to={`/cases/${caseId}?filter=${filter}`}>{t.tasks.behind[filter](standing[count])}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** In one case: where one's own municipality stands. */
function OwnPlace({ caseId }: { caseId: string }) {
  const { t, date } = useLanguage();
  const { organisationId } = useMe();
  const own = useAsk(WhatComesNextDocument, { caseId }).data?.participations.find(
    (one) => one.organisationId === organisationId,
  );
  if (!own) return null;
  return (
    <Paragraph>
      <Link to={`/cases/${caseId}/participations/${own.id}`}>{t.tasks.own}</Link>{' '}
      <ParticipationStateMark state={own.state} />{' '}
      {own.state === 'ANCHORING' && own.plannedFinishOn && t.board.finish(date(own.plannedFinishOn))}
    </Paragraph>
  );
}
