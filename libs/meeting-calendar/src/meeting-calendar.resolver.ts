import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, LocalDateScalar, Uuid, type Asker } from '@samanker/request';
import { AddMeeting, AddMeetingInput, AddMeetingResult } from './add-meeting';
import { CalendarYear } from './calendar-year';
import { calendarYear } from './calendar-year.queries';
import { CancelMeeting, CancelMeetingInput, CancelMeetingResult } from './cancel-meeting';
import { ClosedWeek } from './closed-week.entity';
import { DecisionBody } from './decision-body.entity';
import { ImportMeetingsInput } from './import-meetings.input';
import { ImportMeetings, ImportMeetingsResult } from './import-meetings';
import { bodiesOf, closedWeeksOf, meetingsBetween } from './meeting-calendar.queries';
import { Meeting } from './meeting.entity';
import { SaveClosedWeeks, SaveClosedWeeksInput, SaveClosedWeeksResult } from './save-closed-weeks';
import { SaveDecisionBodyInput } from './decision-body-input';
import { SaveDecisionBody, SaveDecisionBodyResult } from './save-decision-body';

@Resolver()
export class MeetingCalendarResolver {
  constructor(
    private readonly bodySaver: SaveDecisionBody,
    private readonly importer: ImportMeetings,
    private readonly adder: AddMeeting,
    private readonly canceller: CancelMeeting,
    private readonly closedWeekSaver: SaveClosedWeeks,
  ) {}

  @Query(() => [DecisionBody], {
    description: 'The decision bodies of an organisation, in the order in which a case usually meets them.',
  })
  async decisionBodies(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<DecisionBody[]> {
    return bodiesOf(await read.work(), organisationId);
  }

  @Query(() => [Meeting], {
    description: 'Meetings in a period by date, cancelled ones too: of one body, or of all bodies of an organisation.',
  })
  async meetings(
    @Reads() read: RequestRead,
    @Args('from', { type: () => LocalDateScalar, description: 'The first day.' }) from: string,
    @Args('to', { type: () => LocalDateScalar, description: 'The last day.' }) to: string,
    @Args('bodyId', { type: () => Uuid, nullable: true, description: 'One body.' }) bodyId: string | null,
    @Args('organisationId', { type: () => Uuid, nullable: true, description: 'All bodies of one organisation.' })
    organisationId: string | null,
  ): Promise<Meeting[]> {
    return bodyId || organisationId ? meetingsBetween(await read.work(), { bodyId, organisationId }, from, to) : [];
  }

  @Query(() => CalendarYear, {
    nullable: true,
    description: 'A year of all bodies of an organisation; where none is adopted, its days are provisional.',
  })
  async calendarYear(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
    @Args('year', { type: () => Int, description: 'The year, 2000 to 2100.' }) year: number,
  ): Promise<CalendarYear | null> {
    return calendarYear(await read.work(), organisationId, year);
  }

  @Query(() => [ClosedWeek], { description: 'When an organisation is closed, besides weekends and public holidays.' })
  async closedWeeks(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<ClosedWeek[]> {
    return closedWeeksOf(await read.work(), organisationId);
  }

  @Mutation(() => SaveDecisionBodyResult, { description: 'Adds or changes a decision body.' })
  saveDecisionBody(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The body as it is to be.' }) input: SaveDecisionBodyInput,
  ) {
    return this.bodySaver.carryOut(asker, input);
  }

  @Mutation(() => ImportMeetingsResult, {
    description: 'Imports a meeting calendar, or tells what it would change.',
  })
  importMeetings(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The calendar, and whether this is a dry run.' }) input: ImportMeetingsInput,
  ) {
    return this.importer.carryOut(asker, input);
  }

  @Mutation(() => AddMeetingResult, { description: 'Adds one meeting.' })
  addMeeting(@AskedBy() asker: Asker, @Args('input', { description: 'The meeting.' }) input: AddMeetingInput) {
    return this.adder.carryOut(asker, input);
  }

  @Mutation(() => CancelMeetingResult, { description: 'Cancels a meeting; what was submitted to it is open again.' })
  cancelMeeting(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The meeting that will not be held.' }) input: CancelMeetingInput,
  ) {
    return this.canceller.carryOut(asker, input);
  }

  @Mutation(() => SaveClosedWeeksResult, { description: 'Saves when an organisation is closed.' })
  saveClosedWeeks(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The closed periods of an organisation.' }) input: SaveClosedWeeksInput,
  ) {
    return this.closedWeekSaver.carryOut(asker, input);
  }
}
