import { Table } from '@digdir/designsystemet-react';
import type { ReportShownFragment, SpanShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import { ChoiceMark } from '../participation/participation-state';

interface Told {
  readonly content: ReportShownFragment;
}

/** Least, expected and largest value, a cell each. */
export function SpanCells({ span }: { span: SpanShownFragment }) {
  const { money } = useLanguage();
  return (
    <>
      {[span.minimum, span.expected, span.maximum].map((amount, at) => (
        <Table.Cell key={at} className="figure whole">
          {money(amount)}
        </Table.Cell>
      ))}
    </>
  );
}

/** Who takes part, per part, and what their volumes are worth. */
export function Participants({ content }: Told) {
  const { t, date } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.report.participants}>
      <Table zebra data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.board.municipality}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.report.organisationNumber}</Table.HeaderCell>
            {content.parts.map(({ partId, number }) => (
              <Table.HeaderCell key={partId} scope="col">
                {t.board.partNumber(number)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">{t.participationStates.ANCHORED}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.attorney.title}</Table.HeaderCell>
            {[t.report.minimum, t.report.expected, t.report.maximum].map((title) => (
              <Table.HeaderCell key={title} scope="col" className="figure">
                {title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {content.participants.map((one) => (
            <Table.Row key={one.organisationId}>
              <Table.HeaderCell scope="row">
                {one.name} <Modelled when={one.answerOrigin === 'MODELLED'} />
                {one.left && (
                  <span className="subtle">
                    {' '}
                    {t.leaving.leftBy(one.left.decisionReference, date(one.left.decidedOn))}
                  </span>
                )}
                {one.registeredOnBehalf && <span className="subtle"> {t.behalf.title}</span>}
              </Table.HeaderCell>
              <Table.Cell>{one.organisationNumber}</Table.Cell>
              {content.parts.map(({ partId }) => (
                <Table.Cell key={partId}>
                  <ChoiceMark choice={one.choices.find((choice) => choice.partId === partId)?.choice ?? null} />
                </Table.Cell>
              ))}
              <Table.Cell>
                {one.anchored ? (one.routeFinishedOn ? date(one.routeFinishedOn) : t.page.yes) : t.page.no}
              </Table.Cell>
              <Table.Cell>{one.powerOfAttorney ? t.page.yes : t.page.no}</Table.Cell>
              <SpanCells span={one.values} />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** The dates of the case in order. */
export function TimeLine({ content }: Told) {
  const { t, date, number } = useLanguage();
  const nameOf = new Map(content.participants.map(({ organisationId, name }) => [organisationId, name]));
  return (
    <ol className="plain time-line">
      {content.timeLine.map((point, at) => (
        <li key={at}>
          <time dateTime={point.date}>{date(point.date)}</time>
          <span>
            {t.reportEvents[point.event]}
            {point.organisationId && `: ${nameOf.get(point.organisationId) ?? ''}`}
          </span>
          {/* Said where it changes: what comes later is not known yet. */}
          {point.anchored !== content.timeLine[at - 1]?.anchored && point.anchored > 0 && (
            <span className="subtle">{t.report.anchoredBy(number(point.anchored))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
