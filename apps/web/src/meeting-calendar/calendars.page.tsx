import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ChooseWhose, useWhose } from '../administration/whose';
import { CalendarYearDocument, type CalendarYearQuery } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { BodyForm } from './body-form';
import { BodyYear } from './body-year';
import { MeetingForm } from './meeting-form';

const YEARS_BEFORE = 2;
const YEARS_AFTER = 3;

/** The years that can be looked at from today. */
export function yearsAround(today: string): number[] {
  const first = Number(today.slice(0, 4)) - YEARS_BEFORE;
  return Array.from({ length: YEARS_BEFORE + YEARS_AFTER + 1 }, (_, at) => first + at);
}

/** The meeting calendars of an organisation: its bodies, and one year of each. */
export default function CalendarsPage() {
  const { t } = useLanguage();
  const me = useMe();
  const whose = useWhose();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year')) || Number(me.today.slice(0, 4));
  const { organisationId } = whose;
  const found = useAsk(
    CalendarYearDocument,
    { organisationId: organisationId ?? '', year },
    { enabled: organisationId !== null, keepLast: true },
  );
  const chooseYear = (chosen: string): void =>
    setParameters((before) => {
      before.set('year', chosen);
      return before;
    });
  return (
    <Page
      title={t.calendars.title}
      intro={t.calendars.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
      actions={
        found.data?.calendarYear?.mayKeep && (
          <Button asChild>
            <Link to={`/administration/calendars/import?organisation=${organisationId}`}>{t.calendars.toImport}</Link>
          </Button>
        )
      }
    >
      <div className="filters">
        <ChooseWhose whose={whose} />
        <Field>
          <Label>{t.calendars.year}</Label>
          <Select width="auto" value={String(year)} onChange={(event) => chooseYear(event.target.value)}>
            {[...new Set([...yearsAround(me.today), year])].sort().map((one) => (
              <Select.Option key={one} value={one}>
                {one}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      {organisationId === null ? (
        <Paragraph>{t.calendars.choose}</Paragraph>
      ) : (
        <Waiting on={found}>
          {({ calendarYear }) =>
            calendarYear ? (
              <Bodies key={calendarYear.organisationId} calendar={calendarYear} />
            ) : (
              <Paragraph>{t.calendars.choose}</Paragraph>
            )
          }
        </Waiting>
      )}
    </Page>
  );
}

function Bodies({ calendar }: { calendar: NonNullable<CalendarYearQuery['calendarYear']> }) {
  const { t, date } = useLanguage();
  const [done, setDone] = useState<string | null>(null);
  const { organisationId, year, mayKeep, bodies } = calendar;
  return (
    <div className="stack">
      <Done text={done} />
      {!mayKeep && <Paragraph className="subtle">{t.calendars.readOnly}</Paragraph>}
      {bodies.length === 0 && <Paragraph>{t.calendars.none}</Paragraph>}
      <div>
        {bodies.map((one) => {
          const held = one.days.filter(({ cancelled }) => !cancelled).length;
          return (
            <Fold key={one.body.id} title={t.calendars.summary(one.body.name, held, year, one.adopted)}>
              <div className="stack">
                <BodyYear of={one} year={year} mayKeep={mayKeep} onDone={setDone} />
                {mayKeep && (
                  <div>
                    <Fold offPaper title={t.calendars.add}>
                      <MeetingForm bodyId={one.body.id} onAdded={(on) => setDone(t.calendars.added(date(on)))} />
                    </Fold>
                    <Fold offPaper title={t.calendars.changeBody}>
                      <BodyForm
                        organisationId={organisationId}
                        body={one.body}
                        onSaved={(name) => setDone(t.calendars.bodySaved(name))}
                      />
                    </Fold>
                  </div>
                )}
              </div>
            </Fold>
          );
        })}
        {mayKeep && (
          <Fold offPaper title={t.calendars.addBody}>
            <BodyForm
              organisationId={organisationId}
              body={null}
              onSaved={(name) => setDone(t.calendars.bodySaved(name))}
            />
          </Fold>
        )}
      </div>
    </div>
  );
}
