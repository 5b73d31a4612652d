import { Navigate, useParams } from 'react-router';
import { ParticipationLinkDocument } from '../generated/documents';
import NotFoundPage from '../page/not-found.page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

/** The short link of the mails: finds the case and goes on to the participation in it. */
export default function ParticipationLinkPage() {
  const { participationId = '' } = useParams();
  const answer = useAsk(ParticipationLinkDocument, { id: participationId });
  return (
    <Waiting on={answer}>
      {({ participation }) =>
        participation ? (
          <Navigate to={`/cases/${participation.caseId}/participations/${participation.id}`} replace />
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}
