import type { LockedParticipation } from './lock-participation';

/** Where an entry about a participation belongs in the decision log. */
export function logAbout(subject: LockedParticipation): {
  subjectType: 'Participation';
  subjectId: string;
  caseId: string;
  organisationId: string;
} {
  return {
    subjectType: 'Participation',
    subjectId: subject.id,
    caseId: subject.case.id,
    organisationId: subject.organisationId,
  };
}
