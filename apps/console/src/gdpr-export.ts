import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { openStore, verifiedContent } from '@samanker/attachment';
import { exportPerson, type PersonExport } from '@samanker/privacy';
import { bucketKeys, readSettings } from '@samanker/settings';
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

/** Each file is hashed once more on its way: what is handed out is what was uploaded, or it is not handed out. */
async function zipTo(to: string, json: string, { files }: PersonExport): Promise<void> {
  const store = openStore(readSettings().ATTACHMENT_STORE, bucketKeys);
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(README), 'LES-MEG.txt');
  zip.addBuffer(Buffer.from(json), 'person.json');
  for (const [at, file] of files.entries())
    zip.addReadStreamLazy(`filer/${at + 1} ${file.name}`, { compress: false }, (give) =>
      verifiedContent(store, file).then(
        (content) => give(null, content),
        (fault: unknown) => give(fault, undefined as never),
      ),
    );
  const broken = once(zip, 'error').then(([fault]) => Promise.reject(fault as Error));
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(to, { mode: PRIVATE })), broken]);
}
