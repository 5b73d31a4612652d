import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';
import { useLanguage } from '../language/language';

/** Shorter waits need no sign: it would only flicker. */
const SHORT_WAIT_MS = 700;

/** A line above the page while an answer or another page is long on its way; said aloud too. */
export function Progress() {
  const { t } = useLanguage();
  const asking = useIsFetching() > 0;
  const waits = useNavigation().state !== 'idle' || asking;
  return (
    <div role="status" className="progress">
      {waits && <LongWait text={t.page.loading} />}
    </div>
  );
}

function LongWait({ text }: { text: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return long ? (
    <>
      <span className="progress-line" aria-hidden="true" />
      <span className="unseen">{text}</span>
    </>
  ) : null;
}
