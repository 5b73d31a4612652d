import { Button } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';

const KINDS = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

/** The report as files: of a frozen version, or as the data is now. */
export function ReportDownloads({ caseId, frozen }: { caseId: string; frozen?: number }) {
  const { t, language } = useLanguage();
  const query = `language=${language}${frozen === undefined ? '' : `&frozen=${frozen}`}`;
  return (
    <nav className="buttons no-print" aria-label={t.documents.report}>
      <span>{t.documents.report}:</span>
      {KINDS.map(([kind, name]) => (
        <Button key={kind} asChild variant="secondary" data-size="sm">
          <a href={`/reports/${caseId}.${kind}?${query}`} download aria-label={`${t.documents.report}: ${name}`}>
            {name}
          </a>
        </Button>
      ))}
    </nav>
  );
}
