import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { checkpointsByIds } from './audit.queries';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where checkpoints are written down; null: to the standard output alone. */
export function checkpointFolder(env: Environment = process.env): string | null {
  if (env.CHECKPOINT_DIR) return env.CHECKPOINT_DIR;
  return env.NODE_ENV === 'production' ? null : join(env.SAMANKER_DATA_DIR || '.samanker', 'checkpoints');
}

/** Writes a checkpoint down as a line where the administrator of the database cannot take it back; once, however often it runs. */
@Injectable()
export class WriteCheckpoint implements JobHandler {
  readonly job = 'write-checkpoint';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    const line = await this.transactions.asService(regionId, id, (work) => lineOf(work, payload.checkpointId ?? ''));
    if (!line) return;
    const folder = checkpointFolder();
    if (!folder) {
      process.stdout.write(`${line.text}\n`);
      return;
    }
    const file = join(folder, `${line.slug}.jsonl`);
    await mkdir(folder, { recursive: true });
    const before = await readFile(file, 'utf8').catch(() => '');
    if (before.includes(line.text)) return;
    await appendFile(file, `${line.text}\n`, { mode: 0o640 });
    const handle = await open(file, 'r+');
    await handle.sync().finally(() => handle.close());
  }
}

async function lineOf(work: Work, checkpointId: string): Promise<{ slug: string; text: string } | null> {
  const checkpoint = (await checkpointsByIds(work, [checkpointId])).get(checkpointId);
  const region = await work.one<{ slug: string }>('select slug from region where id = $1', [work.regionId]);
  if (!checkpoint || !region) return null;
  const { text, signature, publicKey } = checkpoint;
  return { slug: region.slug, text: JSON.stringify({ text, signature, publicKey }) };
}
