import { addDays, isWorkingDay } from '@samanker/clock';
import type { Act } from '../seed/act';
import type { Drive } from './drive';
import { inputOf } from './inputs';
import { Known } from './known';

/** How far a replay has come. */
export interface ReplayProgress {
  /** The day that has just been played. */
  readonly day: string;
  readonly acts: number;
  readonly of: number;
}

export interface ReplayOptions {
  /** Wall clocks in Europe/Oslo. Acts before `from` are taken to be done; nothing at or after `until` is played. */
  readonly from: string;
  readonly until: string;
  readonly onDay?: (progress: ReplayProgress) => void;
}

/** When the day's reminders go out, before anybody acts. */
const MORNING = '08:05';

/**
 * Plays acts on domain time through the real verbs: day after working day, in the morning what is due goes out, then each
 * act at its time by its person. A refusal stops the replay: the script knows nothing that would be refused.
 */
export async function replay(
  drive: Drive,
  script: readonly Act[],
  { from, until, onDay }: ReplayOptions,
): Promise<number> {
  const known = new Known(drive);
  const acts = script.filter(({ at }) => at >= from && at < until);
  let played = 0;
  for (let day = from.slice(0, 10); day <= until.slice(0, 10); day = addDays(day, 1)) {
    const ofDay = acts.filter(({ at }) => at.startsWith(day));
    if (ofDay.length === 0 && !isWorkingDay(day)) continue;
    const morning = `${day}T${MORNING}`;
    if (morning >= until) break;
    // A replay that goes on in the middle of a day must not turn the clock back.
    if (morning >= from) {
      await drive.setClock(morning);
      await drive.drain();
    }
    for (const act of ofDay) {
      await play(drive, act, known);
      played += 1;
    }
    if (ofDay.length > 0) await drive.drain();
    onDay?.({ day, acts: played, of: acts.length });
  }
  await drive.setClock(until);
  await drive.drain();
  return played;
}

async function play(drive: Drive, act: Act, known: Known): Promise<void> {
  const { verb } = act.deed;
  await drive.setClock(act.at);
  const input = await inputOf(act, known);
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename ... on UserError { code message path } } }`;
  const person = await drive.as(act.as);
  const answer = (
    await person.query<Record<string, { code?: string; message?: string; path?: string[] }>>(document, { input })
  )[verb]!;
  if (answer.code)
    throw new Error(
      `${act.at} ${act.as} ${verb}: ${answer.code} ${answer.path?.join('.')}: ${answer.message}\n${JSON.stringify(act.deed)}`,
    );
  if (verb === 'inviteMunicipalities') await drive.markModelled(await known.caseId());
}
