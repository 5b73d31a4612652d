import type { Point } from './map-keys';

/** Where a name stands from its sign, and which end of it is there. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels of the drawing: a sign, a letter of a name, a line of text. */
const SIGN = 11;
const LETTER = 6.4;
const LINE = 13;

/** Below the sign, above it, to the right, to the left; in this order. */
const placesOf = (lines: number, signed: boolean): readonly LabelPlace[] => {
  const below = signed ? 15 : 4;
  const above = (signed ? -18 : -9) - (lines - 1) * LINE;
  const beside = 4 - ((lines - 1) * LINE) / 2;
  const gap = signed ? SIGN + 2 : 0;
  return [
    { x: 0, y: below, anchor: 'middle' },
    { x: 0, y: above, anchor: 'middle' },
    { x: gap, y: beside, anchor: 'start' },
    { x: -gap, y: beside, anchor: 'end' },
    { x: 0, y: below + LINE, anchor: 'middle' },
  ];
};

function boxOf(name: string, lines: number, point: Point, { x, y, anchor }: LabelPlace): Box {
  const width = name.length * LETTER;
  const left = point.x + x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const top = point.y + y - LINE + 3;
  return { left, right: left + width, top, bottom: top + lines * LINE };
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** A place for each name, such that names cover each other and the signs as little as can be. */
export function labelPlaces(
  labels: readonly { readonly name: string; readonly point: Point }[],
  { lines, signed, width }: { readonly lines: number; readonly signed: boolean; readonly width: number },
): LabelPlace[] {
  const signs = labels.map(({ point: { x, y } }): Box => {
    return { left: x - SIGN, right: x + SIGN, top: y - SIGN - 6, bottom: y + SIGN - 6 };
  });
  const taken: Box[] = [];
  return labels.map(({ name, point }, at) => {
    const costOf = (place: LabelPlace): number => {
      const box = boxOf(name, lines, point, place);
      const outside = Math.max(0, -box.left) + Math.max(0, box.right - width);
      const onSigns = signed ? signs.reduce((sum, sign, of) => sum + (of === at ? 0 : overlap(box, sign)), 0) : 0;
      return outside * 50 + onSigns + taken.reduce((sum, other) => sum + 2 * overlap(box, other), 0);
    };
    const all = placesOf(lines, signed);
    const best = all.reduce((a, b) => (costOf(b) < costOf(a) - 1 ? b : a));
    taken.push(boxOf(name, lines, point, best));
    return best;
  });
}
