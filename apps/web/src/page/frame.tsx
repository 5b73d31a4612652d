import { SkipLink } from '@digdir/designsystemet-react';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { MeDocument } from '../generated/documents';
import { CodeNotice } from '../identity/code-notice';
import { LogInPage } from '../identity/log-in.page';
import { MeContext, type Me } from '../identity/me';
import { useLanguage } from '../language/language';
import type { WrittenIn } from '../language/written-in';
import { NotLoggedIn } from '../request/ask';
import { useAsk } from '../request/use-ask';
import { Failed } from './failed';
import { Footer, isOpenToAll } from './footer';
import { Header, PlainHeader } from './header';
import { Offline } from './offline';
import { Progress } from './progress';
import { SessionEnded } from './session-ended';
import { Spinning } from './waiting';

/** Around every page: who you are, for whom you act, what day it is, where you can go. Nobody logged in: the log-in. */
export function Frame() {
  const me = useAsk(MeDocument, {});
  const { t, speak } = useLanguage();
  const { pathname } = useLocation();
  const language = me.data?.me.language;
  useEffect(() => {
    if (language) speak(language.toLowerCase() as WrittenIn);
  }, [language, speak]);
  // A session that ends while a page is open leaves what is written on it.
  const ended = me.error instanceof NotLoggedIn;
  const person = me.data?.me ?? null;
  return (
    <>
      <SkipLink href="#content">{t.page.skip}</SkipLink>
      <Progress />
      <Offline />
      {person ? (
        <LoggedIn me={person} ended={ended} />
      ) : (
        <>
          <PlainHeader />
          {isOpenToAll(pathname) ? (
            <main id="content">
              <Outlet />
            </main>
          ) : ended ? (
            <LogInPage />
          ) : (
            <main id="content" className="page">
              {me.error ? <Failed error={me.error} again={() => void me.refetch()} /> : <Spinning />}
            </main>
          )}
        </>
      )}
      <Footer />
    </>
  );
}

function LoggedIn({ me, ended }: { me: Me; ended: boolean }) {
  return (
    <MeContext value={me}>
      <Header />
      <main id="content">
        {ended && (
          <div className="page-notice">
            <SessionEnded />
          </div>
        )}
        <CodeNotice />
        <Suspense fallback={<Spinning />}>
          <Outlet />
        </Suspense>
      </main>
    </MeContext>
  );
}
