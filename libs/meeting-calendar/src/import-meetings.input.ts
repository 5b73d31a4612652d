import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';

@InputType({
  description: 'A meeting calendar, handed in one way: as CSV, as a workbook, as iCalendar or as pasted text.',
})
export class ImportMeetingsInput {
  @Field(() => Uuid, { description: 'The organisation whose calendar it is.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A list as CSV, with a header. Columns: body (name) and date; and, where wanted, meeting_id, start (HH:MM), kind, submission_deadline; or the same in Norwegian. Comma, semicolon or tab. At most 5 000 meetings and 1 000 000 characters.',
  })
  csv?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An XLSX file in base64, at most 1 000 000 characters: a list with headings, or a table of bodies and months.',
  })
  workbook?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A calendar file (RFC 5545), with series, time zones and cancelled meetings.',
  })
  iCalendar?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text of a plan as people write it, such as out of a PDF or a web page.',
  })
  text?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year of dates that name none, 2000 to 2100.' })
  year?: number | null;

  @Field(() => Uuid, { nullable: true, description: 'The body of meetings that name none.' })
  bodyId?: string | null;

  @Field(() => Boolean, { description: 'True: only tell what the file would change. Nothing is stored.' })
  dryRun!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key never imports twice. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}
