import { createHash, createPublicKey, sign, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeptContent } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { canonicalJson, checkpointsIn, headOf, keyIdOf, type ChainEnd, type LogKeys } from '@samanker/decision-log';
import { ZipFile } from 'yazl';

/** What goes along in every export: how to verify it, and with what. */
const ALONG = join('data', 'log-export');
const AT_A_TIME = 2_000;

/** What an export is to hold. */
export interface ExportOptions {
  readonly keys: LogKeys;
  /** Only the entries of this case with their words; of the others the hashes, so that the chain can be followed. */
  readonly caseId?: string | null;
  /** Who the commitments stand for, as far as that is still known. Personal data. */
  readonly withPeople?: boolean;
  /** The contents that entries speak of; without them the export says that it has none. */
  readonly attachments?: AsyncIterable<KeptContent> | null;
}

/**
 * Writes the region's log as a ZIP that proves or disproves itself on another machine (R31, S9). Everything is read page
 * by page and written as it comes: memory does not grow with the log.
 */
export async function exportLog(work: Work, to: NodeJS.WritableStream, options: ExportOptions): Promise<ChainEnd> {
  const head = await headOf(work);
  const region = await work.one<{ id: string; name: string; exportedAt: Date }>(
    'select id, name, now() as "exportedAt" from region where id = $1',
    [work.regionId],
  );
  const files = new Map<string, string>();
  const missing: string[] = [];
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream as Readable, to);
  // A reader that is lost must end the writing, and is told by `written`.
  written.catch(() => undefined);
  const add = (name: string, content: Readable): Promise<void> => {
    const hash = createHash('sha256');
    const passing = content.pipe(hashing(hash));
    content.on('error', (error) => passing.destroy(error));
    zip.addReadStream(passing, name);
    return Promise.race([
      new Promise<void>((done, failed) => {
        passing.once('end', () => done(void files.set(name, hash.digest('hex'))));
        passing.once('error', failed);
      }),
      written,
    ]);
  };
  const text = (name: string, content: string): Promise<void> => add(name, Readable.from([Buffer.from(content)]));

  for (const name of ['README.txt', 'verify.mjs']) await text(name, await readFile(join(ALONG, name), 'utf8'));
  await add('log.jsonl', Readable.from(linesOf(work, head, options.caseId ?? null)));
  const checkpoints = await checkpointsIn(work);
  await text('checkpoints.jsonl', checkpoints.map(({ id: _id, ...signed }) => `${JSON.stringify(signed)}\n`).join(''));
  for (const publicKey of new Set(checkpoints.map((checkpoint) => checkpoint.publicKey)))
    await text(`keys/${keyIdOf(createPublicKey(publicKey))}.pem`, publicKey);
  if (options.withPeople) await add('people.jsonl', Readable.from(peopleOf(work)));
  for await (const content of options.attachments ?? []) {
    const stream = await content.open().catch(() => null);
    if (stream) await add(`attachments/${content.sha256}`, stream);
    else missing.push(content.sha256);
  }
  const statement = canonicalJson({
    v: 1,
    kind: 'samanker decision log export',
    region: { id: region!.id, name: region!.name },
    exportedAt: region!.exportedAt.toISOString(),
    case: options.caseId ?? null,
    entries: head.seq,
    head: head.hash,
    attachments: options.attachments != null,
    missing,
    files: Object.fromEntries(files),
  });
  const key = options.keys.signing();
  await text(
    'export.json',
    JSON.stringify({
      statement,
      signature: sign(null, Buffer.from(statement), key).toString('base64'),
      publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }),
    }),
  );
  zip.end();
  await written;
  return head;
}

function hashing(hash: Hash): PassThrough | Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** A line per entry, up to the head as it was at the beginning. */
async function* linesOf(work: Work, head: ChainEnd, caseId: string | null): AsyncGenerator<string> {
  for (let after = 0; after < head.seq; after += AT_A_TIME) {
    const rows = await work.query<{ seq: number; previous: string; hash: string; entry?: string | null }>(
      `select seq, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash,
         case when $3::uuid is null or case_id = $3 then entry end as entry
       from decision_log where region_id = $1 and seq > $2 and seq <= least($2::bigint + ${AT_A_TIME}, $4::bigint) order by seq`,
      [work.regionId, after, caseId, head.seq],
      'decision-log-export',
    );
    yield rows.map(({ entry, ...row }) => `${JSON.stringify(entry === null ? row : { ...row, entry })}\n`).join('');
  }
}

async function* peopleOf(work: Work): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const rows = await work.query<{ commitment: string }>(
      `select c.commitment, c.salt, c.person_id as "personId", p.name
       from decision_log_commitment c left join person p on p.id = c.person_id
       where c.region_id = $1 and c.commitment > $2 order by c.commitment limit ${AT_A_TIME}`,
      [work.regionId, after],
    );
    if (rows.length === 0) return;
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    after = rows.at(-1)!.commitment;
  }
}
