import { Alert, Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import {
  DeclareVolumesDocument,
  SuggestVolumesDocument,
  VolumeSheetDocument,
  type VolumeSheetQuery,
} from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Failed } from '../page/failed';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { ActingAs, OnBehalf, useBehalf, type ActsAs } from '../participation/acting';
import { ask } from '../request/ask';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { cellKey, changedCells, EMPTY, isReadable, keptCells, writtenCells, type Cell, type Kept } from './cells';
import { Excel, type ImportedQuantity } from './excel';
import { useSaveAsOneGoes } from './save-as-one-goes';
import { SheetTable } from './sheet-table';

type Sheet = NonNullable<VolumeSheetQuery['volumeSheet']>;
type Case = NonNullable<VolumeSheetQuery['procurementCase']>;
type Participation = NonNullable<VolumeSheetQuery['participation']>;

/** The volumes of one municipality: items × years. */
export default function VolumeSheetPage() {
  const { caseId = '', participationId = '' } = useParams();
  const answer = useAsk(VolumeSheetDocument, { participationId, caseId });
  const offers = offersTo(useMe());
  return (
    <Waiting on={answer}>
      {({ volumeSheet: sheet, participation, procurementCase: of }) => {
        if (!sheet || !participation || !of) return <NotFoundPage />;
        const running = of.stage === 'INVITED' || of.stage === 'PREPARING';
        const open = running && participation.state !== 'WITHDRAWN';
        const acts: ActsAs = !open
          ? 'NOBODY'
          : offers.contributesFor(sheet.organisationId)
            ? 'ITSELF'
            : offers.coordinatesFor(of.hostOrganisationId)
              ? 'HOST'
              : 'NOBODY';
        return (
          <ActingAs as={acts} participationId={participationId}>
            <Shown key={participationId} sheet={sheet} participation={participation} of={of} acts={acts} />
          </ActingAs>
        );
      }}
    </Waiting>
  );
}

/** The years of the contract, and after them those of its extensions. */
function yearsOf({ firstYear, years, optionYears }: Case): number[] {
  return Array.from({ length: years + optionYears }, (_, at) => firstYear + at);
}

function Shown({
  sheet,
  participation,
  of,
  acts,
}: {
  sheet: Sheet;
  participation: Participation;
  of: Case;
  acts: ActsAs;
}) {
  const { t, number, instant, language } = useLanguage();
  const queries = useQueryClient();
  const verb = useVerb(DeclareVolumesDocument);
  const saving = useVerb(DeclareVolumesDocument);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const kept = useMemo(() => keptCells(sheet.lines as Kept[], sheet.drafts as Kept[]), [sheet]);
  const [touched, setTouched] = useState<ReadonlyMap<string, Cell>>(new Map());
  const [withMaximum, setWithMaximum] = useState(() => [...kept.values()].some(({ maximum }) => maximum !== null));
  const [said, setSaid] = useState<string | null>(null);
  const [left, setLeft] = useState(0);
  const [failed, setFailed] = useState<Error | null>(null);
  const behalf = useBehalf(verb.refused, { as: acts, participationId: participation.id });
  const cells = useMemo(() => new Map([...writtenCells(kept, number), ...touched]), [kept, touched, number]);
  const changed = changedCells(cells, kept, language);
  const unreadable = [...cells.values()].some(
    ({ expected, maximum }) => !isReadable(expected, language) || !isReadable(maximum, language),
  );
  const years = yearsOf(of);
  const items = of.parts.flatMap((part) => part.items);

  const write = (more: readonly (readonly [string, Partial<Cell>])[]): void => {
    saving.clear();
    setSaid(null);
    setLeft(0);
    setTouched((before) => {
      const next = new Map(before);
      for (const [key, cell] of more) next.set(key, { ...EMPTY, ...(next.get(key) ?? cells.get(key)), ...cell });
      return next;
    });
  };
  const take = (changes: readonly ImportedQuantity[]): void => {
    if (changes.some(({ quantity }) => quantity === 'MAXIMUM')) setWithMaximum(true);
    for (const { itemId, year, quantity, after } of changes) {
      const text = after === null ? '' : number(after);
      const said = quantity === 'MAXIMUM' ? { maximum: text } : { expected: text };
      write([[cellKey(itemId, year), { ...said, modelled: false }]]);
    }
    setSaid(t.excel.taken(changes.length));
  };
  const suggest = async (): Promise<void> => {
    setFailed(null);
    const found = await queries
      .fetchQuery({
        queryKey: ['SuggestVolumes', participation.id],
        queryFn: () => ask(SuggestVolumesDocument, { participationId: participation.id }),
      })
      .catch((fault: Error) => setFailed(fault));
    if (!found) return;
    const { suggestVolumes } = found;
    const empty = suggestVolumes.filter(({ itemId, year }) => !cells.get(cellKey(itemId, year))?.expected.trim());
    write(
      empty.map(({ itemId, year, expected }) => [
        cellKey(itemId, year),
        { expected: number(expected), modelled: true },
      ]),
    );
    setSaid(empty.length > 0 ? t.volume.suggested(empty.length) : t.volume.noSuggestion);
  };
  const send = async (declare: boolean): Promise<void> => {
    setSaid(null);
    if (!behalf.sound()) return;
    if (unreadable) return document.querySelector<HTMLElement>('.sheet [aria-invalid="true"]')?.focus();
    await underWay.current;
    if (!declare && changed.length === 0) return setSaid(t.volume.saved);
    const sent = touched;
    const answer = await verb.carryOut({
      participationId: participation.id,
      cells: changed,
      declare,
      onBehalf: behalf.given(),
    });
    if (!answer) return;
    keep(sent);
    setSaid(declare ? t.volume.declared : t.volume.saved);
  };
  const keep = (sent: ReadonlyMap<string, Cell>): void =>
    // What was typed while it was being sent is not in it.
    setTouched((now) => new Map([...now].filter(([key, cell]) => sent.get(key) !== cell)));
  const save = async (): Promise<void> => {
    const sent = touched;
    if (await saving.carryOut({ participationId: participation.id, cells: changed, declare: false })) keep(sent);
  };
  // Saved as one goes, after a moment of rest; the host declares on written behalf only, and on purpose.
  const waits = changed.length > 0 && !unreadable && !verb.busy && !saving.busy && !saving.refused && !saving.failed;
  useSaveAsOneGoes(acts === 'ITSELF' && waits ? () => void (underWay.current = save()) : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(true);
  };

  const table = (
    <SheetTable
      parts={of.parts}
      years={years}
      firstOption={of.firstYear + of.years}
      cells={cells}
      kept={kept}
      withMaximum={withMaximum}
      write={acts === 'NOBODY' ? null : write}
      pasted={setLeft}
      refusedAt={verb.refused?.path[1] === 'cells' ? changed[Number(verb.refused.path[2])] : undefined}
      refusal={verb.refused?.message}
    />
  );
  return (
    <Page
      wide
      title={t.volume.titleOf(participation.organisationName)}
      terms={['volume', 'part', 'option', 'modelled']}
      intro={
        <>
          {t.volume.intro} {sheet.declaredAt ? t.volume.declaredAt(instant(sheet.declaredAt)) : t.volume.notDeclared}{' '}
          <Modelled when={participation.answerOrigin === 'MODELLED'} />
        </>
      }
      crumbs={[
        { to: `/cases/${of.id}`, title: of.title },
        { to: `/cases/${of.id}/participations/${participation.id}`, title: participation.organisationName },
      ]}
    >
      <Done text={said} />
      {sheet.drafts.length > 0 && <Alert data-color="info">{t.volume.draftNote}</Alert>}
      {sheet.actsOnBehalf.map(({ id, because, at }) => (
        <Paragraph key={id}>
          {t.behalf.mark}, {instant(at)}: {because}
        </Paragraph>
      ))}
      {items.length > 0 && <Excel participationId={participation.id} onTake={acts === 'NOBODY' ? null : take} />}
      {items.length === 0 ? (
        <Paragraph>{t.volume.noItems}</Paragraph>
      ) : acts === 'NOBODY' ? (
        table
      ) : (
        <form className="stack sheet-form" onSubmit={submit} noValidate aria-label={t.volume.volumes}>
          <div className="filters level">
            <Checkbox
              label={t.volume.withMaximum}
              checked={withMaximum}
              onChange={(event) => setWithMaximum(event.target.checked)}
            />
            <Button variant="tertiary" data-size="sm" onClick={() => void suggest()}>
              {t.volume.suggest}
            </Button>
          </div>
          <Paragraph className="subtle">{t.volume.help}</Paragraph>
          {table}
          <OnBehalf behalf={behalf} />
          <Refusal verb={verb} />
          <Refusal verb={saving} />
          {failed && <Failed error={failed} />}
          {left > 0 && <Alert data-color="warning">{t.volume.pastedOutside(left)}</Alert>}
          {unreadable && (
            <Paragraph className="late" role="status">
              {t.volume.unreadable}
            </Paragraph>
          )}
          <div className="buttons">
            <Button type="submit" loading={verb.busy}>
              {t.volume.declare}
            </Button>
            <Button variant="secondary" onClick={() => void send(false)} disabled={verb.busy}>
              {t.volume.saveDraft}
            </Button>
            <span className="subtle" role="status">
              {saving.busy ? t.excel.saving : changed.length > 0 ? t.volume.unsaved(changed.length) : ''}
            </span>
          </div>
        </form>
      )}
    </Page>
  );
}
