import { Button, Heading } from '@digdir/designsystemet-react';
import { Link, useSearchParams } from 'react-router';
import { dayAfter, inOslo, startOfDay } from '../clock/oslo-day';
import { readDate } from '../clock/read-date';
import { DecisionLogDocument, type DecisionLogFilter } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { LogEntry } from './log-entry';
import { LogFilters } from './log-filters';
import { LOG_KINDS, readKind } from './log-kinds';
import type { LogLine } from './log-sentence';
import './audit.css';

const UUID = /^[0-9a-f-]{36}$/;

/** What the address asks for; what cannot be read does not narrow. */
function filterOf(asked: URLSearchParams, caseId: string | null): DecisionLogFilter {
  const id = (name: string): string | null => (UUID.test(asked.get(name) ?? '') ? asked.get(name) : null);
  const kind = readKind(asked.get('kind'));
  const from = readDate(asked.get('from') ?? '');
  const until = readDate(asked.get('until') ?? '');
  return {
    caseId: caseId ?? id('case'),
    organisationId: id('organisation'),
    verbs: kind && [...LOG_KINDS[kind]],
    from: from && startOfDay(from),
    until: until && startOfDay(dayAfter(until)),
  };
}

/** The log as it is read: filters, which stand in the address, one page of entries by day, and the way to older ones. */
export function LogHistory({ caseId }: { caseId: string | null }) {
  const { t, number } = useLanguage();
  const [asked] = useSearchParams();
  const after = /^\d{1,9}$/.test(asked.get('after') ?? '') ? Number(asked.get('after')) : null;
  const answer = useAsk(DecisionLogDocument, { filter: filterOf(asked, caseId), after }, { keepLast: true });
  const at = (place: number | null): string => {
    const there = new URLSearchParams(asked);
    if (place === null) there.delete('after');
    else there.set('after', String(place));
    return `?${there.toString()}`;
  };
  return (
    <>
      <LogFilters key={asked.toString()} caseId={caseId} />
      <Waiting on={answer}>
        {({ decisionLog: { entries, endCursor } }) => (
          <>
            <p role="status" className="subtle">
              {entries.length === 0
                ? t.log.none
                : t.log.shown(number(entries.at(-1)!.number), number(entries[0]!.number))}
            </p>
            <Days entries={entries} showCase={caseId === null} />
            {(endCursor !== null || after !== null) && (
              <nav className="buttons" aria-label={t.log.turn}>
                {endCursor !== null && (
                  <Button asChild variant="secondary">
                    <Link to={at(endCursor)}>{t.log.older}</Link>
                  </Button>
                )}
                {after !== null && (
                  <Button asChild variant="tertiary">
                    <Link to={at(null)}>{t.log.newest}</Link>
                  </Button>
                )}
              </nav>
            )}
          </>
        )}
      </Waiting>
    </>
  );
}

function Days({ entries, showCase }: { entries: readonly LogLine[]; showCase: boolean }) {
  const { longDate } = useLanguage();
  const days = Map.groupBy(entries, ({ at }) => inOslo(at).date);
  return [...days].map(([day, lines]) => (
    <section key={day} className="log-day">
      <Heading level={2} data-size="2xs">
        {longDate(day)}
      </Heading>
      <ul className="plain log-lines">
        {lines.map((line) => (
          <LogEntry key={line.number} line={line} showCase={showCase} />
        ))}
      </ul>
    </section>
  ));
}
