import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { LogEntry } from '../audit/log-entry';
import '../audit/audit.css';
import { inOslo } from '../clock/oslo-day';
import { BoardHistoryDocument, DecisionLogDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { stepDay } from './board-cells';
import type { Row } from './board-rows';
import { StepMark } from './step-look';

/** The whole history of one municipality: its route, the mails to it, and everything that was done (R31). */
export function BoardHistory({ row, caseId }: { row: Row; caseId: string }) {
  const { t, date } = useLanguage();
  return (
    <>
      <section className="section" aria-label={t.participation.route}>
        <Heading level={3} data-size="xs">
          {t.participation.route}
        </Heading>
        {row.steps.length === 0 ? (
          <Paragraph className="subtle">{t.participation.noRoute}</Paragraph>
        ) : (
          <ol className="plain stack-tight">
            {row.steps.map((step, at) => {
              const day = stepDay(step);
              return (
                <li key={at} className="row-between">
                  <span>
                    {step.title} {day && <span className="subtle">{date(day.on)}</span>}
                  </span>
                  <StepMark step={step} />
                </li>
              );
            })}
          </ol>
        )}
      </section>
      <section className="section" aria-label={t.panel.history}>
        <Heading level={3} data-size="xs">
          {t.panel.history}
        </Heading>
        <div>
          <Fold offPaper title={t.panel.mails}>
            <Mails caseId={caseId} organisationId={row.organisationId} />
          </Fold>
          <Fold offPaper title={t.panel.log}>
            <Log caseId={caseId} organisationId={row.organisationId} />
          </Fold>
        </div>
      </section>
    </>
  );
}

function Mails({ caseId, organisationId }: { caseId: string; organisationId: string }) {
  const { t, date } = useLanguage();
  const answer = useAsk(BoardHistoryDocument, { caseId, organisationId });
  return (
    <Waiting on={answer}>
      {({ mailLog }) =>
        mailLog.length === 0 ? (
          <Paragraph className="subtle">{t.panel.noMails}</Paragraph>
        ) : (
          <ul className="plain stack-tight">
            {mailLog.map((mail) => (
              <li key={mail.id}>
                {mail.subject || t.mailKinds[mail.kind]}{' '}
                <span className="subtle">
                  {t.mailStates[mail.state]} {date(mail.sentAt ? inOslo(mail.sentAt).date : mail.mailOn)}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Waiting>
  );
}

function Log({ caseId, organisationId }: { caseId: string; organisationId: string }) {
  const { t, date } = useLanguage();
  const answer = useAsk(DecisionLogDocument, { filter: { caseId, organisationId }, after: null });
  return (
    <Waiting on={answer}>
      {({ decisionLog: { entries } }) => {
        const days = Map.groupBy(entries, ({ at }) => inOslo(at).date);
        if (days.size === 0) return <Paragraph className="subtle">{t.log.none}</Paragraph>;
        return [...days].map(([day, lines]) => (
          <div key={day} className="log-day">
            <strong>{date(day)}</strong>
            <ul className="plain log-lines">
              {lines.map((line) => (
                <LogEntry key={line.number} line={line} showCase={false} />
              ))}
            </ul>
          </div>
        ));
      }}
    </Waiting>
  );
}
