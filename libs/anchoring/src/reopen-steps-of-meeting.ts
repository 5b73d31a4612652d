import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { withdraw } from '@samanker/expectation';
import { meetingById } from '@samanker/meeting-calendar';
import type { Delivery, JobHandler } from '@samanker/outbox';
import { lockStep } from './lock-step';
import { planInBatches } from './replan';
import { settleRoute } from './settle-route';
import { cancelledMeetingEffect } from './step-outcome.rules';

/** R2: a cancelled meeting reopens what was submitted to it; what was only planned for it is planned anew. */
@Injectable()
export class ReopenStepsOfMeeting implements JobHandler {
  readonly job = 'reopen-steps-of-meeting';

  constructor(private readonly transactions: Transactions) {}

  async carryOut({ id, regionId, payload }: Delivery): Promise<void> {
    const meetingId = payload.meetingId!;
    const steps = await this.transactions.asService(regionId, id, (work) =>
      work.query<{ id: string }>(
        `select id from anchoring_step where meeting_id = $1 and state = 'SUBMITTED' order by participation_id, id`,
        [meetingId],
      ),
    );
    // One transaction each: a person who decides in one municipality does not wait for all the others.
    for (const step of steps)
      await this.transactions.asService(regionId, id, (work) => reopen(work, step.id, meetingId));
    await planInBatches(
      this.transactions,
      regionId,
      id,
      'exists (select from anchoring_step s where s.participation_id = p.id and s.planned_meeting_id = $1)',
      [meetingId],
    );
  }
}

async function reopen(work: Work, stepId: string, meetingId: string): Promise<void> {
  const locked = await lockStep(work, stepId);
  const meeting = await meetingById(work, meetingId);
  if (!meeting?.cancelledAt || locked?.step.state !== 'SUBMITTED' || locked.step.meetingId !== meetingId) return;
  // The time of submission stays: the body has the case document still.
  await work.execute(
    'update anchoring_step set state = $2, meeting_id = null, opened_on = $3, version = version + 1 where id = $1',
    [stepId, cancelledMeetingEffect().state, work.today],
  );
  await withdraw(work, { subjectId: stepId, because: 'MEETING_CANCELLED' });
  work.log({
    verb: 'reopenStepsOfMeeting',
    subjectType: 'AnchoringStep',
    subjectId: stepId,
    caseId: locked.participation.case.id,
    organisationId: locked.participation.organisationId,
    before: { state: 'SUBMITTED', meetingId },
    after: { state: 'OPEN', meetingId: null },
  });
  await settleRoute(work, locked.participation.id);
}
