import { Button } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { csvOf } from './csv';

/** Downloads a table as CSV (U8). */
export function CsvDownload({
  name,
  head,
  rows,
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { t } = useLanguage();
  const download = (): void => {
    const url = URL.createObjectURL(new Blob([csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button variant="tertiary" data-size="sm" onClick={download} aria-label={`${t.timeLine.csv}: ${name}`}>
      {t.timeLine.csv}
    </Button>
  );
}
