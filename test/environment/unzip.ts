import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Unpacks a ZIP into a folder, as an auditor would; answers the names in the order in which they stand. */
export async function unzip(zip: Buffer, folder: string): Promise<string[]> {
  const archive = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened))),
  );
  const names: string[] = [];
  await new Promise<void>((done, failed) => {
    archive.on('error', failed);
    archive.on('end', done);
    archive.on('entry', (entry: Entry) => {
      names.push(entry.fileName);
      archive.openReadStream(entry, (error, stream) => {
        if (error) return failed(error);
        const path = join(folder, entry.fileName);
        mkdir(dirname(path), { recursive: true })
          .then(() => buffer(stream))
          .then((content) => writeFile(path, content))
          .then(() => archive.readEntry(), failed);
      });
    });
    archive.readEntry();
  });
  return names;
}
