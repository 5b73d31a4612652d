// `npm run bench`: speed and cost against the bare limit of this very machine, in the same run (at most ten minutes).
// Prints a table; exits with 1 when a figure falls short. Words choose: npm run bench -- board start
import { cpus } from 'node:os';
import { boardBytes, boardServers, race } from '../bench/board.mjs';
import { measureLog, measureLongLog } from '../bench/log.mjs';
import { mostMemory } from '../bench/memory.mjs';
import { measurePaint } from '../bench/paint.mjs';
import { measurePlanning } from '../bench/planning.mjs';
import { openStage } from '../bench/stage.mjs';
import { measureStart } from '../bench/start.mjs';
import { measureSweep } from '../bench/sweep.mjs';
import { measureTotals } from '../bench/volumes.mjs';
import { runPlainly } from './plain-fault.mjs';
import { prepare } from './prepare.mjs';

const LIMIT_MS = 10 * 60_000;
const rows = [];
const number = (value, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** One line of the table. Without a bar it is told for comparison only. */
function tell(id, what, figure, bar, fits) {
  rows.push({ id, what, figure, bar: bar ?? '–', verdict: fits === undefined ? '' : fits ? 'ok' : 'SHORT' });
  console.log(`  ${id.padEnd(4)} ${what}: ${figure}${bar ? ` (bar ${bar})` : ''}${fits === false ? '  SHORT' : ''}`);
}

const MEASURES = {
  board: async (stage) => {
    const servers = await boardServers(stage, 30, 6);
    const { most, result } = await mostMemory(servers.api.child.pid, () => race(servers));
    tell(
      'P1',
      'case board 30 × 6, requests/s, ratio to bare node:http + pg',
      number(result.ratio, 2),
      '≥ 0.50',
      result.ratio >= 0.5,
    );
    tell('', '  requests/s of the API, and of the bare server', `${number(result.api)} and ${number(result.bare)}`);
    tell('P7', 'resident memory of the API under that load, MB', number(most), '≤ 250', most <= 250);
  },
  'wide-board': async (stage) => {
    const servers = await boardServers(stage, 400, 10);
    const { ratio, api, bare } = await race(servers);
    tell(
      'P2',
      'case board 400 × 10, requests/s, ratio to bare node:http + pg',
      number(ratio, 2),
      '≥ 0.60',
      ratio >= 0.6,
    );
    tell('', '  requests/s of the API, and of the bare server', `${number(api, 1)} and ${number(bare, 1)}`);
    const kilobytes = (await boardBytes(servers.askApi)) / 1024;
    tell('P2', 'the board as the web app asks for it, compressed, kB', number(kilobytes), '≤ 60', kilobytes <= 60);
  },
  volumes: async (stage) => {
    const { kept, live, growth } = await measureTotals(stage);
    tell('P3', 'totals of 80 000 lines among 1 M, time / bare SQL', number(kept.ratio, 2), '≤ 1.30', kept.ratio <= 1.3);
    tell('P3', 'their time among 1 M lines / among 80 000', number(growth, 2), '≤ 1.50', growth <= 1.5);
    tell('', '  the same while no worker has added up, time / bare SQL', number(live.ratio, 2));
    const milliseconds = [kept.api, live.api, live.bare].map((one) => number(one, 1)).join(', ');
    tell('', '  milliseconds as kept, added up for the answer, bare SQL', milliseconds);
  },
  planning: () => {
    const { rate, growth } = measurePlanning();
    tell(
      'P6',
      'steps planned per second in one core, 400 municipalities × 10',
      number(rate),
      '≥ 20,000',
      rate >= 20_000,
    );
    tell('P6', 'time per step with 1 600 municipalities / with 400', number(growth, 2), '≤ 1.50', growth <= 1.5);
  },
  paint: async (stage) => {
    const milliseconds = await measurePaint(stage);
    tell(
      'P8',
      'largest paint of the board of 400, ms, 4 × throttle',
      number(milliseconds),
      '≤ 2,500',
      milliseconds <= 2500,
    );
  },
  log: async (stage) => {
    const { perSecond, server } = await measureLog(stage);
    tell(
      'R31',
      `decision log, appends/s in one region, 8 writers, ${server}`,
      number(perSecond),
      '≥ 2,000',
      perSecond >= 2000,
    );
    const seconds = await measureLongLog(stage);
    tell('R31', 'decision log, seconds to verify a million entries', number(seconds, 1), '≤ 10.0', seconds <= 10);
  },
  sweep: async (stage) => {
    const { few, many, ratio, mailsPerSecond } = await measureSweep(stage);
    tell('P5', 'sweep of 1 000 due, time at 1 M / at 10 k open', number(ratio, 2), '≤ 1.50', ratio <= 1.5);
    tell('', '  milliseconds at 10 k, and at 1 M', `${number(few)} and ${number(many)}`);
    tell('P5', 'mails/s into the sink', number(mailsPerSecond), '≥ 500', mailsPerSecond >= 500);
  },
  start: async () => {
    const { first, second } = await measureStart();
    tell('P7', 'second npm start to first answered query, s', number(second, 1), '≤ 6.0', second <= 6);
    tell('', '  first npm start with an empty folder, built, s', number(first, 1));
  },
};

function printTable() {
  const columns = ['id', 'what', 'figure', 'bar', 'verdict'];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length), column.length));
  const line = (row) =>
    columns
      .map((column, index) => row[column].padEnd(widths[index]))
      .join('  ')
      .trimEnd();
  console.log(`\n${line(Object.fromEntries(columns.map((column) => [column, column])))}`);
  for (const row of rows) console.log(line(row));
}

await runPlainly(async () => {
  await prepare();
  const words = process.argv.slice(2);
  const chosen = Object.keys(MEASURES).filter((name) => words.length === 0 || words.includes(name));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  const limit = setTimeout(() => {
    console.error(`\nStopped after ${LIMIT_MS / 60_000} minutes.`);
    process.exit(1);
  }, LIMIT_MS);
  for (const name of chosen) {
    if (MEASURES[name].length === 0) {
      await MEASURES[name]();
      continue;
    }
    // A database of its own for each, so that none runs in what another left.
    const stage = await openStage();
    try {
      await MEASURES[name](stage);
    } finally {
      await stage.close();
    }
  }
  clearTimeout(limit);
  printTable();
  const short = rows.filter(({ verdict }) => verdict === 'SHORT').length;
  console.log(`\n${short === 0 ? 'Every bar holds.' : `${short} fell short.`}`);
  process.exitCode = short === 0 ? 0 : 1;
});
process.exit();
