import { Table } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { CaseBoardQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Modelled, SignOf, State } from '../page/marks';
import { ChoiceMark, ParticipationStateMark } from '../participation/participation-state';
import { BoardRemarks } from './board-remarks';
import { StatusMark, StepMark } from './step-look';

type Row = NonNullable<CaseBoardQuery['caseBoard']>['rows'][number];
type Step = Row['steps'][number];
type Part = { readonly id: string; readonly number: number; readonly title: string };

/** Municipalities × steps. Routes differ, so that each cell says which step it is. */
export function BoardTable({
  rows,
  parts,
  caseId,
  open,
}: {
  rows: readonly Row[];
  parts: readonly Part[];
  caseId: string;
  open: (participationId: string) => void;
}) {
  const { t } = useLanguage();
  const longest = Math.max(0, ...rows.map(({ steps }) => steps.length));
  return (
    <div className="scroll board" tabIndex={0} role="region" aria-label={t.board.title}>
      <Table data-size="sm">
        <caption className="unseen">{t.board.caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col" className="stuck">
              {t.board.municipality}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.board.plan}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.board.responsible}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.panel.contact}</Table.HeaderCell>
            {Array.from({ length: longest }, (_, at) => (
              <Table.HeaderCell key={at} scope="col">
                {t.board.step(at + 1)}
              </Table.HeaderCell>
            ))}
            {parts.map(({ id, number, title }) => (
              <Table.HeaderCell key={id} scope="col">
                {t.board.partNumber(number)}
                <span className="under">{title}</span>
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">{t.volume.volumes}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.attorney.title}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.participationId}>
              <Table.HeaderCell scope="row" className="stuck">
                <Link to={`/cases/${caseId}/participations/${row.participationId}`}>{row.organisationName}</Link>
                <span className="under">
                  <ParticipationStateMark state={row.state} /> <Modelled when={row.answerOrigin === 'MODELLED'} />
                </span>
              </Table.HeaderCell>
              <Table.Cell>
                <Plan row={row} />
              </Table.Cell>
              <Table.Cell>
                <Responsible row={row} />
              </Table.Cell>
              <Table.Cell className="board-remarks">
                <BoardRemarks row={row} open={open} />
              </Table.Cell>
              {Array.from({ length: longest }, (_, at) => (
                <Table.Cell key={at}>{row.steps[at] && <StepCell step={row.steps[at]} />}</Table.Cell>
              ))}
              {parts.map(({ id }) => (
                <Table.Cell key={id}>
                  <ChoiceMark choice={row.choices.find(({ partId }) => partId === id)?.choice ?? null} />
                </Table.Cell>
              ))}
              <Table.Cell>
                <YesOrNo yes={row.volumesDeclared} />
              </Table.Cell>
              <Table.Cell>
                <YesOrNo yes={row.powerOfAttorneyRecorded} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** Planned finish, slack, status; when something is due next. */
function Plan({ row }: { row: Row }) {
  const { t, date } = useLanguage();
  return (
    <div className="cell">
      {row.status && <StatusMark status={row.status} />}
      {row.plannedFinishOn && (
        <span>
          {t.board.finish(date(row.plannedFinishOn))}
          {row.slackDays !== null && ` (${t.board.slack(row.slackDays)})`}
        </span>
      )}
      {row.dueOn && (
        <span className={row.overdue ? 'late' : undefined}>
          {row.overdue ? t.board.overdueSince(date(row.dueOn)) : t.board.due(date(row.dueOn))}
        </span>
      )}
      {row.provisional && <span className="subtle">{t.board.provisional}</span>}
      {row.crossesElection && <span className="subtle">{t.board.crossesElection}</span>}
    </div>
  );
}

/** Who must act next, or that there is nobody to ask (R12). */
function Responsible({ row }: { row: Row }) {
  const { t } = useLanguage();
  const next =
    row.steps.find(({ state }) => state === 'OPEN' || state === 'SUBMITTED') ??
    row.steps.find(({ state }) => state === 'WAITING');
  return (
    <div className="cell">
      {next?.responsibleName && <span>{next.responsibleName}</span>}
      {next?.deputyFor && <span className="subtle">{t.board.deputyFor(next.deputyFor)}</span>}
      {next && <span className="subtle">{t.roles[next.role]}</span>}
      {row.nobodyToAsk && (
        <State sign="warning" colour="warning">
          {t.board.nobodyToAsk}
        </State>
      )}
    </div>
  );
}

function StepCell({ step }: { step: Step }) {
  const { t, date } = useLanguage();
  const when =
    step.state === 'DECIDED'
      ? step.decidedOn && date(step.decidedOn)
      : step.state === 'SUBMITTED'
        ? step.meetingOn && t.board.meeting(date(step.meetingOn))
        : step.state !== 'NOT_REQUIRED' && step.plannedOn && t.board.planned(date(step.plannedOn));
  return (
    <div className="cell">
      <span className="step-title">{step.title}</span>
      <StepMark step={step} />
      {when && <span>{when}</span>}
      {step.state === 'OPEN' && step.dueOn && (
        <span className={step.overdue ? 'late' : undefined}>{t.board.due(date(step.dueOn))}</span>
      )}
    </div>
  );
}

function YesOrNo({ yes }: { yes: boolean }) {
  const { t } = useLanguage();
  return (
    <span className={yes ? 'speaks-for' : 'subtle'}>
      {yes && <SignOf sign="done" />} {yes ? t.page.yes : t.page.no}
    </span>
  );
}
