import { NavLink } from 'react-router';
import { useLanguage } from '../language/language';

/** The needs, and what could be bought together of them. */
export function NeedPlaces() {
  const { t } = useLanguage();
  return (
    <nav className="places" aria-label={t.around.needPlaces}>
      <ul className="plain">
        <li>
          <NavLink to="/needs">{t.need.listTitle}</NavLink>
        </li>
        <li>
          <NavLink to="/proposals">{t.proposal.listTitle}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
