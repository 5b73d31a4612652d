import { useRouteError } from 'react-router';
import { useLanguage } from '../language/language';
import { Failed } from './failed';

/** What is shown when a page itself breaks, or could not be fetched after a new version was put out. */
export default function FaultPage() {
  const { t } = useLanguage();
  const error = useRouteError();
  return (
    <main id="content" className="page">
      <h1 className="ds-heading" data-size="md">
        {t.failed.title}
      </h1>
      <Failed
        error={error instanceof Error ? error : new Error(String(error))}
        again={() => window.location.reload()}
      />
    </main>
  );
}
