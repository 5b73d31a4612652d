import type { Description } from './description';
import { descriptions, type SettingName } from './descriptions';

/** One row of the table of settings in the README. */
export interface SettingRow {
  readonly name: string;
  readonly meaning: string;
  /** What holds when the variable is not set, outside production. */
  readonly otherwise: string;
  /** Whether production refuses to start without it. */
  readonly requiredInProduction: boolean;
  /** Whether it may come from a file, `NAME_FILE`, and is kept out of logs and messages. */
  readonly secret: boolean;
}

const rows = Object.entries(descriptions) as [SettingName, Description][];

/** The settings that are secrets, and what production asks of each. */
export const secretSettings = new Map(rows.flatMap(([name, { secret }]) => (secret ? [[name, secret]] : [])));

/** Whether a name is that of a secret setting. */
export function isSecret(name: string): name is SettingName {
  return secretSettings.has(name as SettingName);
}

/** Every setting, as the README shows them; a self-check holds the two together. */
export function settingsTable(): SettingRow[] {
  return rows.map(([name, { meaning, otherwise, requiredInProduction, secret }]) => ({
    name,
    meaning,
    otherwise,
    requiredInProduction,
    secret: secret !== undefined,
  }));
}
