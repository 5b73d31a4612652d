import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { exportPerson, type PersonExport } from '@samanker/privacy';
import { ZipFile } from 'yazl';
import { withRegions } from './with-regions';

/** Readable and writable by whoever asked for it, and by nobody else. */
const PRIVATE = 0o600;

const README = `Alt tjenesten har lagret om personen, etter personvernforordningen artikkel 15.
person.json  opplysningene, med norske overskrifter
filer/       det personen har lastet opp, slik det ble lastet opp

Les gjennom før det leveres ut: «Omtale i fritekst» og filene kan også si noe om andre.
`;

/** `gdpr export`: a JSON file, or a ZIP with the files that the person has uploaded beside it. */
export async function gdprExport(who: string, to: string): Promise<number> {
  return withRegions(async ({ transactions, sweeper }) => {
    const found = await exportPerson(transactions, sweeper, who, new Date());
    if (!found) {
      process.stdout.write('Nobody has this address or id: never registered, or erased.\n');
      return 1;
    }
    const json = `${JSON.stringify(found.content, null, 2)}\n`;
    if (to.endsWith('.zip')) await zipTo(to, json, found);
    else await writeFile(to, json, { mode: PRIVATE });
    process.stdout.write(`${to} written: ${found.files.length} uploaded files. Read it before you hand it out.\n`);
    return 0;
  });
}

async function zipTo(to: string, json: string, found: PersonExport): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(README), 'LES-MEG.txt');
  zip.addBuffer(Buffer.from(json), 'person.json');
  const names = found.files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
  if (names) zip.addBuffer(Buffer.from(names), 'filer/innhold.txt');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(to, { mode: PRIVATE }));
}
