import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { attachmentsOf, openStore } from '@samanker/attachment';
import { exportLog } from '@samanker/audit';
import { LogKeys } from '@samanker/decision-log';
import { bucketKeys, readSettings } from '@samanker/settings';
import { regionBySlug, withRegions } from './with-regions';

const USAGE = `Usage:
  export-log --region <slug> --to <file.zip> [--case <id>] [--with-people]

The ZIP holds the log, checkpoints, attachments, keys and a verifier: unpack it anywhere and run "node verify.mjs".
--case keeps the words of one case only; --with-people adds who the commitments stand for, which is personal data.
`;

/** `export-log`: the decision log of a region as a ZIP that can be verified on another machine (R31, S9). */
export async function exportLogTo(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      region: { type: 'string' },
      to: { type: 'string' },
      case: { type: 'string' },
      'with-people': { type: 'boolean', default: false },
    },
  });
  const { region: slug, to, case: caseId } = values;
  if (!slug || !to || (caseId && !/^[0-9a-f-]{36}$/.test(caseId))) {
    process.stderr.write(USAGE);
    return 2;
  }
  return withRegions(async (regions) => {
    const region = await regionBySlug(regions, slug);
    const store = openStore(readSettings().ATTACHMENT_STORE, bucketKeys);
    // Written beside and renamed: a file with that name is always whole.
    const draft = `${to}.part`;
    try {
      const head = await regions.transactions.asService(region.id, 'console', (work) =>
        exportLog(work, createWriteStream(draft, { mode: 0o600 }), {
          keys: new LogKeys(),
          caseId,
          withPeople: values['with-people'],
          attachments: attachmentsOf(work, store, { caseId }),
        }),
      );
      await rename(draft, to);
      process.stdout.write(`${to}: ${head.seq} entries of ${region.name}, head ${head.hash}\n`);
      return 0;
    } finally {
      await rm(draft, { force: true });
    }
  });
}
