import { Link, useLocation } from 'react-router';
import { partsFor } from '../administration/parts';
import { isDevelopment } from '../identity/development';
import { useMe, type Me } from '../identity/me';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';

interface MainPlace {
  readonly to: string;
  readonly title: (t: Catalogue) => string;
  /** Other addresses that belong to the place. */
  readonly also?: readonly string[];
  /** Who is shown the place; everybody when left out. */
  readonly seenBy?: (me: Me) => boolean;
}

/** Where a person can go, in this order: tasks, needs, cases, region, administration, log. What belongs to one case stands in `case-places.tsx`. */
const MAIN_PLACES: readonly MainPlace[] = [
  { to: '/tasks', title: (t) => t.navigation.tasks },
  { to: '/needs', title: (t) => t.navigation.needs, also: ['/proposals'] },
  { to: '/cases', title: (t) => t.navigation.cases, also: ['/participations'] },
  { to: '/region', title: (t) => t.region.title, also: ['/organisations'] },
  { to: '/administration', title: (t) => t.administration.title, seenBy: (me) => partsFor(me).length > 0 },
  { to: '/log', title: (t) => t.log.short },
  { to: '/mailbox', title: (t) => t.navigation.mailbox, seenBy: isDevelopment },
];

/** The main navigation; the place in which the page lies is marked. */
export function MainPlaces() {
  const { t } = useLanguage();
  const me = useMe();
  const { pathname } = useLocation();
  const within = (place: string): boolean => pathname === place || pathname.startsWith(`${place}/`);
  return (
    <nav aria-label={t.navigation.label} className="navigation">
      <ul className="plain">
        {MAIN_PLACES.filter(({ seenBy }) => seenBy?.(me) ?? true).map(({ to, title, also = [] }) => (
          <li key={to}>
            <Link to={to} aria-current={[to, ...also].some(within) ? 'page' : undefined}>
              {title(t)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
