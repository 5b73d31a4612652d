import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { ChooseWhose, useWhose } from '../administration/whose';
import { CalendarYearDocument, ImportMeetingsDocument } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Refusal } from '../page/refusal';
import { reveal } from '../page/reveal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { yearsAround } from './calendars.page';
import { changesOf, PlanFound, type Found } from './plan-found';
import { PlanForm, type Plan } from './plan-form';

/** From this month on people enter the plan of next year. */
const NEXT_YEAR_FROM = 9;

/** Takes over a plan of meetings: first what it would change, then, on purpose, the change. */
export default function ImportPlanPage() {
  const { t } = useLanguage();
  const me = useMe();
  const whose = useWhose();
  const { organisationId } = whose;
  const thisYear = Number(me.today.slice(0, 4));
  const year = Number(me.today.slice(5, 7)) >= NEXT_YEAR_FROM ? thisYear + 1 : thisYear;
  const calendar = useAsk(
    CalendarYearDocument,
    { organisationId: organisationId ?? '', year },
    { enabled: organisationId !== null },
  );
  return (
    <Page
      title={t.importPlan.title}
      intro={t.importPlan.intro}
      crumbs={[
        { to: '/administration', title: t.administration.title },
        { to: `/administration/calendars?organisation=${organisationId ?? ''}`, title: t.calendars.title },
      ]}
    >
      <ChooseWhose whose={whose} />
      {organisationId === null ? (
        <Paragraph>{t.calendars.choose}</Paragraph>
      ) : (
        <Waiting on={calendar}>
          {({ calendarYear }) =>
            calendarYear?.mayKeep ? (
              <Import
                key={organisationId}
                organisationId={organisationId}
                bodies={calendarYear.bodies}
                years={yearsAround(me.today)}
                year={year}
              />
            ) : (
              <Paragraph>{t.calendars.readOnly}</Paragraph>
            )
          }
        </Waiting>
      )}
    </Page>
  );
}

function Import({
  organisationId,
  bodies,
  years,
  year,
}: {
  organisationId: string;
  bodies: Parameters<typeof PlanForm>[0]['bodies'];
  years: readonly number[];
  year: number;
}) {
  const { t } = useLanguage();
  const verb = useVerb(ImportMeetingsDocument);
  const result = useRef<HTMLDivElement>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const run = async (wanted: Plan, dryRun: boolean): Promise<void> => {
    setPlan(wanted);
    if (dryRun) setFound(null);
    const told = await verb.carryOut({ ...wanted, dryRun });
    if (told?.__typename !== 'MeetingImport') return;
    setFound(told);
    requestAnimationFrame(() => reveal(result.current));
  };
  const changes = found ? changesOf(found) : 0;
  const stored = found && !found.dryRun;
  const yearFound = found?.changes.find(({ change }) => change !== 'NOT_IN_FILE')?.date.slice(0, 4) ?? String(year);
  return (
    <div className="stack">
      {!stored && (
        <PlanForm
          organisationId={organisationId}
          bodies={bodies}
          years={years}
          year={year}
          busy={verb.busy}
          refused={verb.refused}
          onLook={(wanted) => void run(wanted, true)}
        />
      )}
      <Refusal verb={verb} />
      <div ref={result} tabIndex={-1} role="status">
        {verb.busy && <Paragraph>{t.importPlan.reading}</Paragraph>}
        {stored && <Alert data-color="success">{t.importPlan.stored(changes)}</Alert>}
        {found?.dryRun && (
          <Heading level={2} data-size="xs">
            {t.importPlan.found(found.rows)}
          </Heading>
        )}
        {found?.dryRun && found.rows > 0 && changes === 0 && found.faultCount === 0 && (
          <Paragraph>{t.importPlan.nothing}</Paragraph>
        )}
      </div>
      {found?.dryRun && plan && (
        <PlanFound found={found} organisationId={organisationId} again={() => void run(plan, true)} />
      )}
      {found?.dryRun && plan && changes > 0 && found.faultCount === 0 && (
        <div className="buttons">
          <Button loading={verb.busy} onClick={() => void run(plan, false)}>
            {t.importPlan.store(changes)}
          </Button>
        </div>
      )}
      {stored && (
        <div className="buttons">
          <Button asChild>
            <Link to={`/administration/calendars?organisation=${organisationId}&year=${yearFound}`}>
              {t.importPlan.toCalendar}
            </Link>
          </Button>
          <Button variant="secondary" onClick={() => setFound(null)}>
            {t.importPlan.again}
          </Button>
        </div>
      )}
    </div>
  );
}
