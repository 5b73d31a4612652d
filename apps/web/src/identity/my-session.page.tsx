import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { useMe } from './me';
import { Seats } from './seats';
import { logOut } from './session';

/** Who is logged in, for whom, and the ways to change that: act for another organisation, log out, log out everywhere. */
export default function MySessionPage() {
  const { t } = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const leave = (everywhere: boolean): void => {
    setFailed(false);
    logOut({ everywhere })
      .then(async ({ leaving }) => {
        if (!leaving) await queries.resetQueries();
      })
      .catch(() => setFailed(true));
  };
  return (
    <Page title={t.session.title} intro={t.session.intro(me.name, me.organisationName ?? t.page.theRegion)}>
      {failed && (
        <Alert data-color="danger" role="alert" className="narrow">
          <Paragraph>{t.session.notDone}</Paragraph>
        </Alert>
      )}
      <Heading level={2} data-size="sm" className="section-title">
        {t.session.actFor}
      </Heading>
      <Paragraph>
        <Link to="/my-deputies">{t.people.awayLink}</Link>
      </Paragraph>
      <Seats failed={() => setFailed(true)} />
      <Heading level={2} data-size="sm" className="section-title">
        {t.page.logOut}
      </Heading>
      <Paragraph>{t.session.limits}</Paragraph>
      <div className="session-ends">
        <Button variant="secondary" onClick={() => leave(false)}>
          {t.session.logOutHere}
        </Button>
        <Button variant="secondary" data-color="danger" onClick={() => leave(true)}>
          {t.session.logOutEverywhere}
        </Button>
      </div>
    </Page>
  );
}
