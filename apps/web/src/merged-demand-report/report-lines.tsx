import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useUnits } from '../classification/units';
import { sumOf } from '../clock/decimal';
import { FrozenReportLinesDocument, ReportLinesDocument, type LinesShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DownloadTable } from '../page/download-table';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

/** Which edition's lines: those of now, or those of a frozen version. */
type Whose = { readonly caseId: string } | { readonly frozenId: string };

/** What each municipality expects per item and year. Asked for when it is opened. */
export function ReportLines(whose: Whose) {
  return 'caseId' in whose ? <Live caseId={whose.caseId} /> : <Frozen id={whose.frozenId} />;
}

function Live({ caseId }: { caseId: string }) {
  const answer = useAsk(ReportLinesDocument, { caseId });
  return (
    <Waiting on={answer}>{({ mergedDemandReport: report }) => report && <Lines content={report.content} />}</Waiting>
  );
}

function Frozen({ id }: { id: string }) {
  const answer = useAsk(FrozenReportLinesDocument, { id });
  return (
    <Waiting on={answer}>{({ frozenReport }) => frozenReport && <Lines content={frozenReport.content} />}</Waiting>
  );
}

function Lines({ content }: { content: LinesShownFragment }) {
  const { t } = useLanguage();
  const units = useUnits();
  const id = useId();
  const [itemId, setItem] = useState(content.items[0]?.itemId ?? '');
  const item = content.items.find((one) => one.itemId === itemId);
  if (!item) return <p className="subtle">{t.report.noTotals}</p>;
  const lines = content.lines.filter((line) => line.itemId === itemId);
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  const rows = content.participants.flatMap(({ organisationId, name }) => {
    const own = lines.filter((line) => line.organisationId === organisationId);
    if (own.length === 0) return [];
    return [
      [
        own.some(({ origin }) => origin === 'MODELLED') ? `${name} (${t.differences.modelled})` : name,
        t.commitments[own[0]!.commitment],
        ...years.map((year) => own.find((line) => line.year === year)?.expected ?? null),
        sumOf(own.map(({ expected }) => expected)),
        sumOf(own.map(({ expectedValue }) => expectedValue ?? '0')),
      ],
    ];
  });
  return (
    <div className="stack-tight">
      <Field className="no-print">
        <Label htmlFor={id}>{t.volume.item}</Label>
        <Select id={id} value={itemId} onChange={(event) => setItem(event.target.value)}>
          {content.items.map((one) => (
            <option key={one.itemId} value={one.itemId}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      <DownloadTable
        shown
        title={`${t.differences.perMunicipality}: ${item.name} (${units.nameOf(item.unitCode)})`}
        columns={[
          { title: t.board.municipality },
          { title: t.report.commitment },
          ...years.map((year) => ({ title: String(year), kind: 'figure' as const })),
          { title: t.volume.sum, kind: 'figure' },
          { title: t.volume.value, kind: 'money' },
        ]}
        rows={rows}
      />
    </div>
  );
}
