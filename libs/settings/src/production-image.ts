import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Written into the image when it is built, beside the compiled programs. */
const MARK = join(__dirname, '../../../PRODUCTION_IMAGE');

/**
 * What is wrong when this is the image that serves people and NODE_ENV does not say so: the development log-in would be
 * open to the world. A file says which build this is, because a variable may be left out along with the other.
 */
export function demandProductionImage(
  env: Readonly<Record<string, string | undefined>>,
  image = existsSync(MARK),
): string[] {
  if (!image || env.NODE_ENV === 'production') return [];
  const state = env.NODE_ENV ? 'is not production' : 'is not set';
  return [
    `NODE_ENV ${state}: this is the image that serves people, and without NODE_ENV=production anybody could log in as anybody`,
  ];
}
