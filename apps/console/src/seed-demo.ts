import type { DataSource } from 'typeorm';
import { inProcessDrive } from './replay/in-process-drive';
import { replay } from './replay/replay';
import { agder, HOST, type RegionSeed } from './seed/agder';
import { agder2016Script, BEGINS, DEMO_STANDS_AT } from './seed/agder-2016-script';
import { loadRegion } from './seed/load-region';
import { withOwner } from './with-owner';

/** Who is worth logging in as, to begin with. */
const GOOD_TO_BE: readonly (readonly [string, string])[] = [
  [`${HOST}:COORDINATOR`, 'coordinator of the host'],
  ['0929:COORDINATOR', 'case contact of a small municipality, in Nynorsk'],
  ['1037:RECORDER', 'has not recorded what the council decided'],
  ['REGION:SECRETARIAT:1', 'secretariat of the region'],
  ['REGION:AUDITOR', 'auditor'],
];

/**
 * `seed`: Agder with the case of 2016 as of Wednesday 16 November 2016, 10:00, played through the real verbs. A database
 * that is seeded already is left as it is; one whose seeding was cut off is played on from there.
 */
export async function seedDemo(): Promise<number> {
  if (process.env.NODE_ENV === 'production') throw new Error('The demo is not seeded in production.');
  await withOwner(async (owner) => {
    const seed = agder();
    const script = agder2016Script(seed).filter(({ at }) => at < DEMO_STANDS_AT);
    const last = await lastPlayed(owner, seed);
    if (last !== null && last >= script.at(-1)!.at) return;
    await loadRegion(owner, seed);
    const drive = await inProcessDrive(owner, seed);
    try {
      await replay(drive, script, {
        from: last ?? BEGINS,
        until: DEMO_STANDS_AT,
        onDay: monthly((month, acts, of) => tell(`playing the case of 2016: ${month}, ${acts} of ${of} deeds`)),
      });
    } finally {
      await drive.stop();
    }
  });
  process.stdout.write(logIns(agder()));
  return 0;
}

/** Wall clock in Oslo of the newest deed in the decision log, or null in a database without one. */
async function lastPlayed(owner: DataSource, { id }: RegionSeed): Promise<string | null> {
  return owner.transaction(async (manager) => {
    await manager.query(`select set_config('samanker.region', $1, true)`, [id]);
    const [row] = await manager.query(
      `select to_char(max((entry::json->>'at')::timestamptz) at time zone 'Europe/Oslo', 'YYYY-MM-DD"T"HH24:MI') as last from decision_log where region_id = $1`,
      [id],
    );
    return row.last;
  });
}

function logIns({ people }: RegionSeed): string {
  const lines = GOOD_TO_BE.map(
    ([key, why]) => `  ${people.find((person) => person.key === key)!.name.padEnd(48)} ${why}`,
  );
  return `Demo log-ins (choose on the log-in page; everybody is a role name, nobody is real):\n${lines.join('\n')}\n`;
}

/** One line a month is enough to see that it moves. */
function monthly(
  say: (month: string, acts: number, of: number) => void,
): (progress: { day: string; acts: number; of: number }) => void {
  let last = '';
  return ({ day, acts, of }) => {
    const month = day.slice(0, 7);
    if (month !== last) say(month, acts, of);
    last = month;
  };
}

/** Standard output is for the log-ins; progress goes to whoever started us, or to the terminal. */
function tell(progress: string): void {
  if (process.send) process.send({ progress });
  else process.stderr.write(`${progress}\n`);
}
