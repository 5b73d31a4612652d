import { placeAfter, sheetStep, type Caret, type Pressed } from './sheet-keys';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  ...more,
});
const caret = (start: number, end = start, editing = false): Caret => ({ start, end, length: 5, editing });
const WHOLE = caret(0, 5);

describe('the keys of the volume sheet', () => {
  it.each([
    ['ArrowLeft', { rows: 0, columns: -1 }],
    ['ArrowRight', { rows: 0, columns: 1 }],
    ['ArrowUp', { rows: -1, columns: 0 }],
    ['ArrowDown', { rows: 1, columns: 0 }],
    ['Enter', { rows: 1, columns: 0 }],
    ['PageDown', { rows: 10, columns: 0 }],
    ['PageUp', { rows: -10, columns: 0 }],
    ['F2', 'EDIT'],
    ['Escape', 'TAKE_BACK'],
    ['a', null],
    ['Tab', null],
    ['Delete', null],
  ])('on a cell as one comes to it: %s', (key, expected) => expect(sheetStep(press(key), WHOLE)).toEqual(expected));

  it('Home, End and Ctrl go to the ends', () => {
    expect(sheetStep(press('Home'), WHOLE)).toEqual({ rows: 0, columns: -10_000 });
    expect(sheetStep(press('End', { ctrlKey: true }), WHOLE)).toEqual({ rows: 10_000, columns: 10_000 });
    expect(sheetStep(press('ArrowDown', { ctrlKey: true }), WHOLE)).toEqual({ rows: 10_000, columns: 0 });
    expect(sheetStep(press('Enter', { shiftKey: true }), WHOLE)).toEqual({ rows: -1, columns: 0 });
  });

  it('in the text the keys are those of any field; at its end they go on', () => {
    expect(sheetStep(press('ArrowLeft'), caret(3))).toBeNull();
    expect(sheetStep(press('ArrowRight'), caret(3))).toBeNull();
    expect(sheetStep(press('ArrowRight'), caret(5))).toEqual({ rows: 0, columns: 1 });
    expect(sheetStep(press('ArrowLeft'), caret(0))).toEqual({ rows: 0, columns: -1 });
    expect(sheetStep(press('Home'), caret(3))).toBeNull();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown'])
      expect(sheetStep(press(key, { shiftKey: true }), caret(3))).toBeNull();
    expect(sheetStep(press('ArrowRight'), caret(2, 4))).toBeNull();
  });

  it('after F2 left and right stay in the text', () => {
    for (const at of [0, 3, 5]) {
      expect(sheetStep(press('ArrowLeft'), caret(at, at, true))).toBeNull();
      expect(sheetStep(press('ArrowRight'), caret(at, at, true))).toBeNull();
    }
    expect(sheetStep(press('Enter'), caret(5, 5, true))).toEqual({ rows: 1, columns: 0 });
  });

  it('an empty cell is passed in both directions, and nobody leaves the sheet', () => {
    const empty = { start: 0, end: 0, length: 0, editing: false };
    expect(sheetStep(press('ArrowLeft'), empty)).toEqual({ rows: 0, columns: -1 });
    expect(sheetStep(press('ArrowRight'), empty)).toEqual({ rows: 0, columns: 1 });
    expect([placeAfter(0, -1, 4), placeAfter(1, 1, 4), placeAfter(3, 10_000, 4)]).toEqual([0, 2, 3]);
  });
});
