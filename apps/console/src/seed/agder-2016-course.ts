import { addDays, addWorkingDays, type DateRange, type LocalDate } from '@samanker/clock';
import type { Act, Deed, ScriptOutcome, StepKey } from './act';
import type { SeedOrganisation } from './agder-organisations';
import type { MunicipalityPlan } from './agder-2016-plan';
import { MeetingChains, type Sitting } from './meeting-chain';
import type { SeedBody } from './modelled-calendar';
import type { SeedRouteTemplate, SeedTemplateStep } from './modelled-routes';

/** What a municipality's course is played with. */
export interface CourseGround {
  readonly municipality: SeedOrganisation;
  readonly route: SeedRouteTemplate;
  readonly bodies: readonly SeedBody[];
  readonly closed: readonly DateRange[];
  readonly plan: MunicipalityPlan;
  readonly invitedOn: LocalDate;
  readonly draw: () => number;
}

/** The course as deeds with times, and the day on which the municipality decided. */
export interface Course {
  readonly acts: readonly Act[];
  readonly decidedOn: LocalDate;
  /** When the last decision was recorded. */
  readonly recordedOn: LocalDate;
}

const QUIET_DAY = '2016-12-20';

/**
 * Plays one municipality through its route over its calendar: the administration first, then the text to the first body,
 * then body after body, with the oddity of its plan. The same ground always gives the same course.
 */
export function courseOf(ground: CourseGround): Course {
  const player = new Player(ground);
  player.administration();
  player.politics();
  return { acts: player.acts, decidedOn: player.decidedOn, recordedOn: player.recordedOn };
}

class Player {
  readonly acts: Act[] = [];
  decidedOn: LocalDate = '';
  recordedOn: LocalDate = '';
  private ready: LocalDate;
  private caseNumber: number;

  constructor(private readonly ground: CourseGround) {
    this.ready = ground.invitedOn;
    this.chains = new MeetingChains(ground);
    this.caseNumber = 20 + Math.floor(ground.draw() * 60);
  }

  /** Each leader in turn, most within the days set, some a little after. */
  administration(): void {
    for (const step of this.ground.route.steps.filter(({ kind }) => kind === 'ADMINISTRATIVE')) {
      const late = this.ground.draw() < 0.15 ? 2 : 0;
      const days = late ? step.workingDays! + late : 1 + Math.floor(this.ground.draw() * (step.workingDays! - 1));
      this.ready = this.workingDay(this.ready, days);
      this.decide(step, this.ready, this.ready, 'RECOMMENDED');
    }
  }

  politics(): void {
    const { plan } = this.ground;
    const stages = this.chains.stages();
    let sittings = this.chains.chain(stages, plan.decidesFrom, this.ready);
    this.handIn(sittings, this.handInDay(sittings));
    for (let index = 0; index < stages.length; index += 1) {
      const again = this.sit(
        sittings.filter(({ step }) => stages[index]!.includes(step)),
        index === stages.length - 1,
      );
      if (again === null) continue;
      // The later bodies move along, and this stage meets once more.
      sittings = [...sittings.filter(({ step }) => !stages.slice(index).flat().includes(step)), ...again.sittings];
      this.handIn(
        again.sittings.filter(({ step }) => step !== again.deferred),
        again.on,
      );
      index -= 1;
    }
  }

  /** What a stage comes to; not null when it has to meet again, with all that follows it. */
  private sit(
    stage: readonly Sitting[],
    last: boolean,
  ): { sittings: Sitting[]; deferred: SeedTemplateStep | null; on: LocalDate } | null {
    const { plan } = this.ground;
    let again: { sittings: Sitting[]; deferred: SeedTemplateStep | null; on: LocalDate } | null = null;
    for (const { step, meeting } of [...stage].sort((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1))) {
      const on = meeting.date;
      const recordedOn = this.recordingDay(on, plan.oddity === 'NOBODY_RECORDS' && last ? 7 : null);
      const first = !this.odd;
      if (first && plan.oddity === 'WITHDRAWN_BY_COMMITTEE' && step.key === 'COMMITTEE') {
        this.odd = true;
        this.decide(step, on, recordedOn, 'WITHDRAWN_FROM_AGENDA');
        again = {
          sittings: this.chains.chainFrom(step, addDays(on, 1), recordedOn),
          deferred: null,
          on: this.workingDay(recordedOn, 1),
        };
      } else if (first && plan.oddity === 'DEFERRED_BY_EXECUTIVE_COMMITTEE' && step.key === 'EXECUTIVE_COMMITTEE') {
        this.odd = true;
        const sittings = this.chains.chainFrom(step, addDays(on, 1), recordedOn);
        this.decide(step, on, recordedOn, 'DEFERRED', { deferredToMeetingId: sittings[0]!.meeting.id });
        again = { sittings, deferred: step, on: this.workingDay(recordedOn, 1) };
      } else if (first && last && (plan.oddity === 'RETURNED_BY_COUNCIL' || plan.oddity === 'CANNOT_MAKE_IT')) {
        this.odd = true;
        this.decide(step, on, recordedOn, 'RETURNED', {
          text: 'Saken sendes tilbake. Kommunestyret ber om å få belyst kostnadene i hele avtaleperioden.',
        });
        again = {
          sittings: this.chains.chainFrom(step, addDays(on, 1), recordedOn),
          deferred: null,
          on: this.workingDay(recordedOn, 5),
        };
      } else {
        this.decide(step, on, recordedOn, this.outcomeOf(step), this.termsOf(step));
        if (last) [this.decidedOn, this.recordedOn] = [on, recordedOn];
      }
    }
    return again;
  }

  private odd = false;
  private readonly chains: MeetingChains;

  private outcomeOf(step: SeedTemplateStep): ScriptOutcome {
    const { oddity } = this.ground.plan;
    if (step.weight === 'ADVISORY') return 'STATEMENT';
    if (step.weight === 'DECIDING')
      return oddity === 'APPROVED_WITH_CONDITIONS' ? 'APPROVED_WITH_CONDITIONS' : 'APPROVED';
    return oddity === 'COMMITTEE_SAYS_NO' && step.key === 'COMMITTEE' ? 'NOT_RECOMMENDED' : 'RECOMMENDED';
  }

  private termsOf(step: SeedTemplateStep): Partial<Extract<Deed, { verb: 'decideAnchoringStep' }>> {
    if (step.weight !== 'DECIDING' || this.ground.plan.oddity !== 'APPROVED_WITH_CONDITIONS') return {};
    return {
      condition: 'Avtalen om responssenteret skal kunne sies opp uavhengig av avtalen om teknologi.',
      limitPerInhabitantPerYear: '75.00',
    };
  }

  private handIn(sittings: readonly Sitting[], on: LocalDate): void {
    const { municipality } = this.ground;
    // The last body first: a meeting that moves must not come after one that follows it.
    [...sittings].reverse().forEach(({ step, meeting }, index) => {
      this.act(on, clock(13, index), 'COORDINATOR', {
        verb: 'submitAnchoringStep',
        municipality: municipality.number,
        step: step.key as StepKey,
        meetingId: meeting.id,
      });
    });
  }

  private handInDay(sittings: readonly Sitting[]): LocalDate {
    const day = this.workingDay(this.chains.deadline(sittings), -Math.floor(this.ground.draw() * 4));
    return day < this.ready ? this.ready : day;
  }

  /** Some record the same evening, most the day after, a few when they have been asked once more. */
  private recordingDay(on: LocalDate, days: number | null): LocalDate {
    const drawn = this.ground.draw();
    return this.workingDay(on, days ?? (drawn < 0.4 ? 0 : drawn < 0.85 ? 1 : 3));
  }

  private decide(
    step: SeedTemplateStep,
    decidedOn: LocalDate,
    recordedOn: LocalDate,
    outcome: ScriptOutcome,
    more: Partial<Extract<Deed, { verb: 'decideAnchoringStep' }>> = {},
  ): void {
    const political = step.kind === 'POLITICAL';
    const time = !political
      ? clock(10, step.position)
      : recordedOn === decidedOn
        ? clock(20, step.position)
        : clock(11, step.position);
    this.act(recordedOn, time, political ? 'RECORDER' : step.role, {
      verb: 'decideAnchoringStep',
      municipality: this.ground.municipality.number,
      step: step.key as StepKey,
      outcome,
      decidedOn,
      ...(political ? { bodyCase: `PS ${(this.caseNumber += 1)}/16` } : {}),
      ...more,
    });
  }

  private act(on: LocalDate, time: string, role: string, deed: Deed): void {
    if (on > QUIET_DAY) return;
    this.acts.push({ at: `${on}T${time}`, as: `${this.ground.municipality.number}:${role}`, deed });
  }

  private workingDay(from: LocalDate, days: number): LocalDate {
    return addWorkingDays(from, days, { ranges: [...this.ground.closed] });
  }
}

/** A time of day with minutes counted on, so that deeds of one day keep their order. */
function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
