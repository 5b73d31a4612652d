import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { fulfil } from '@samanker/expectation';
import { CaseClosed, CaseFrozen, holdsBack } from '@samanker/procurement-case';
import { checkAmount, checkText, firstFault, InvalidInput, Refusal, type Asker } from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { behalfOf, loggedBehalf, markOnBehalf } from './act-on-behalf';
import { logAbout } from './act-on-participation';
import { lockParticipation, type LockedParticipation } from './lock-participation';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { mayDecideFor } from './participation.permissions';
import { participationById } from './participation.queries';
import { ParticipationWithdrawn } from './participation.refusals';
import { ParticipationState } from './participation.rules';
import { RecordPowerOfAttorneyInput } from './record-power-of-attorney.input';
import { recomputeParticipation } from './recompute-participation';

export const RecordPowerOfAttorneyResult = createUnionType({
  name: 'RecordPowerOfAttorneyResult',
  description: 'The participation with its power of attorney, or why it was not recorded.',
  types: () => participationAnswers,
  resolveType: (value: object) => value.constructor,
});

/**
 * Records the power of attorney for the present host (R5). A new one replaces the one in force, until the participants are
 * frozen; both stay readable.
 */
@Injectable()
export class RecordPowerOfAttorney {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RecordPowerOfAttorneyInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'recordPowerOfAttorney',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayDecideFor,
      carryOut: (work, subject) => record(work, subject, input),
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}

async function record(
  work: Work,
  subject: LockedParticipation,
  input: RecordPowerOfAttorneyInput,
): Promise<Done | Refusal> {
  const held = holdsBack(subject.case.stage);
  const behalf = await behalfOf(work, subject, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const refused = (held === 'CLOSED' ? new CaseClosed() : null) ?? faultOf(input, subject.case.openedOn, work.today);
  if (refused) return refused;
  const given = [
    subject.case.hostOrganisationId,
    input.signatory.trim(),
    input.authority.trim(),
    input.signedOn,
    input.ownMaximum?.amount ?? null,
    input.deviations ?? '',
    input.archiveReference ?? '',
    behalf?.because ?? null,
  ];
  const inForce = await work.one<{ same: boolean }>(
    `select (host_organisation_id, signatory, authority, signed_on, own_maximum, deviations, archive_reference, on_behalf_because)
         is not distinct from ($2::uuid, $3::text, $4::text, $5::date, $6::numeric, $7::text, $8::text, $9::text) as same
     from power_of_attorney where participation_id = $1 and withdrawn_at is null`,
    [subject.id, ...given],
  );
  if (inForce?.same) return { id: subject.id };
  if (subject.state === ParticipationState.WITHDRAWN) return new ParticipationWithdrawn();
  // What the joint tender rests on stands; what is missing there, after a withdrawal or for an option, can still come.
  if (inForce && held === 'FROZEN') return new CaseFrozen();
  await work.execute(
    `update power_of_attorney set withdrawn_at = $2, withdrawn_because = 'REPLACED' where participation_id = $1 and withdrawn_at is null`,
    [subject.id, work.now],
  );
  const row = await work.one<{ id: string }>(
    `insert into power_of_attorney (region_id, participation_id, host_organisation_id, signatory, authority, signed_on, own_maximum,
       deviations, archive_reference, on_behalf_because, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [work.regionId, subject.id, ...given, work.now],
  );
  await markOnBehalf(work, subject, 'recordPowerOfAttorney', behalf);
  await fulfil(work, { kind: 'POWER_OF_ATTORNEY', subjectId: subject.id });
  work.log({
    verb: 'recordPowerOfAttorney',
    ...logAbout(subject),
    // Who signed is personal data: it stands in the row, not in the log (R32).
    after: {
      powerOfAttorneyId: row!.id,
      hostOrganisationId: subject.case.hostOrganisationId,
      signedOn: input.signedOn,
      ownMaximum: input.ownMaximum?.amount ?? null,
      hasDeviations: (input.deviations ?? '') !== '',
      archiveReference: input.archiveReference ?? '',
      onBehalf: loggedBehalf(behalf),
    },
  });
  await recomputeParticipation(work, subject.id, { begun: true });
  return { id: subject.id };
}

function faultOf(input: RecordPowerOfAttorneyInput, openedOn: string, today: string): InvalidInput | null {
  return firstFault(
    checkText(input.signatory, ['input', 'signatory'], 200, true),
    checkText(input.authority, ['input', 'authority'], 1000, true),
    input.signedOn > today && new InvalidInput(['input', 'signedOn'], 'DATE_IN_FUTURE'),
    input.signedOn < openedOn && new InvalidInput(['input', 'signedOn'], 'DATE_TOO_EARLY', openedOn),
    checkAmount(input.ownMaximum, ['input', 'ownMaximum']),
    checkText(input.deviations, ['input', 'deviations'], 4000),
    checkText(input.archiveReference, ['input', 'archiveReference'], 100),
  );
}
