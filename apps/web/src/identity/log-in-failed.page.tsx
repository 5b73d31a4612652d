import { useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { failureOf, LogInFailed } from './provider-log-in';

/** A log-in came to nothing, while somebody is logged in already. Otherwise the log-in page says the same. */
export default function LogInFailedPage() {
  const { t } = useLanguage();
  const { pathname, search } = useLocation();
  const because = failureOf(pathname, search);
  return <Page title={t.session.failedTitle}>{because && <LogInFailed because={because} />}</Page>;
}
