import { attachmentFor } from '@samanker/attachment';
import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { capacityOf, checkText, firstFault, InvalidInput, type Parties } from '@samanker/request';
import type { LockedParticipation } from './lock-participation';
import type { OnBehalfInput } from './on-behalf.input';
import { CONTRIBUTES_FOR, partiesOf } from './participation.permissions';

/** Why and on what evidence the host acts for an organisation. */
export interface Behalf {
  readonly because: string;
  readonly evidence: string;
  readonly attachmentId: string | null;
  /** Of the written request, where it has been uploaded. */
  readonly attachmentSha256: string | null;
}

const PATH = ['input', 'onBehalf'];

/**
 * R29: the host acts on written behalf only, and says why and on what evidence. Null when the organisation acts for itself;
 * what it says of evidence then counts for nothing.
 */
export async function behalfOf(
  work: Work,
  subject: LockedParticipation,
  given: OnBehalfInput | null | undefined,
): Promise<Behalf | null | InvalidInput> {
  if (!isOnBehalf(work, partiesOf(subject))) return null;
  const fault = faultOf(given);
  if (fault) return fault;
  const behalf = trimmed(given!);
  if (!behalf.attachmentId) return { ...behalf, attachmentSha256: null };
  const request = await attachmentFor(work, behalf.attachmentId, { participationId: subject.id });
  return request
    ? { ...behalf, attachmentSha256: request.sha256 }
    : new InvalidInput([...PATH, 'attachmentId'], 'UNKNOWN_REFERENCE');
}

function isOnBehalf({ actor }: Work, parties: Parties): boolean {
  return capacityOf(actor, CONTRIBUTES_FOR, parties) === 'hostOnBehalf';
}

function faultOf(given: OnBehalfInput | null | undefined): InvalidInput | null {
  if (!given) return new InvalidInput(PATH, 'REQUIRED');
  const evidence = given.evidence.trim();
  return firstFault(
    checkText(given.because, [...PATH, 'because'], 1_000, true),
    checkText(given.evidence, [...PATH, 'evidence'], 1_000, true),
    // A link that leads nowhere proves nothing; whatever is no link is a reference in an archive.
    /^\w+:/.test(evidence) && !/^https:\/\/[^\s<>"]+$/.test(evidence)
      ? new InvalidInput([...PATH, 'evidence'], 'NOT_A_LINK')
      : null,
  );
}

function trimmed({ because, evidence, attachmentId }: OnBehalfInput): Omit<Behalf, 'attachmentSha256'> {
  return { because: because.trim(), evidence: evidence.trim(), attachmentId: attachmentId ?? null };
}

/** What an act on behalf was done to, where it is not the participation as such. */
export interface ActSubject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Marks an act on behalf for ever; nothing when the organisation acted for itself. */
export async function markOnBehalf(
  work: Work,
  participation: LockedParticipation,
  verb: string,
  behalf: Behalf | null,
  subject: ActSubject = { subjectType: 'Participation', subjectId: participation.id },
): Promise<void> {
  if (!behalf) return;
  await work.execute(
    `insert into act_on_behalf (region_id, participation_id, verb, subject_type, subject_id, host_organisation_id, person_id,
       because, evidence, attachment_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      work.regionId,
      participation.id,
      verb,
      subject.subjectType,
      subject.subjectId,
      participation.case.hostOrganisationId,
      work.actor.personId,
      behalf.because,
      behalf.evidence,
      behalf.attachmentId,
      work.now,
    ],
  );
}

/** What the log keeps of it: hashes of the wording, which may name people (R32). */
export function loggedBehalf(behalf: Behalf | null): Record<string, unknown> | null {
  return (
    behalf && {
      becauseSha256: wordingSha256(behalf.because),
      evidenceSha256: wordingSha256(behalf.evidence),
      attachmentId: behalf.attachmentId,
      attachmentSha256: behalf.attachmentSha256,
    }
  );
}
