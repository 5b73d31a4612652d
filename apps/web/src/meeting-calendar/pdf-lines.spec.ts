import { linesOf, type PlacedText } from './pdf-lines';

const at = (x: number, y: number, text: string): PlacedText => ({ text, x, y, width: text.length * 5, size: 10 });

describe('the lines of a page', () => {
  it('stand from the top, each from the left, whatever order the file has them in', () => {
    expect(linesOf([at(10, 100, 'nede'), at(40, 200, 'høyre'), at(10, 200, 'oppe,')])).toEqual(['oppe, høyre', 'nede']);
  });

  it('columns are parted by a tab, words by a space, and what touches is one word', () => {
    expect(linesOf([at(10, 50, 'Formann'), at(45, 50, 'skapet'), at(77, 50, 'møter'), at(200, 50, '14.1.')])).toEqual([
      'Formannskapet møter\t14.1.',
    ]);
  });

  it('a month without a meeting stays empty: nothing slides into the month before', () => {
    const table = [
      ...[at(10, 90, 'Organ'), at(110, 90, 'Januar'), at(210, 90, 'Februar'), at(310, 90, 'Mars')],
      ...[at(10, 70, 'Kommunestyret'), at(110, 70, '25.'), at(310, 70, '22.')],
      ...[at(10, 50, 'Formannskapet'), at(220, 50, '8.'), at(312, 50, '8.')],
    ];
    expect(linesOf(table)).toEqual([
      'Organ\tJanuar\tFebruar\tMars',
      'Kommunestyret\t25.\t\t22.',
      'Formannskapet\t\t8.\t8.',
    ]);
  });

  it('a raised sign stands on its line; what is empty stands nowhere', () => {
    expect(linesOf([at(10, 50, 'kl. 18'), at(41, 53, '00'), at(80, 50, '  ')])).toEqual([
      'kl. 18 00'.replace(' 00', '00'),
    ]);
    expect(linesOf([])).toEqual([]);
  });
});
