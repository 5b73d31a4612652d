import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useLanguage } from '../language/language';
import { NotReachable } from '../request/ask';
import { Failed } from './failed';

/**
 * What is shown when a page itself breaks, or could not be fetched: without a connection, or after a new version was put
 * out. Inside the frame, the way to the other pages stays.
 */
export default function FaultPage({ inside = false, error: given }: { inside?: boolean; error?: unknown }) {
  const { t } = useLanguage();
  const caught = useRouteError();
  const thrown = given ?? caught;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  useEffect(() => {
    document.title = `${t.failed.title} – Samanker`;
  }, [t]);
  const said = (
    <>
      <h1 className="ds-heading" data-size="md">
        {t.failed.title}
      </h1>
      <Failed error={navigator.onLine ? error : new NotReachable()} again={() => window.location.reload()} />
    </>
  );
  return inside ? (
    <div className="page">{said}</div>
  ) : (
    <main id="content" className="page">
      {said}
    </main>
  );
}
