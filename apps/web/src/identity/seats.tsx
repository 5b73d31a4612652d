import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { RoleKind } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Waiting } from '../page/waiting';
import { acting, actFor, type Acting, type Seat } from './session';

/** For whom the person acts, and the way to act for another one. */
export function Seats({ failed }: { failed: () => void }) {
  const found = useQuery({ queryKey: ['act-for'], queryFn: ({ signal }) => acting(signal) });
  return <Waiting on={found}>{(seats) => <SeatList acting={seats} failed={failed} />}</Waiting>;
}

function SeatList({ acting: { regionId, organisationId, seats }, failed }: { acting: Acting; failed: () => void }) {
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
