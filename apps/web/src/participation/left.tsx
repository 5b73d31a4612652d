import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { LeavingShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';

/** That the municipality has left: when, by which decision, and how it comes back. */
export function Left({ leaving, inviteTo }: { leaving: LeavingShownFragment; inviteTo: string | null }) {
  const { t, date, instant } = useLanguage();
  const { decisionLink, attachmentId } = leaving;
  return (
    <Alert data-color="info">
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t.leaving.left}
        </Heading>
        <Facts
          rows={[
            [t.leaving.by, leaving.decidedBy],
            [t.leaving.decidedOn, date(leaving.decidedOn)],
            [t.leaving.reference, leaving.decisionReference],
            [t.leaving.reason, leaving.because],
            [t.leaving.link, decisionLink && <a href={decisionLink}>{decisionLink}</a>],
            [t.leaving.file, attachmentId && <a href={`/attachments/${attachmentId}`}>{t.leaving.open}</a>],
            [t.leaving.recordedAt, instant(leaving.recordedAt)],
            [t.behalf.mark, leaving.onBehalf && t.page.yes],
          ]}
        />
        <Paragraph>
          {t.leaving.again} {inviteTo && <Link to={inviteTo}>{t.leaving.invite}</Link>}
        </Paragraph>
      </div>
    </Alert>
  );
}
