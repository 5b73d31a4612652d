import { Navigate, useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { failureOf, LogInFailed } from './provider-log-in';

/** A log-in came to nothing, while somebody is logged in already. Otherwise the log-in page says the same. */
export default function LogInFailedPage() {
  const { t } = useLanguage();
  const { pathname, search } = useLocation();
  const because = failureOf(pathname, search);
  // Whoever was unknown is known by now.
  if (because === 'UNKNOWN_PERSON') return <Navigate to="/tasks" replace />;
  return <Page title={t.session.failedTitle}>{because && <LogInFailed because={because} />}</Page>;
}
