import { checkpointsByIds } from '@samanker/audit';
import { osloDate, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { checkpointMail } from './checkpoint-wording.rules';
import type { Wording } from './sentences.rules';

/** Who gets the checkpoints of the log (R31), as the `kind` of a role. */
export const KEEPS_CHECKPOINTS = `('AUDITOR', 'SECRETARIAT')`;

/** A notice, as far as its words depend on it. */
export interface CheckpointNotice {
  readonly id: string;
  readonly checkpointId: string;
  readonly personId: string | null;
  readonly toAddress: string;
  readonly language: Language;
}

/** What the mails with checkpoints say; nothing to those who do not audit any more or read mail elsewhere (R12). */
export async function checkpointWordings(
  work: Work,
  notices: readonly CheckpointNotice[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const wordings = new Map<string, Wording>();
  if (notices.length === 0) return wordings;
  const checkpoints = await checkpointsByIds(work, [...new Set(notices.map(({ checkpointId }) => checkpointId))]);
  const keepers = await work.query<{ id: string; email: string; region: string }>(
    `select distinct p.id, p.email, g.name as region from role r join person p on p.id = r.person_id join region g on g.id = r.region_id
     where r.region_id = $1 and r.active and r.kind in ${KEEPS_CHECKPOINTS} and p.id = any($2::uuid[])`,
    [work.regionId, notices.flatMap(({ personId }) => personId ?? [])],
  );
  for (const { id, checkpointId, personId, toAddress, language } of notices) {
    const checkpoint = checkpoints.get(checkpointId);
    const keeper = keepers.find((one) => one.id === personId && one.email === toAddress);
    if (!checkpoint || !keeper) continue;
    const { number, entries, hash, keyId, text, signature, publicKey } = checkpoint;
    wordings.set(
      id,
      checkpointMail({
        language: language.toLowerCase() as Written,
        checkpoint: {
          region: keeper.region,
          number,
          entries,
          hash,
          keyId,
          madeOn: osloDate(checkpoint.madeAt),
          file: JSON.stringify({ text, signature, publicKey }),
        },
        url: `${publicUrl}/`,
      }),
    );
  }
  return wordings;
}
