import { setDomainClock } from '@samanker/database';
import { withOwner } from './with-owner';

const STEP = /^\+(\d{1,4})([dhm])$/;
const MILLISECONDS = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;

/** `clock` shows domain time, `clock 2016-11-17T08:00+01:00` sets it, `clock +1d` (or +3h, +10m) moves it on. */
export async function clock([to]: string[]): Promise<number> {
  return withOwner(async (owner) => {
    const now = async (): Promise<Date> => (await owner.query('select samanker_now() as now'))[0].now;
    if (to) {
      const step = STEP.exec(to);
      const instant = step
        ? new Date((await now()).getTime() + Number(step[1]) * MILLISECONDS[step[2] as 'd' | 'h' | 'm'])
        : new Date(to);
      if (Number.isNaN(instant.getTime())) {
        process.stderr.write(`"${to}" is neither an instant such as 2016-11-17T08:00+01:00 nor a step such as +1d.\n`);
        return 2;
      }
      await setDomainClock(owner, instant);
    }
    process.stdout.write(
      `Domain time: ${new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', dateStyle: 'full', timeStyle: 'medium' }).format(await now())} (Europe/Oslo)\n`,
    );
    return 0;
  });
}
