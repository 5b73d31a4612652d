import { Alert, Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { CancelMeetingDocument, type CalendarYearQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State } from '../page/marks';
import { Refusal } from '../page/refusal';
import { reveal } from '../page/reveal';
import { useVerb } from '../request/use-verb';

type OfYear = NonNullable<CalendarYearQuery['calendarYear']>['bodies'][number];
type Day = OfYear['days'][number];

/** The meetings of one body in one year. */
export function BodyYear({
  of: { body, patternYear, days },
  year,
  mayKeep,
  onDone,
}: {
  of: OfYear;
  year: number;
  mayKeep: boolean;
  onDone: (said: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="stack-tight">
      <Paragraph className="subtle">
        {t.bodyKinds[body.kind]}. {t.calendars.deadlineRule(body.submissionDays)}
      </Paragraph>
      {patternYear !== null && (
        <Alert data-color="info" data-size="sm">
          {t.calendars.provisionalHelp(year, patternYear)}
        </Alert>
      )}
      {body.calendarOrigin === 'MODELLED' && (
        <Alert data-color="warning" data-size="sm">
          {t.calendars.modelled}
        </Alert>
      )}
      {days.length === 0 ? (
        <Paragraph>{t.calendars.noDays(year)}</Paragraph>
      ) : (
        <Days days={days} caption={t.calendars.meetingsOf(body.name, year)} mayKeep={mayKeep} onDone={onDone} />
      )}
    </div>
  );
}

function Days({
  days,
  caption,
  mayKeep,
  onDone,
}: {
  days: readonly Day[];
  caption: string;
  mayKeep: boolean;
  onDone: (said: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <Table data-size="sm">
        <caption className="unseen">{caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.calendars.date}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.calendars.start}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.calendars.kind}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.calendars.deadline}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.calendars.state}</Table.HeaderCell>
            {mayKeep && <Table.HeaderCell scope="col">{t.calendars.action}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {days.map((day) => (
            <DayRow key={`${day.meetingId} ${day.date}`} day={day} mayKeep={mayKeep} onDone={onDone} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function DayRow({ day, mayKeep, onDone }: { day: Day; mayKeep: boolean; onDone: (said: string) => void }) {
  const { t, date, longDate } = useLanguage();
  const [asking, setAsking] = useState(false);
  const verb = useVerb(CancelMeetingDocument);
  const sure = useRef<HTMLButtonElement>(null);
  // With the question, not a moment after it: whoever answers at once by keyboard answers this.
  useLayoutEffect(() => {
    if (asking) reveal(sure.current);
  }, [asking]);
  const cancel = async (): Promise<void> => {
    const done = await verb.carryOut({ meetingId: day.meetingId ?? '' });
    if (!done) return;
    setAsking(false);
    onDone(t.calendars.cancelledNow(date(day.date)));
  };
  return (
    <>
      <Table.Row>
        <Table.HeaderCell scope="row" className="whole">
          {longDate(day.date)}
        </Table.HeaderCell>
        <Table.Cell>{day.startsAt}</Table.Cell>
        <Table.Cell>{t.meetingKinds[day.kind]}</Table.Cell>
        <Table.Cell className="whole">
          {day.takesCases && !day.cancelled ? date(day.submissionDeadline) : '–'}
        </Table.Cell>
        <Table.Cell>
          <DayState day={day} />
        </Table.Cell>
        {mayKeep && (
          <Table.Cell>
            {day.meetingId && !day.cancelled && !asking && (
              <Button
                variant="tertiary"
                data-size="sm"
                data-color="danger"
                onClick={() => setAsking(true)}
                aria-label={t.calendars.cancelWhich(date(day.date))}
              >
                {t.calendars.cancel}
              </Button>
            )}
          </Table.Cell>
        )}
      </Table.Row>
      {asking && (
        <Table.Row>
          <Table.Cell colSpan={6}>
            <div className="stack-tight">
              <Paragraph>{t.calendars.cancelSure(date(day.date))}</Paragraph>
              <Refusal verb={verb} />
              <div className="buttons">
                <Button ref={sure} data-size="sm" data-color="danger" loading={verb.busy} onClick={() => void cancel()}>
                  {t.calendars.cancelNow}
                </Button>
                <Button variant="secondary" data-size="sm" onClick={() => setAsking(false)}>
                  {t.calendars.keep}
                </Button>
              </div>
            </div>
          </Table.Cell>
        </Table.Row>
      )}
    </>
  );
}

function DayState({ day }: { day: Day }) {
  const { t } = useLanguage();
  if (day.cancelled)
    return (
      <State sign="stop" colour="danger">
        {t.calendars.cancelled}
      </State>
    );
  if (day.provisional)
    return (
      <State sign="waiting" colour="warning">
        {t.calendars.provisional}
      </State>
    );
  return day.takesCases ? (
    <State sign="done" colour="success">
      {t.calendars.adopted}
    </State>
  ) : (
    <State sign="out" colour="neutral">
      {t.calendars.noCases}
    </State>
  );
}
