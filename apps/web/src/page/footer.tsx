import { Link } from 'react-router';
import { useLanguage } from '../language/language';

/** What belongs to the service as such; these pages are there without a log-in too. */
const PLACES = ['glossary', 'accessibility', 'privacy'] as const;

/** Can everybody open the page, whether somebody is known or not? */
export const isOpenToAll = (path: string): boolean => PLACES.some((place) => path === `/${place}`);

/** Below every page. */
export function Footer() {
  const { t } = useLanguage();
  return (
    <footer className="footer">
      <div>
        <p>{t.page.footer}</p>
        <nav aria-label={t.footer.label}>
          <ul className="plain footer-places">
            {PLACES.map((place) => (
              <li key={place}>
                <Link to={`/${place}`}>{t.footer[place]}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
