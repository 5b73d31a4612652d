import { Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useUnits } from '../classification/units';
import { sumOf } from '../clock/decimal';
import type { Commitment, ReportShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';

type Total = ReportShownFragment['totals'][number];

const COMMITMENTS: readonly Commitment[] = ['COMMITTED', 'OPTION', 'NOT_ANCHORED'];

/** Quantities per item and year; what is bound, optional and not anchored yet apart (R21). */
export function ReportTotals({ content }: { content: ReportShownFragment }) {
  const { t } = useLanguage();
  const years = [...new Set(content.totals.map(({ year }) => year))].sort((a, b) => a - b);
  const extensions = new Set(content.totals.filter(({ extension }) => extension).map(({ year }) => year));
  if (years.length === 0) return <Paragraph>{t.report.noTotals}</Paragraph>;
  return (
    <>
      {content.parts.map((part) => (
        <div key={part.partId} className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.board.partNumber(part.number)}: {part.title} <Modelled when={content.figuresOrigin === 'MODELLED'} />
          </Heading>
          <PartTable content={content} partId={part.partId} years={years} extensions={extensions} />
        </div>
      ))}
    </>
  );
}

function PartTable({
  content,
  partId,
  years,
  extensions,
}: {
  content: ReportShownFragment;
  partId: string;
  years: readonly number[];
  extensions: ReadonlySet<number>;
}) {
  const { t, number, money } = useLanguage();
  const units = useUnits();
  const items = content.items.filter((item) => item.partId === partId);
  const rows = items.flatMap((item) =>
    COMMITMENTS.map((commitment) => ({
      item,
      commitment,
      totals: content.totals.filter((total) => total.itemId === item.itemId && total.commitment === commitment),
    })).filter(({ totals }) => totals.length > 0),
  );
  if (rows.length === 0) return <Paragraph>{t.report.noTotals}</Paragraph>;
  const at = (totals: readonly Total[], year: number): Total | undefined => totals.find((total) => total.year === year);
  return (
    <div
      className="scroll"
      tabIndex={0}
      role="region"
      aria-label={`${t.report.totals} ${content.parts.find((part) => part.partId === partId)?.title ?? ''}`}
    >
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.volume.item}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.report.commitment}</Table.HeaderCell>
            {years.map((year) => (
              <Table.HeaderCell key={year} scope="col" className="figure">
                {year}
                {extensions.has(year) && <span className="under">{t.volume.optionYear}</span>}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col" className="figure">
              {t.volume.sum}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="figure">
              {t.volume.value}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map(({ item, commitment, totals }, row) => (
            <Table.Row key={item.itemId + commitment}>
              <Table.HeaderCell scope="row">
                {/* Seen once; heard in every row, where nobody sees the row above. */}
                <span className={rows[row - 1]?.item === item ? 'unseen' : undefined}>
                  {item.name} ({units.nameOf(item.unitCode)})
                </span>
              </Table.HeaderCell>
              <Table.Cell>{t.commitments[commitment]}</Table.Cell>
              {years.map((year) => (
                <Table.Cell key={year} className="figure">
                  {number(at(totals, year)?.expected ?? '0')}
                </Table.Cell>
              ))}
              <Table.Cell className="figure">
                <strong>{number(sumOf(totals.map(({ expected }) => expected)))}</strong>
              </Table.Cell>
              <Table.Cell className="figure whole">
                {money(sumOf(totals.map(({ expectedValue }) => expectedValue)))}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
