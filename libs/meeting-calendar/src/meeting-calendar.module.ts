import { Module } from '@nestjs/common';
import { ClosedWeek } from './closed-week.entity';
import { DecisionBody } from './decision-body.entity';
import { Meeting } from './meeting.entity';

export const meetingCalendarEntities = [DecisionBody, Meeting, ClosedWeek];

@Module({ providers: [] })
export class MeetingCalendarModule {}
