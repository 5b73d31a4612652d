import { readFile, writeFile } from 'node:fs/promises';
import { personalData, registerTables, withTables } from '@samanker/privacy';

const FILE = 'docs/privacy.md';

/** Writes the tables of docs/privacy.md from the register of personal data; with --check only says whether they are fresh. */
export async function privacyDoc(args: string[]): Promise<number> {
  const document = await readFile(FILE, 'utf8');
  const made = withTables(document, registerTables(personalData));
  if (!args.includes('--check')) {
    await writeFile(FILE, made);
    process.stdout.write(`${FILE} written.\n`);
    return 0;
  }
  const fresh = made === document;
  process.stdout.write(fresh ? `${FILE} is fresh.\n` : `${FILE} is stale: run "npm run console -- privacy-doc".\n`);
  return fresh ? 0 : 1;
}
