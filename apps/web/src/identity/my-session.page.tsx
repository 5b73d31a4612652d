import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RoleKind } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useMe } from './me';
import { acting, actFor, logOut, type Acting, type Seat } from './session';

/** Who is logged in, for whom, and the ways to change that: act for another organisation, log out, log out everywhere. */
export default function MySessionPage() {
  const { t } = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const found = useQuery({ queryKey: ['act-for'], queryFn: ({ signal }) => acting(signal) });
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
      <Waiting on={found}>{(seats) => <Seats acting={seats} failed={() => setFailed(true)} />}</Waiting>
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

function Seats({ acting: { regionId, organisationId, seats }, failed }: { acting: Acting; failed: () => void }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const nameOf = (seat: Seat): string => seat.organisationName ?? t.logIn.theRegion(seat.regionName);
  const rolesOf = (seat: Seat): string => seat.roles.map((kind) => t.roles[kind as RoleKind] ?? kind).join(', ');
  const isNow = (seat: Seat): boolean => seat.organisationId === organisationId && seat.regionId === regionId;
  const severalRegions = new Set(seats.map((seat) => seat.regionId)).size > 1;
  const change = (seat: Seat): void => {
    actFor(seat)
      .then(async () => {
        await navigate('/tasks');
        // What was seen for the one is not shown for the other.
        await queries.resetQueries();
      })
      .catch(failed);
  };
  return (
    <ul className="plain stack-tight narrow">
      {seats.map((seat) => (
        <li key={seat.regionId + seat.organisationId} className="row-between">
          <span>
            <strong>{nameOf(seat)}</strong>
            <span className="under subtle">
              {rolesOf(seat)}
              {severalRegions && seat.organisationName ? ` – ${seat.regionName}` : ''}
            </span>
          </span>
          {isNow(seat) ? (
            <span aria-current="true">{t.session.now}</span>
          ) : (
            <Button variant="secondary" data-size="sm" onClick={() => change(seat)}>
              {t.session.change(nameOf(seat))}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
