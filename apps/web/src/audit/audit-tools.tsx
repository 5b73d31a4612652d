import { Card } from '@digdir/designsystemet-react';
import { Fold } from '../page/fold';
import { useLanguage } from '../language/language';
import { Checkpoints } from './checkpoints';
import { LogCheck } from './log-check';
import { LogDownload } from './log-download';

/** What auditors and the secretariat do with the log: check it, take it with them, keep receipts of it (R31). */
export function AuditTools() {
  const { t } = useLanguage();
  return (
    <div className="stack">
      <div className="log-tools">
        <Card data-color="neutral">
          <Card.Block>
            <LogCheck />
          </Card.Block>
        </Card>
        <Card data-color="neutral">
          <Card.Block>
            <LogDownload />
          </Card.Block>
        </Card>
      </div>
      <Fold offPaper title={t.checkpoints.title}>
        <Checkpoints />
      </Fold>
    </div>
  );
}
