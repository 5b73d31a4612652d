import {
  Button,
  Field,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useId, useState, type ChangeEvent, type FormEvent } from 'react';
import { useLanguage } from '../language/language';
import { Refusal } from '../page/refusal';
import { asBase64 } from '../request/as-base64';
import type { Given } from './import-running-case.page';

/** The service takes a million characters, of base64 or of what was pasted. */
const LARGEST = 740_000;
const LONGEST = 1_000_000;

/** First step: the rows, pasted or as a file, and the case that they go into. */
export function PasteStep({
  given,
  cases,
  verb,
  onRead,
}: {
  given: Given;
  cases: readonly { id: string; title: string }[];
  verb: Parameters<typeof Refusal>[0]['verb'] & { busy: boolean };
  onRead: (given: Given) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const [table, setTable] = useState(given.table ?? '');
  const [file, setFile] = useState<{ name: string; content: string } | null>(
    given.file ? { name: given.fileName ?? '', content: given.file } : null,
  );
  const [caseId, setCaseId] = useState(given.caseId ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [keeps, setKeeps] = useState(Boolean(given.municipalities?.length || given.wordings?.length));

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    setFault(null);
    if (!chosen) return setFile(null);
    if (chosen.size > LARGEST) return setFault(t.running.tooLarge);
    setFile({ name: chosen.name, content: await asBase64(chosen) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!file && !table.trim()) return setFault(t.running.nothingYet);
    if (!file && table.length > LONGEST) return setFault(t.running.tooLarge);
    onRead({
      caseId: caseId || null,
      // What was said about words and names holds for a mended sheet too; rows and columns may have moved.
      ...(keeps ? { municipalities: given.municipalities, wordings: given.wordings } : {}),
      ...(file ? { file: file.content, fileName: file.name } : { table }),
    });
  };

  return (
    <form className="paste" onSubmit={submit} noValidate>
      <div className="form">
        {cases.length > 0 && (
          <Field>
            <Label>{t.running.into}</Label>
            <Select value={caseId} onChange={(event) => setCaseId(event.target.value)}>
              <Select.Option value="">{t.running.newCase}</Select.Option>
              {cases.map((one) => (
                <Select.Option key={one.id} value={one.id}>
                  {one.title}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <Textfield
          multiline
          rows={10}
          label={t.running.paste}
          description={t.running.pasteHelp}
          value={table}
          onChange={(event) => {
            setTable(event.target.value);
            setFault(null);
          }}
          error={file ? undefined : (fault ?? undefined)}
          spellCheck={false}
        />
        <Field>
          <Label htmlFor={id}>{t.running.file}</Label>
          <input
            id={id}
            className="file"
            type="file"
            accept=".xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
            aria-describedby={`${id}-help`}
            onChange={(event) => void choose(event)}
          />
          <span id={`${id}-help`} className="under subtle">
            {file ? t.running.chosen(file.name) : t.running.fileHelp}
          </span>
          {file && fault && <ValidationMessage>{fault}</ValidationMessage>}
        </Field>
        {keeps && (
          <div className="row-between">
            <Paragraph className="subtle">{t.running.answersKept}</Paragraph>
            <Button type="button" variant="tertiary" data-size="sm" onClick={() => setKeeps(false)}>
              {t.running.forgetAnswers}
            </Button>
          </div>
        )}
        <Refusal verb={verb} />
        <div className="buttons">
          <Button type="submit" loading={verb.busy}>
            {t.running.read}
          </Button>
        </div>
        <p role="status" className="subtle">
          {verb.busy ? t.running.reading : ''}
        </p>
      </div>
      <aside className="stack-tight">
        <Heading level={2} data-size="2xs">
          {t.running.knows}
        </Heading>
        <ul>
          {t.running.knowsList.map((line) => (
            <li key={line}>
              <Paragraph>{line}</Paragraph>
            </li>
          ))}
        </ul>
      </aside>
    </form>
  );
}
