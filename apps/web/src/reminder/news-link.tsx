import { Badge } from '@digdir/designsystemet-react';
import { Link, useLocation } from 'react-router';
import { NewsDocument } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { useAsk } from '../request/use-ask';
import { useSeenNews } from './seen-news';

const MOST = 9;

/** In the head of every page: how much is new since the person last looked. */
export function NewsLink() {
  const { t } = useLanguage();
  const { personId, organisationId } = useMe();
  const { upTo } = useSeenNews(`${personId} ${organisationId ?? ''}`);
  const { pathname } = useLocation();
  const news = useAsk(NewsDocument, {}).data?.news ?? [];
  const unseen = news.filter(({ number }) => number > upTo).length;
  return (
    <Link to="/news" className="news-link" aria-current={pathname === '/news' ? 'page' : undefined}>
      <svg className="sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 3.5h16L18 13V9a6 6 0 0 0-6-6zM9.5 19.5a2.5 2.5 0 0 0 5 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      {t.news.title}
      {unseen > 0 && (
        <>
          <Badge count={unseen} maxCount={MOST} data-color="danger" data-size="sm" aria-hidden="true" />
          <span className="unseen">{t.news.unseen(unseen)}</span>
        </>
      )}
    </Link>
  );
}
