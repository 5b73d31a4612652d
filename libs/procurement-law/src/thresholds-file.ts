import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isLocalDate } from '@samanker/clock';
import { ThresholdKind, type Threshold } from './threshold.rules';

const FILE = join('data', 'procurement-law', 'thresholds.csv');

/** The figures of law that come with the product. A line with a fault stops the load and is named. */
export function thresholdsOfFile(file = shippedFile()): Threshold[] {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true });
  return rows.map((row, index) => {
    const fits =
      row.kind! in ThresholdKind &&
      isLocalDate(row.valid_from) &&
      /^\d{1,13}\.\d{2}$/.test(row.amount ?? '') &&
      Boolean(row.source) &&
      /^(true|false)$/.test(row.verified ?? '');
    if (!fits)
      throw new Error(`${file}, line ${index + 2}: a threshold needs kind, valid_from, amount, source, verified.`);
    return {
      kind: row.kind as ThresholdKind,
      validFrom: row.valid_from!,
      amount: row.amount!,
      source: row.source!,
      verified: row.verified === 'true',
    };
  });
}

/** The data folder lies at the root of the product, above the sources and above what is built from them. */
function shippedFile(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, FILE);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`${FILE} is missing.`);
  }
}
