import { readFileSync } from 'node:fs';
import { severalOf } from './secret.rules';
import type { SettingName } from './descriptions';
import { isSecret } from './settings-table';

type Environment = Readonly<Record<string, string | undefined>>;

const ENDING = '_FILE';

/** The secret settings that are to be read from files, and what is wrong with how they are given. */
export function withSecretFiles(env: Environment): { env: Record<string, string | undefined>; faults: string[] } {
  const whole = { ...env };
  const faults: string[] = [];
  for (const [variable, path] of Object.entries(env)) {
    const name = variable.slice(0, -ENDING.length);
    if (!path || !variable.endsWith(ENDING) || !isSecret(name)) continue;
    if (env[name]) faults.push(`${name} and ${variable} are both set: leave one of them out`);
    else {
      const value = contentsOf(path);
      if (value) whole[name] = value;
      else faults.push(`${variable} names a file that cannot be read or is empty: put the secret there`);
    }
  }
  return { env: whole, faults };
}

function contentsOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch {
    return null;
  }
}

const lastRead = new Map<string, string>();

/**
 * A secret setting as it is now: one that comes from a file is read again whenever it is used, so that it can be
 * exchanged while the program runs. A file that is just being written gives what it held before.
 */
export function secretNow(name: SettingName, env: Environment = process.env): string | undefined {
  const path = env[name + ENDING];
  if (!path) return env[name] || undefined;
  const value = contentsOf(path) ?? lastRead.get(path);
  if (value !== undefined) lastRead.set(path, value);
  return value;
}

/** The same for a setting that may hold several: the old one and the new one are both good while they are exchanged. */
export function secretsNow(name: SettingName, env: Environment = process.env): string[] {
  return severalOf(secretNow(name, env) ?? '');
}
