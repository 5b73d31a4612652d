import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { OwnLanguage } from '../language/own-language';
import { useLanguage } from '../language/language';
import { Panel } from '../page/panel';
import { useMe } from './me';
import { Seats } from './seats';
import { logOut } from './session';

/** Who is logged in and for whom, always in sight; opens the ways to change that, the language and the log-out. */
export function MyMenu() {
  const { t } = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const leave = (): void => {
    logOut()
      .then(async ({ leaving }) => {
        if (!leaving) await queries.resetQueries();
      })
      .catch(() => setFailed(true));
  };
  return (
    <Panel
      button={
        <span className="who-name">
          <strong>{me.name}</strong>{' '}
          <span className="subtle">{t.page.actsFor(me.organisationName ?? t.page.theRegion)}</span>
        </span>
      }
    >
      {failed && (
        <Alert data-color="danger" role="alert">
          {t.session.notDone}
        </Alert>
      )}
      <Heading level={2} data-size="2xs">
        {t.session.actFor}
      </Heading>
      <Seats failed={() => setFailed(true)} />
      <Heading level={2} data-size="2xs">
        {t.session.language}
      </Heading>
      <OwnLanguage />
      <div className="row-between panel-end">
        <Link to="/my-session">{t.session.link}</Link>
        <Button variant="secondary" data-size="sm" onClick={leave}>
          {t.page.logOut}
        </Button>
      </div>
    </Panel>
  );
}
