/** A piece of text where a page has it: points from the left and from the foot, its width and the size of its letters. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What stands in one column of a line, and from where to where. */
interface Cell {
  text: string;
  readonly from: number;
  to: number;
}

/** A gap wider than so many letter sizes is the border of a column; one wider than the other is a space. */
const COLUMN_GAP = 1.2;
const WORD_GAP = 0.15;

/**
 * The lines of a page as somebody reads them: from the top, each from the left, columns parted by tabs. A line with fewer
 * cells than the widest keeps empty ones, so that a month without a meeting does not get the days of the next. Pieces whose
 * feet differ by less than half a letter stand on one line.
 */
export function linesOf(pieces: readonly PlacedText[]): string[] {
  const lines: PlacedText[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - piece.y) < Math.max(line[0]!.size, piece.size) / 2) line.push(piece);
    else lines.push([piece]);
  }
  const cells = lines.map((line) => cellsOf(line.toSorted((a, b) => a.x - b.x)));
  const widest = cells.reduce<Cell[]>((most, line) => (line.length > most.length ? line : most), []);
  return cells.map((line) => inColumns(line, widest).join('\t').trimEnd());
}

function cellsOf(line: readonly PlacedText[]): Cell[] {
  const cells: Cell[] = [];
  for (const { text, x, width, size } of line) {
    const last = cells.at(-1);
    const gap = last ? (x - last.to) / (size || 1) : Infinity;
    if (last && gap <= COLUMN_GAP) {
      last.text += (gap > WORD_GAP ? ' ' : '') + text;
      last.to = x + width;
    } else cells.push({ text, from: x, to: x + width });
  }
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }));
}

/** The texts of a line under the columns of the widest one; as they come where they stand under none of their own. */
function inColumns(line: readonly Cell[], columns: readonly Cell[]): string[] {
  const plain = line.map(({ text }) => text);
  if (line.length < 2 || line.length === columns.length) return plain;
  const places = line.map((cell) => nearest(cell, columns));
  if (places.some((place, index) => index > 0 && place <= places[index - 1]!)) return plain;
  const texts = new Array<string>(places.at(-1)! + 1).fill('');
  for (const [index, place] of places.entries()) texts[place] = plain[index]!;
  return texts;
}

/** Columns stand flush left, or under the middle of their heading: whichever is nearer counts. */
function nearest(cell: Cell, columns: readonly Cell[]): number {
  const middle = ({ from, to }: Cell): number => (from + to) / 2;
  const distances = columns.map((column) =>
    Math.min(Math.abs(column.from - cell.from), Math.abs(middle(column) - middle(cell))),
  );
  return distances.indexOf(Math.min(...distances));
}
