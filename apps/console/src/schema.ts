import { readFile, writeFile } from 'node:fs/promises';
import { printedSchema } from '../../api/src/schema';

const FILE = 'schema.graphql';

/** Writes schema.graphql from the code; with --check only says whether it is fresh. */
export async function schema(args: string[]): Promise<number> {
  const printed = await printedSchema();
  if (!args.includes('--check')) {
    await writeFile(FILE, printed);
    process.stdout.write(`${FILE} written.\n`);
    return 0;
  }
  const fresh = (await readFile(FILE, 'utf8').catch(() => '')) === printed;
  process.stdout.write(fresh ? `${FILE} is fresh.\n` : `${FILE} is stale: run "npm run schema".\n`);
  return fresh ? 0 : 1;
}
