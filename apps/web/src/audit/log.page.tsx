import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { AuditTools } from './audit-tools';
import { LogHistory } from './log-history';

/** The decision log of the region: what was done, read as sentences; and for those who audit it, check, checkpoints and export (R31). */
export default function LogPage() {
  const { t } = useLanguage();
  const me = useMe();
  const audits = me.roles.some(({ kind }) => kind === 'AUDITOR' || kind === 'SECRETARIAT');
  return (
    <Page title={t.log.title} intro={audits ? t.log.intro : `${t.log.intro} ${t.log.introOwn}`}>
      {audits && <AuditTools />}
      <LogHistory caseId={null} />
    </Page>
  );
}
