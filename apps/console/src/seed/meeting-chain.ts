import { addDays, minDate, type DateRange, type LocalDate } from '@samanker/clock';
import { submissionDeadlineOf } from '@samanker/meeting-calendar';
import type { SeedOrganisation } from './agder-organisations';
import type { SeedBody, SeedMeeting } from './modelled-calendar';
import type { SeedRouteTemplate, SeedTemplateStep } from './modelled-routes';

/** A step that is taken up in a meeting. */
export interface Sitting {
  readonly step: SeedTemplateStep;
  readonly meeting: SeedMeeting;
}

/** Where a municipality's case meets its bodies: meetings of one chain, in the order of the route (R6). */
export class MeetingChains {
  constructor(
    private readonly ground: {
      readonly municipality: SeedOrganisation;
      readonly route: SeedRouteTemplate;
      readonly bodies: readonly SeedBody[];
      readonly closed: readonly DateRange[];
    },
  ) {}

  /** The political steps by stage, in order. */
  stages(): SeedTemplateStep[][] {
    const stages = new Map<number, SeedTemplateStep[]>();
    for (const step of this.ground.route.steps.filter(({ kind }) => kind === 'POLITICAL')) {
      stages.set(step.parallelGroup, [...(stages.get(step.parallelGroup) ?? []), step]);
    }
    return [...stages.values()];
  }

  /** The first meeting of the deciding body from a day on that a whole chain of meetings reaches, and that chain. */
  chain(stages: readonly SeedTemplateStep[][], from: LocalDate, notBefore: LocalDate): Sitting[] {
    const deciding = stages.at(-1)![0]!;
    for (const meeting of this.bodyOf(deciding).meetings.filter(({ date }) => date >= from)) {
      const sittings = this.backwards(stages, meeting);
      if (sittings && this.deadline(sittings) >= notBefore) return sittings;
    }
    throw new Error(`${this.ground.municipality.name}: no chain of meetings from ${from}`);
  }

  private backwards(stages: readonly SeedTemplateStep[][], last: SeedMeeting): Sitting[] | null {
    const sittings: Sitting[] = [{ step: stages.at(-1)![0]!, meeting: last }];
    let before = addDays(last.date, -this.bodyOf(stages.at(-1)![0]!).handoverDays);
    for (const stage of stages.slice(0, -1).reverse()) {
      const dates: LocalDate[] = [];
      for (const step of stage) {
        const meeting = this.bodyOf(step)
          .meetings.filter(({ date }) => date <= before)
          .at(-1);
        if (!meeting) return null;
        sittings.push({ step, meeting });
        dates.push(addDays(meeting.date, -this.bodyOf(step).handoverDays));
      }
      before = minDate(dates[0]!, ...dates.slice(1));
    }
    return sittings.reverse();
  }

  /** The earliest meetings, body after body, from a step on. */
  chainFrom(step: SeedTemplateStep, from: LocalDate, notBefore: LocalDate): Sitting[] {
    const rest = this.stages()
      .flat()
      .filter(({ parallelGroup }) => parallelGroup >= step.parallelGroup);
    const own = rest.filter((one) => one === step || one.parallelGroup > step.parallelGroup);
    let after = from > notBefore ? from : addDays(notBefore, 1);
    return own.map((one, index) => {
      const least = index === 0 ? after : addDays(after, this.bodyOf(one).handoverDays);
      const meeting = this.bodyOf(one).meetings.find(({ date }) => date >= least)!;
      after = meeting.date;
      return { step: one, meeting };
    });
  }

  /** The day by which the text has to be with the first bodies (R6). */
  deadline(sittings: readonly Sitting[]): LocalDate {
    const first = sittings.filter(({ step }) => step.parallelGroup === sittings[0]!.step.parallelGroup);
    const dates = first.map(({ step, meeting }) =>
      submissionDeadlineOf({ date: meeting.date }, this.bodyOf(step).submissionDays, {
        ranges: [...this.ground.closed],
      }),
    );
    return minDate(dates[0]!, ...dates.slice(1));
  }

  private bodyOf({ bodyId }: SeedTemplateStep): SeedBody {
    return this.ground.bodies.find(({ id }) => id === bodyId)!;
  }
}
