import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { goesTo, type Point } from '../../apps/web/src/organisation/map-keys';
import { whichMap } from '../../apps/web/src/organisation/which-map';

const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const data = (name: string): string => readFileSync(resolve(__dirname, '../../data', name), 'utf8');

/** The label points of a year as a map draws them. */
function pointsOf(year: number): (Point & { name: string })[] {
  const [, ...rows] = data(`geometry/agder-${year}-label-points.csv`).trim().split(/\r?\n/);
  return rows.map((row) => {
    const [, name = '', lon, lat] = row.split(',');
    return { name, x: Number(lon) * 0.53, y: -Number(lat) };
  });
}

describe('the arrow keys on the map (U2)', () => {
  it.each([2016, 2020])('%d: from every municipality every other is reached', (year) => {
    const points = pointsOf(year);
    for (const [start] of points.entries()) {
      const seen = new Set([start]);
      for (const at of seen)
        for (const key of KEYS) {
          const next = goesTo(key, points, at);
          if (next !== null) seen.add(next);
        }
      expect(seen.size).toBe(points.length);
    }
  });

  it('an arrow goes to the neighbour that lies there', () => {
    const points = pointsOf(2020);
    const from = (name: string): number => points.findIndex((point) => point.name === name);
    const goes = (name: string, key: string): string | undefined => points[goesTo(key, points, from(name)) ?? -1]?.name;
    expect(['Tvedestrand', 'Froland']).toContain(goes('Arendal', 'ArrowUp'));
    expect(goes('Lindesnes', 'ArrowRight')).toBe('Kristiansand');
    expect(['Lillesand', 'Birkenes']).toContain(goes('Grimstad', 'ArrowLeft'));
    expect(goes('Kristiansand', 'ArrowDown')).toBeUndefined();
    expect(goes('Kristiansand', 'Tab')).toBeUndefined();
    expect(goesTo('Home', points, 7)).toBe(0);
    expect(goesTo('End', points, 7)).toBe(24);
  });
});

describe('which map', () => {
  const numbers = (file: string): string[] =>
    data(`municipalities/${file}`)
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(',')[0]!);

  it('follows the municipalities of the case', () => {
    expect(whichMap(numbers('municipalities-agder-2016.csv'))).toBe('agder-2016');
    expect(whichMap(numbers('municipalities-agder-2020.csv'))).toBe('agder-2020');
    expect(whichMap(numbers('municipalities-norway-2016.csv'))).toBe('norway-2018');
    expect(whichMap(numbers('municipalities-norway-2025.csv'))).toBe('norway-2024');
    expect(whichMap(['0301', '4204'])).toBe('norway-2024');
    expect(whichMap([])).toBeNull();
  });

  it('each municipality of Agder has its shape and its point', () => {
    for (const year of [2016, 2020]) {
      const shapes = new Set(data(`geometry/agder-${year}.topojson`).match(/"id":"\d{4}"/g));
      for (const number of numbers(`municipalities-agder-${year}.csv`)) {
        expect(shapes).toContain(`"id":"${number}"`);
        expect(data(`geometry/agder-${year}-label-points.csv`)).toContain(`\n${number},`);
      }
    }
  });
});
