import type { WorkbookFault, WorkbookSheet } from '@samanker/attachment';
import { unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { NotFound, Refusal, VatBasis, type Language } from '@samanker/request';
import { checkCells } from './check-cells';
import type { VolumeCellInput } from './declare-volumes.input';
import type { ImportVolumesInput } from './import-volumes.input';
import { CELL_FAULTS, importedCells, type ImportedCell } from './volume-import.rules';
import { VolumeImport, VolumeImportChange, VolumeImportFault, WorkbookNotAccepted } from './volume-import.type';
import { volumeBookOf } from './volume-workbook.queries';
import { readVolumeSheet } from './volume-workbook.rules';

/** Faults that are told of one file: nobody mends more in one go. */
const MOST_FAULTS = 200;

/** What a workbook says, beside what is kept. */
export interface ComparedWorkbook {
  readonly found: VolumeImport;
  readonly cells: readonly ImportedCell[];
}

/** U7: what the file would change, and everything in it that cannot be taken over. */
export async function compareWorkbook(
  work: Work,
  input: ImportVolumesInput,
  read: WorkbookSheet[] | WorkbookFault,
): Promise<ComparedWorkbook | WorkbookNotAccepted | NotFound> {
  if (typeof read === 'string') return new WorkbookNotAccepted(read);
  const book = await volumeBookOf(work, input.participationId);
  if (!book) return new NotFound(['input']);
  const said = readVolumeSheet(read, book);
  if (typeof said === 'string') return new WorkbookNotAccepted(said);
  const cells = importedCells(said.changes, book.kept);
  const { language } = work.actor;
  const faults = [
    ...said.faults.map(({ cell, fault }) => faultAt(cell, textIn(fault, language))),
    ...(await faultsOfCells(work, input.participationId, cells)),
  ];
  const names = new Map(book.items.map(({ itemId, name }) => [itemId, name]));
  const found = Object.assign(new VolumeImport(), {
    participationId: input.participationId,
    dryRun: input.dryRun,
    quantities: said.quantities,
    changes: said.changes.map(({ kind, ...change }) =>
      Object.assign(new VolumeImportChange(), {
        ...change,
        quantity: kind,
        itemName: names.get(change.itemId) ?? '',
      }),
    ),
    faultCount: faults.length,
    faults: faults.slice(0, MOST_FAULTS),
  });
  return { found, cells };
}

/** R18, R20: each cell by itself, so that all that is wrong is told at once. */
async function faultsOfCells(
  work: Work,
  participationId: string,
  cells: readonly ImportedCell[],
): Promise<VolumeImportFault[]> {
  if (cells.length === 0) return [];
  const [term] = await work.query<{ firstYear: number; years: number; optionYears: number }>(
    `select c.first_year as "firstYear", c.years, c.option_years as "optionYears"
     from participation p join procurement_case c on c.id = p.case_id where p.id = $1`,
    [participationId],
  );
  const items = await work.query<{ id: string; unitCode: string }>(
    `select i.id, i.unit_code as "unitCode" from volume_item i join participation p on p.case_id = i.case_id where p.id = $1`,
    [participationId],
  );
  const units = await unitsByCode(
    work,
    items.map(({ unitCode }) => unitCode),
  );
  const unitOfItem = new Map(items.map(({ id, unitCode }) => [id, unitCode]));
  return cells.flatMap((cell) => {
    const { places } = cell;
    const wrong = checkCells([inputOf(cell)], { term: term!, unitOfItem, units });
    if (!(wrong instanceof Refusal)) return [];
    const at =
      (wrong.path.at(-1) === 'maximum' ? places.MAXIMUM : places.EXPECTED) ?? places.EXPECTED ?? places.MAXIMUM;
    return [faultAt(at ?? '', wrong.speak(work.actor.language).message)];
  });
}

/** A cell as the verbs of the sheet take it. */
export function inputOf({ places: _, unitPrice, ...cell }: ImportedCell): VolumeCellInput {
  return { ...cell, unitPrice: unitPrice === null ? null : { amount: unitPrice, vat: VatBasis.EXCLUDED } };
}

function faultAt(cell: string, message: string): VolumeImportFault {
  return Object.assign(new VolumeImportFault(), { cell, message });
}

function textIn(fault: keyof typeof CELL_FAULTS, language: Language): string {
  const texts = CELL_FAULTS[fault];
  return language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
}
