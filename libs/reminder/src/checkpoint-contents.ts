import { checkpointsByIds, mayAudit } from '@samanker/audit';
import { osloDate, type Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { actingInRegion } from '@samanker/expectation';
import type { Language } from '@samanker/request';
import { checkpointMail } from './checkpoint-wording.rules';
import type { Wording } from './sentences.rules';

/** A notice, as far as its words depend on it. */
export interface CheckpointNotice {
  readonly id: string;
  readonly checkpointId: string;
  readonly personId: string | null;
  readonly personName: string | null;
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
  const keepers = await actingInRegion(
    work,
    mayAudit.grant.region!,
    notices.flatMap(({ personId }) => personId ?? []),
  );
  const region = await work.one<{ name: string }>('select name from region where id = $1', [work.regionId]);
  for (const { id, checkpointId, personId, personName, toAddress, language } of notices) {
    const checkpoint = checkpoints.get(checkpointId);
    const keeper = personId ? keepers.get(personId) : undefined;
    if (!checkpoint || !region || keeper?.address !== toAddress) continue;
    const { number, entries, hash, keyId, text, signature, publicKey } = checkpoint;
    wordings.set(
      id,
      checkpointMail({
        language: language.toLowerCase() as Written,
        recipient: { name: personName, deputyFor: keeper.deputyFor },
        checkpoint: {
          region: region.name,
          number,
          entries,
          hash,
          keyId,
          madeOn: osloDate(checkpoint.madeAt),
          file: JSON.stringify({ text, signature, publicKey }),
        },
        url: `${publicUrl}/log`,
      }),
    );
  }
  return wordings;
}
