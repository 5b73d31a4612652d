import {
  Alert,
  Button,
  Field,
  Heading,
  Label,
  Paragraph,
  Table,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { ImportVolumesDocument, type ImportVolumesMutation } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Refusal } from '../page/refusal';
import { reveal } from '../page/reveal';
import { asBase64 } from '../request/as-base64';
import { useVerb } from '../request/use-verb';

/** The service takes a million characters of base64. */
const LARGEST = 740_000;

type Imported = Extract<ImportVolumesMutation['importVolumes'], { __typename: 'VolumeImport' }>;

/** A quantity out of a file. */
export type ImportedQuantity = Imported['changes'][number];

/**
 * The sheet as a workbook: download, fill in, choose the file. What it would change is shown before anything changes;
 * taking it over fills the sheet on the page, to be looked over and declared on purpose.
 */
export function Excel({
  participationId,
  onTake,
}: {
  participationId: string;
  /** Null where the sheet is only shown. */
  onTake: ((changes: readonly ImportedQuantity[]) => void) | null;
}) {
  const { t, language, number } = useLanguage();
  const verb = useVerb(ImportVolumesDocument);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Imported | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    setFound(null);
    setFault(null);
    verb.clear();
    if (!file) return;
    if (file.size > LARGEST) return setFault(t.excel.tooLarge);
    const told = await verb.carryOut({ participationId, file: await asBase64(file), dryRun: true, declare: false });
    // The same file, mended, can be chosen again.
    if (input.current) input.current.value = '';
    if (told?.__typename !== 'VolumeImport') return;
    setFound(told);
    requestAnimationFrame(() => reveal(result.current));
  };
  const take = (): void => {
    if (!found || !onTake) return;
    onTake(found.changes);
    setFound(null);
  };

  return (
    <section className="stack-tight no-print" aria-label={t.excel.title}>
      <div className="filters level">
        <Button asChild variant="secondary" data-size="sm">
          <a href={`/volumes/${participationId}.xlsx?language=${language}`} download>
            {t.excel.download}
          </a>
        </Button>
        {onTake && (
          <Field data-size="sm">
            <Label htmlFor={id}>{t.excel.upload}</Label>
            <input
              ref={input}
              id={id}
              className="file"
              type="file"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-describedby={`${id}-help`}
              aria-invalid={fault ? true : undefined}
              disabled={verb.busy}
              onChange={(event) => void choose(event)}
            />
            <span id={`${id}-help`} className="under subtle">
              {t.excel.help}
            </span>
            {fault && <ValidationMessage>{fault}</ValidationMessage>}
          </Field>
        )}
      </div>
      <Refusal verb={verb} />
      <div ref={result} tabIndex={-1} role="status">
        {verb.busy && <Paragraph>{t.excel.reading}</Paragraph>}
        {found && found.faultCount === 0 && found.changes.length === 0 && (
          <Alert data-color="info">{t.excel.nothing(found.quantities)}</Alert>
        )}
      </div>
      {found && found.faultCount > 0 && (
        <Found title={t.excel.faults(found.faultCount)} heads={[t.excel.cell, t.excel.what]}>
          {found.faults.map(({ cell, message }, at) => [cell, message, at])}
        </Found>
      )}
      {found && found.changes.length > 0 && (
        <Found
          title={t.excel.changes(found.changes.length)}
          heads={[t.excel.cell, t.volume.item, t.excel.year, t.excel.before, t.excel.after]}
        >
          {found.changes.map(({ cell, itemName, quantity, year, before, after }, at) => [
            cell,
            quantity === 'MAXIMUM' ? t.volume.maximumOf(itemName) : itemName,
            year,
            before === null ? '–' : number(before),
            after === null ? '–' : number(after),
            at,
          ])}
        </Found>
      )}
      {found && (
        <div className="buttons">
          {found.changes.length > 0 && found.faultCount === 0 && (
            <Button type="button" onClick={take}>
              {t.excel.take}
            </Button>
          )}
          <Button type="button" variant="tertiary" onClick={() => setFound(null)}>
            {t.excel.leave}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What was found, as a table; the last of each row is its key. */
function Found({
  title,
  heads,
  children,
}: {
  title: string;
  heads: readonly string[];
  children: readonly (readonly (string | number)[])[];
}) {
  return (
    <>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Table zebra data-size="sm">
          <Table.Head>
            <Table.Row>
              {heads.map((head) => (
                <Table.HeaderCell key={head} scope="col">
                  {head}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {children.map((cells) => (
              <Table.Row key={cells.at(-1)}>
                <Table.HeaderCell scope="row">{cells[0]}</Table.HeaderCell>
                {cells.slice(1, -1).map((cell, at) => (
                  <Table.Cell key={at}>{cell}</Table.Cell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}
