import { Link } from 'react-router';
import { standingOf, type Standing } from '../anchoring/standing';
import { StatusMark } from '../anchoring/step-look';
import type { OrganisationCasesQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { SortTable } from '../page/sort-table';
import { ParticipationStateMark } from '../participation/participation-state';
import { StageMark } from '../procurement-case/stage';

type Own = NonNullable<OrganisationCasesQuery['organisationCases']>;
type Case = Own['cases'][number];

/** The cases of one organisation: where each stands, what it waits for, who is responsible, what is at stake. */
export function OrganisationCaseTable({ own }: { own: Own }) {
  const { t, date, money } = useLanguage();
  const next = (one: Case): string =>
    one.stepTitle ?? (one.awaited ? t.ownCases.dueFor(t.expectationKinds[one.awaited]) : '');
  // Its next step is all that is known here: a meeting stands before the steps that wait.
  const standing = ({ status, stepState, stepOn }: Case): Standing | null =>
    standingOf({ status, steps: stepState ? [{ state: stepState, meetingOn: stepOn }] : [] }, own.today);
  const plan = (one: Case): string => {
    const said = standing(one);
    return said ? t.planningStatuses[said] : '';
  };
  return (
    <SortTable<Case>
      title={t.ownCases.titleOf(own.organisationName)}
      rows={own.cases}
      keyOf={(one) => one.caseId}
      columns={[
        {
          key: 'title',
          title: t.cases.case,
          value: (one) => one.title,
          cell: (one) => (
            <>
              <Link
                to={
                  one.participationId
                    ? `/cases/${one.caseId}/participations/${one.participationId}`
                    : `/cases/${one.caseId}`
                }
              >
                {one.title}
              </Link>
              <span className="under">
                <StageMark stage={one.stage} />
              </span>
              <span className="under">{one.hosts ? t.ownCases.hosts : `${t.cases.host}: ${one.hostName}`}</span>
            </>
          ),
        },
        {
          key: 'stage',
          title: t.cases.stage,
          value: (one) => t.stages[one.stage],
          onlyInFile: true,
        },
        {
          key: 'state',
          title: t.ownCases.own,
          value: (one) => (one.state ? t.participationStates[one.state] : t.ownCases.onlyHost),
          cell: (one) =>
            one.state ? <ParticipationStateMark state={one.state} /> : <span>{t.ownCases.onlyHost}</span>,
        },
        {
          key: 'next',
          title: t.ownCases.next,
          value: next,
          cell: (one) => (
            <div className="cell">
              <span className="step-title">{next(one)}</span>
              {one.stepState && <span>{t.stepStates[one.stepState]}</span>}
              {one.stepOn && (
                <span>
                  {one.stepState === 'SUBMITTED'
                    ? t.board.meeting(date(one.stepOn))
                    : t.board.planned(date(one.stepOn))}
                </span>
              )}
            </div>
          ),
        },
        {
          key: 'responsible',
          title: t.board.responsible,
          value: (one) => one.responsibleName ?? (one.role ? t.roles[one.role] : ''),
          cell: (one) => (
            <div className="cell">
              {one.responsibleName && <span>{one.responsibleName}</span>}
              {one.role && <span className="subtle">{t.roles[one.role]}</span>}
            </div>
          ),
        },
        {
          key: 'due',
          title: t.ownCases.due,
          kind: 'date',
          value: (one) => one.dueOn,
          cell: (one) =>
            one.dueOn && (
              <span className={one.overdue ? 'late whole' : 'whole'}>
                {one.overdue ? t.board.overdueSince(date(one.dueOn)) : date(one.dueOn)}
              </span>
            ),
        },
        {
          key: 'plan',
          title: t.board.plan,
          value: plan,
          cell: (one) => (
            <div className="cell">
              <StandingMark standing={standing(one)} />
              <span className="whole">{t.ownCases.deadline(date(one.decisionDeadline))}</span>
            </div>
          ),
        },
        {
          key: 'anchored',
          title: t.participationStates.ANCHORED,
          kind: 'figure',
          value: (one) => one.anchored,
          cell: (one) => <span className="whole">{t.region.outOf(one.anchored, one.municipalities)}</span>,
        },
        {
          key: 'value',
          title: t.ownCases.value,
          kind: 'money',
          value: (one) => (one.lines > 0 ? one.expectedValue : null),
          cell: (one) =>
            one.lines > 0 ? (
              <>
                <span className="whole">{money(one.expectedValue)}</span>
                {one.maximumValue !== one.expectedValue && (
                  <span className="under whole">{t.ownCases.atMost(money(one.maximumValue))}</span>
                )}
              </>
            ) : (
              <span className="subtle">{t.volume.notDeclared}</span>
            ),
        },
      ]}
    />
  );
}

function StandingMark({ standing }: { standing: Standing | null }) {
  return standing && <StatusMark status={standing} />;
}
