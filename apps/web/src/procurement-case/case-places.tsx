import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';

interface CasePlace {
  /** Below `/cases/<id>`. */
  readonly path: string;
  readonly title: (t: Catalogue) => string;
}

/** The pages of a case as tabs, in this order: board, time line, map, report, messages, mails, log. */
const CASE_PLACES: readonly CasePlace[] = [
  { path: '', title: (t) => t.board.title },
  { path: '/timeline', title: (t) => t.timeLine.title },
  { path: '/map', title: (t) => t.map.title },
  { path: '/report', title: (t) => t.report.title },
  { path: '/questions', title: (t) => t.questions.title },
  { path: '/mails', title: (t) => t.mails.title },
  { path: '/log', title: (t) => t.log.ofCase },
];

/** The pages of one case. */
export function CasePlaces({ caseId }: { caseId: string }) {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a phone the tabs are one line that goes on sideways: the present one is in sight.
    const here = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list.current && here) list.current.scrollLeft = here.offsetLeft - list.current.offsetLeft - 16;
  }, [pathname]);
  return (
    <nav className="places" aria-label={t.cases.places}>
      <ul className="plain" ref={list}>
        {CASE_PLACES.map(({ path, title }) => (
          <li key={path}>
            <NavLink to={`/cases/${caseId}${path}`} end={path === ''}>
              {title(t)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
