import { Module } from '@nestjs/common';
import { AddMeeting } from './add-meeting';
import { CancelMeeting } from './cancel-meeting';
import { ClosedWeek } from './closed-week.entity';
import { DecisionBody } from './decision-body.entity';
import { ImportMeetings } from './import-meetings';
import { MeetingCalendarResolver } from './meeting-calendar.resolver';
import { Meeting } from './meeting.entity';
import { SaveClosedWeeks } from './save-closed-weeks';
import { SaveDecisionBody } from './save-decision-body';

export const meetingCalendarEntities = [DecisionBody, Meeting, ClosedWeek];

@Module({
  providers: [MeetingCalendarResolver, SaveDecisionBody, ImportMeetings, AddMeeting, CancelMeeting, SaveClosedWeeks],
})
export class MeetingCalendarModule {}
