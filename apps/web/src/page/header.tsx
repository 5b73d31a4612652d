import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { MyMenu } from '../identity/my-menu';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { NewsLink } from '../reminder/news-link';
import { MainPlaces } from './main-places';

function Brand() {
  return (
    <Link to="/tasks" className="brand">
      <img src="/icon.svg" alt="" width="28" height="28" />
      <span>Samanker</span>
    </Link>
  );
}

/** The head of the page while nobody is known. */
export function PlainHeader() {
  return (
    <header className="header">
      <div className="header-row">
        <Brand />
      </div>
    </header>
  );
}

/** The head of every page: where you can go, who you are and for whom you act. On a phone a button opens it. */
export function Header() {
  const { pathname } = useLocation();
  return <OpenableHeader key={pathname} />;
}

function OpenableHeader() {
  const { t, longDate } = useLanguage();
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <header className={open ? 'header header-open' : 'header'}>
      <div className="header-row">
        <Brand />
        <Button
          variant="secondary"
          data-size="sm"
          className="header-menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t.around.closeMenu : t.around.menu}
        </Button>
        <div className="who">
          <time className="subtle" dateTime={me.today}>
            {longDate(me.today)}
          </time>
          <NewsLink />
          <MyMenu />
        </div>
      </div>
      <MainPlaces />
    </header>
  );
}
