import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useId, useState } from 'react';
import { Link } from 'react-router';
import { daysBetween } from '../clock/format';
import { readDate } from '../clock/read-date';
import { ForecastDocument, type ForecastQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { useAsk } from '../request/use-ask';

type Forecast = NonNullable<ForecastQuery['caseForecast']>;

/** So long the slider rests before the question is asked. */
const REST_MS = 250;

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** R7: another deadline, by slider or by date; who is won and who is lost. Nothing is changed by it. */
export function WhatIf({ caseId, forecast }: { caseId: string; forecast: Forecast }) {
  const { t, date } = useLanguage();
  const slider = useId();
  const { decisionDeadline: deadline, today } = forecast;
  const [other, setOther] = useState(deadline);
  const [text, setText] = useState(date(deadline));
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const rest = setTimeout(() => setAsked(other === deadline ? null : other), REST_MS);
    return () => clearTimeout(rest);
  }, [other, deadline]);
  const answer = useAsk(
    ForecastDocument,
    { caseId, otherDeadline: asked },
    { enabled: asked !== null, keepLast: true },
  );
  const read = readDate(text);
  const choose = (to: string): void => {
    setOther(to);
    setText(date(to));
  };
  const first = Math.min(daysBetween(deadline, today), -1);
  const found = asked !== null ? answer.data?.caseForecast : null;
  return (
    <div className="what-if">
      <div className="what-if-fields">
        <Textfield
          label={t.timeLine.whatIfDate}
          description={t.page.dateForm}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          error={read === null ? t.timeLine.notDate : undefined}
          onChange={(event) => {
            setText(event.target.value);
            const typed = readDate(event.target.value);
            if (typed) setOther(typed);
          }}
        />
        <div>
          <label htmlFor={slider}>{t.timeLine.whatIfSlide}</label>
          <input
            id={slider}
            type="range"
            className="slider"
            min={first}
            max={365}
            value={Math.max(first, Math.min(365, daysBetween(deadline, other)))}
            aria-valuetext={date(other)}
            onChange={(event) => choose(later(deadline, Number(event.target.value)))}
          />
        </div>
        {other !== deadline && (
          <Button variant="tertiary" data-size="sm" onClick={() => choose(deadline)}>
            {t.timeLine.reset}
          </Button>
        )}
      </div>
      <div role="status" aria-busy={answer.isFetching}>
        {other === deadline || !found ? (
          <Paragraph>{t.timeLine.unchanged}</Paragraph>
        ) : (
          <div className="what-if-lists">
            <Names caseId={caseId} title={t.timeLine.won} ids={found.won} forecast={forecast} />
            <Names caseId={caseId} title={t.timeLine.lost} ids={found.lost} forecast={forecast} />
          </div>
        )}
      </div>
    </div>
  );
}

function Names({
  caseId,
  title,
  ids,
  forecast,
}: {
  caseId: string;
  title: string;
  ids: readonly string[];
  forecast: Forecast;
}) {
  const { t, date, number } = useLanguage();
  const listed = new Set(ids);
  const shown = forecast.municipalities.filter(({ participationId }) => listed.has(participationId));
  return (
    <div>
      <Heading level={3} data-size="2xs">
        {title} ({number(shown.length)})
      </Heading>
      {shown.length === 0 ? (
        <Paragraph>{t.timeLine.nobody}</Paragraph>
      ) : (
        <ul>
          {shown.map(({ participationId, organisationName, plannedFinishOn }) => (
            <li key={participationId}>
              <Link to={`/cases/${caseId}/participations/${participationId}`}>{organisationName}</Link>
              {plannedFinishOn && ` ${date(plannedFinishOn)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
