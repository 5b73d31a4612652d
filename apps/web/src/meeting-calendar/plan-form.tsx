import { Button, Field, Label, Paragraph, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { CalendarYearQuery, ImportMeetingsInput } from '../generated/documents';
import { useLanguage } from '../language/language';
import { LongField, RadioField, SelectField, useFields } from '../page/fields';
import { reveal } from '../page/reveal';
import type { Refused } from '../request/use-verb';
import { base64Of, LARGEST_PDF, LARGEST_PLAN, plainText, textOf } from './plan-file';

type Way = 'text' | 'pdf' | 'workbook' | 'iCalendar' | 'csv';
const WAYS: readonly Way[] = ['text', 'pdf', 'workbook', 'iCalendar', 'csv'];
const KINDS_OF_FILE: Record<Exclude<Way, 'text'>, string> = {
  pdf: '.pdf,application/pdf',
  workbook: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  iCalendar: '.ics,text/calendar',
  csv: '.csv,.txt,text/csv',
};

/** What is handed in, without whether it is only looked at. */
export type Plan = Omit<ImportMeetingsInput, 'dryRun' | 'idempotencyKey'>;

/** The plan as the municipality has it, and what it does not say by itself. */
export function PlanForm({
  organisationId,
  bodies,
  years,
  year,
  busy,
  refused,
  onLook,
}: {
  organisationId: string;
  bodies: NonNullable<CalendarYearQuery['calendarYear']>['bodies'];
  years: readonly number[];
  year: number;
  busy: boolean;
  refused: Refused | null;
  onLook: (plan: Plan) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const [outOfPdf, setOutOfPdf] = useState(false);
  const form = useFields({ way: 'text', text: '', year: String(year), bodyId: '' }, refused);
  const way = form.values.way as Way;
  const failFile = (fault: string): void => {
    setFileFault(fault);
    requestAnimationFrame(() => reveal(file.current));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFileFault(null);
    const { values } = form;
    const terms = { organisationId, year: Number(values.year), bodyId: values.bodyId || null };
    if (way === 'text') {
      if (form.sound({ text: values.text.trim() ? undefined : t.page.required }))
        onLook({ ...terms, text: plainText(values.text) });
      return;
    }
    const chosen = file.current?.files?.[0];
    if (!chosen) return failFile(t.importPlan.noFile);
    if (chosen.size > (way === 'pdf' ? LARGEST_PDF : LARGEST_PLAN)) return failFile(t.importPlan.tooLarge);
    if (way === 'pdf') {
      const text = await readPdf(chosen);
      if (text) onLook({ ...terms, text });
      return;
    }
    onLook({ ...terms, [way]: way === 'workbook' ? await base64Of(chosen) : await textOf(chosen) });
  };
  /** The text goes into the field, where it can be mended when something in it was not understood. */
  const readPdf = async (chosen: File): Promise<string | null> => {
    setReading(true);
    // The reader of PDF files is large: only whoever has one loads it.
    const read = await import('./pdf-text').then(({ textOfPdf }) => textOfPdf(chosen)).finally(() => setReading(false));
    const text = plainText(read ?? '');
    if (!text.trim()) {
      failFile(read === null ? t.importPlan.noPdf : t.importPlan.scanned);
      return null;
    }
    form.fill({ way: 'text', text });
    setOutOfPdf(true);
    return text;
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <RadioField
        bound={form.field('way')}
        legend={t.importPlan.how}
        options={WAYS.map((one) => ({
          value: one,
          label: t.importPlan.ways[one],
          description: t.importPlan.waysHelp[one],
        }))}
      />
      {way === 'text' && outOfPdf && <Paragraph className="subtle">{t.importPlan.outOfPdf}</Paragraph>}
      {way === 'text' ? (
        <LongField
          bound={form.field('text')}
          label={t.importPlan.text}
          description={
            <>
              {t.importPlan.textHelp} <span className="example">{t.importPlan.textExample}</span>
            </>
          }
          rows={12}
        />
      ) : (
        <Field key={way}>
          <Label htmlFor={id}>{t.importPlan.file}</Label>
          <span id={`${id}-help`} className="subtle">
            {way === 'pdf' ? t.importPlan.pdfHelp : t.importPlan.fileHelp}
          </span>
          <input
            ref={file}
            id={id}
            className="file"
            type="file"
            accept={KINDS_OF_FILE[way]}
            aria-describedby={`${id}-help`}
            aria-invalid={fileFault ? true : undefined}
          />
          {fileFault && <ValidationMessage>{fileFault}</ValidationMessage>}
        </Field>
      )}
      <div className="beside">
        <SelectField bound={form.field('year')} label={t.importPlan.year}>
          {years.map((one) => (
            <Select.Option key={one} value={one}>
              {one}
            </Select.Option>
          ))}
        </SelectField>
        <SelectField bound={form.field('bodyId')} label={t.importPlan.body}>
          <Select.Option value="">{t.importPlan.tellsItself}</Select.Option>
          {bodies.map(({ body }) => (
            <Select.Option key={body.id} value={body.id}>
              {body.name}
            </Select.Option>
          ))}
        </SelectField>
      </div>
      <div className="buttons">
        <Button type="submit" loading={busy || reading}>
          {t.importPlan.look}
        </Button>
      </div>
    </form>
  );
}
