import { Breadcrumbs, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useNavigationType } from 'react-router';
import { useLanguage } from '../language/language';
import { Terms, type TermKey } from './term';

interface Crumb {
  readonly to: string;
  readonly title: string;
}

/** One page: its title in the browser and as heading, the way back, and the focus on the heading after a step inside the app. */
export function Page({
  title,
  intro,
  crumbs = [],
  actions,
  wide = false,
  compact = false,
  terms,
  children,
}: {
  title: string;
  intro?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  wide?: boolean;
  /** Little room above what the page is for. */
  compact?: boolean;
  /** Words of the page that not everybody knows. */
  terms?: readonly TermKey[];
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useNavigationType();
  useEffect(() => {
    document.title = `${title} – Samanker`;
  }, [title]);
  useEffect(() => {
    // After a click inside the app a screen reader starts reading here; the first page is left to the browser.
    if (arrived === 'PUSH') heading.current?.focus({ preventScroll: true });
    if (arrived === 'PUSH') window.scrollTo(0, 0);
  }, [arrived]);
  return (
    <div className={['page', wide && 'page-wide', compact && 'page-compact'].filter(Boolean).join(' ')}>
      {crumbs.length > 0 && (
        <Breadcrumbs aria-label={t.page.youAreHere}>
          <Breadcrumbs.List>
            {crumbs.map(({ to, title: name }) => (
              <Breadcrumbs.Item key={to}>
                <Breadcrumbs.Link asChild>
                  <Link to={to}>{name}</Link>
                </Breadcrumbs.Link>
              </Breadcrumbs.Item>
            ))}
          </Breadcrumbs.List>
        </Breadcrumbs>
      )}
      <div className="page-head">
        <div>
          <Heading level={1} data-size="md" ref={heading} tabIndex={-1} className="page-title">
            {title}
          </Heading>
          {intro && (
            <Paragraph asChild>
              <div className="page-intro">{intro}</div>
            </Paragraph>
          )}
          {terms && <Terms of={terms} />}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
