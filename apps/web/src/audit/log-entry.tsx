import { useState } from 'react';
import { Link } from 'react-router';
import { inOslo } from '../clock/oslo-day';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { sentenceOf, type LogLine } from './log-sentence';

/** One entry: when, what, by whom, in which case; and folded in, how it is chained (R31). */
export function LogEntry({ line, showCase }: { line: LogLine; showCase: boolean }) {
  const spoken = useLanguage();
  const { t, number } = spoken;
  const [opened, setOpened] = useState(false);
  return (
    <li className="log-line">
      <time dateTime={line.at}>{inOslo(line.at).time}</time>
      <div>
        <p>{sentenceOf(line, spoken)}</p>
        <p className="subtle log-by">
          {byWhom(line, t.log)}
          {showCase && line.caseId && line.caseTitle && (
            <>
              {' · '}
              <Link to={`/cases/${line.caseId}/log`}>{line.caseTitle}</Link>
            </>
          )}
        </p>
      </div>
      <details className="proof" onToggle={() => setOpened(true)}>
        <summary>{t.log.proof(number(line.number))}</summary>
        {opened && (
          <>
            <Facts
              rows={[
                [t.log.number, number(line.number)],
                [t.log.hash, <code key="hash">{line.hash}</code>],
                [t.log.previousHash, <code key="previous">{line.previousHash}</code>],
              ]}
            />
            <p className="subtle">{t.log.entry}</p>
            <pre className="log-text">{line.entry}</pre>
          </>
        )}
      </details>
    </li>
  );
}

interface ByTexts {
  readonly byPerson: (name: string) => string;
  readonly bySomebody: string;
  readonly byProgram: string;
  readonly byService: string;
}

function byWhom({ doneBy, personName }: LogLine, t: ByTexts): string {
  if (doneBy === 'SERVICE') return t.byService;
  if (doneBy === 'PROGRAM') return t.byProgram;
  return personName === null ? t.bySomebody : t.byPerson(personName);
}
