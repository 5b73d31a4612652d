import { NavLink } from 'react-router';
import { useLanguage } from '../language/language';

/** The pages of one case. */
export function CasePlaces({ caseId }: { caseId: string }) {
  const { t } = useLanguage();
  return (
    <nav className="places" aria-label={t.cases.places}>
      <ul className="plain">
        <li>
          <NavLink to={`/cases/${caseId}`} end>
            {t.board.title}
          </NavLink>
        </li>
        <li>
          <NavLink to={`/cases/${caseId}/timeline`}>{t.timeLine.title}</NavLink>
        </li>
        <li>
          <NavLink to={`/cases/${caseId}/report`}>{t.report.title}</NavLink>
        </li>
        <li>
          <NavLink to={`/cases/${caseId}/mails`}>{t.mails.title}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
