import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { VerifyDecisionLogDocument, type VerifyDecisionLogQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Failed } from '../page/failed';
import { ask } from '../request/ask';

/** Entries that are followed by one question: about half a second's work. */
const AT_A_TIME = 50_000;

type Part = NonNullable<VerifyDecisionLogQuery['verifyDecisionLog']>;

interface Check {
  readonly busy: boolean;
  readonly stopped: boolean;
  /** How far it has come. */
  readonly part: Part | null;
  readonly failed: Error | null;
}

const NOT_BEGUN: Check = { busy: false, stopped: false, part: null, failed: null };

const isBroken = (part: Part): boolean => part.fault !== null;

/** Follows the log part by part, shows how far it has come, and says what was found (R31). */
export function LogCheck() {
  const { t, number } = useLanguage();
  const [check, setCheck] = useState<Check>(NOT_BEGUN);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const start = async (): Promise<void> => {
    const control = new AbortController();
    under.current = control;
    let part: Part | null = null;
    setCheck({ ...NOT_BEGUN, busy: true });
    try {
      do {
        const from: Part | null = part;
        const where = { after: from?.entries ?? null, afterHash: from?.head ?? null, atMost: AT_A_TIME };
        const answer: VerifyDecisionLogQuery = await ask(VerifyDecisionLogDocument, where, control.signal);
        part = answer.verifyDecisionLog;
        if (part === null) throw new Error('Only those who audit check the log.');
        setCheck({ ...NOT_BEGUN, busy: !part.whole && !isBroken(part), part });
      } while (!part.whole && !isBroken(part));
    } catch (failed) {
      if (control.signal.aborted) setCheck((before) => ({ ...before, busy: false, stopped: true }));
      else setCheck({ ...NOT_BEGUN, part, failed: failed as Error });
    }
  };

  const { busy, stopped, part, failed } = check;
  return (
    <section className="stack-tight" aria-labelledby="log-check">
      <Heading level={2} data-size="2xs" id="log-check">
        {t.logCheck.title}
      </Heading>
      <Paragraph>{t.logCheck.help}</Paragraph>
      <div className="buttons" data-color="accent">
        <Button onClick={() => void start()} loading={busy}>
          {t.logCheck.start}
        </Button>
        {busy && (
          <Button variant="secondary" onClick={() => under.current?.abort()}>
            {t.logCheck.stop}
          </Button>
        )}
      </div>
      {busy && part && (
        <label className="stack-tight">
          <span>{t.logCheck.progress(number(part.entries), number(part.of))}</span>
          <progress max={part.of} value={part.entries} />
        </label>
      )}
      <div role="status">
        {stopped && <Paragraph>{t.logCheck.stopped}</Paragraph>}
        {!busy && !stopped && part && !failed && <Found part={part} />}
      </div>
      {failed && <Failed error={failed} again={() => void start()} />}
    </section>
  );
}

function Found({ part }: { part: Part }) {
  const { t, number } = useLanguage();
  if (!isBroken(part))
    return <Alert data-color="success">{t.logCheck.holds(number(part.entries), number(part.checkpoints))}</Alert>;
  const faults: Readonly<Record<string, string>> = t.logFaults;
  return (
    <Alert data-color="danger">
      {part.brokenEntry !== null && (
        <Paragraph>
          {t.logCheck.broken(number(part.brokenEntry))} {faults[part.fault ?? ''] ?? t.logFaults.OTHER}{' '}
          {part.brokenSince !== null && t.logCheck.since(number(part.brokenSince))}
        </Paragraph>
      )}
      {part.brokenCheckpoint !== null && (
        <Paragraph>
          {t.logCheck.brokenCheckpoint(number(part.brokenCheckpoint))} {part.brokenEntry === null && t.logFaults.OTHER}
        </Paragraph>
      )}
      <Paragraph>{t.logCheck.whatNow}</Paragraph>
    </Alert>
  );
}
