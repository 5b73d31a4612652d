import { Button, SkipLink } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { NavLink, Outlet } from 'react-router';
import { partsFor } from '../administration/parts';
import { MeDocument } from '../generated/documents';
import { isDevelopment } from '../identity/development';
import { CodeNotice } from '../identity/code-notice';
import { LogInPage } from '../identity/log-in.page';
import { MeContext, type Me } from '../identity/me';
import { logOut } from '../identity/session';
import { useLanguage } from '../language/language';
import type { WrittenIn } from '../language/written-in';
import { NotLoggedIn } from '../request/ask';
import { useAsk } from '../request/use-ask';
import { Failed } from './failed';
import { Spinning } from './waiting';

/** Around every page: who you are, for whom you act, what day it is, where you can go. Nobody logged in: the log-in. */
export function Frame() {
  const me = useAsk(MeDocument, {});
  const { t, speak } = useLanguage();
  const language = me.data?.me.language;
  useEffect(() => {
    if (language) speak(language.toLowerCase() as WrittenIn);
  }, [language, speak]);
  const person = me.error instanceof NotLoggedIn ? null : (me.data?.me ?? null);
  return (
    <>
      <SkipLink href="#content">{t.page.skip}</SkipLink>
      <Header me={person} />
      {person ? (
        <MeContext value={person}>
          <main id="content">
            <CodeNotice />
            <Suspense fallback={<Spinning />}>
              <Outlet />
            </Suspense>
          </main>
        </MeContext>
      ) : me.error instanceof NotLoggedIn ? (
        <LogInPage />
      ) : (
        <main id="content" className="page">
          {me.error ? <Failed error={me.error} again={() => void me.refetch()} /> : <Spinning />}
        </main>
      )}
      <footer className="footer">
        <p>{t.page.footer}</p>
      </footer>
    </>
  );
}

function Header({ me }: { me: Me | null }) {
  const { t, longDate } = useLanguage();
  const queries = useQueryClient();
  const leave = async (): Promise<void> => {
    const { leaving } = await logOut();
    if (!leaving) await queries.resetQueries();
  };
  return (
    <header className="header">
      <div className="header-row">
        <NavLink to="/tasks" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>Samanker</span>
        </NavLink>
        {me && (
          <div className="who">
            <p>
              <strong>{me.name}</strong>{' '}
              <span className="subtle">{t.page.actsFor(me.organisationName ?? t.page.theRegion)}</span>
            </p>
            <p className="subtle">
              <time dateTime={me.today}>{longDate(me.today)}</time>
              {' · '}
              <NavLink className="ds-link" to="/my-session">
                {t.session.link}
              </NavLink>
            </p>
          </div>
        )}
        {me && (
          <Button variant="secondary" data-size="sm" onClick={() => void leave()}>
            {t.page.logOut}
          </Button>
        )}
      </div>
      {me && (
        <nav aria-label={t.navigation.label} className="navigation">
          <ul className="plain">
            <Place to="/tasks" title={t.navigation.tasks} />
            <Place to="/needs" title={t.navigation.needs} />
            <Place to="/proposals" title={t.navigation.proposals} />
            <Place to="/cases" title={t.navigation.cases} />
            {partsFor(me).length > 0 && <Place to="/administration" title={t.administration.title} />}
            {isDevelopment() && <Place to="/mailbox" title={t.navigation.mailbox} />}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Place({ to, title }: { to: string; title: string }) {
  return (
    <li>
      <NavLink to={to}>{title}</NavLink>
    </li>
  );
}
