import {
  addDays,
  addWorkingDays,
  dateOf,
  isPublicHoliday,
  isWorkingDay,
  isoWeek,
  weekday,
  yearOf,
  type LocalDate,
} from '@samanker/clock';
import type { SeedOrganisation } from './agder-organisations';
import { drawsOf, seedId } from './seed-id';

export type SeedBodyKind = 'COUNCIL' | 'EXECUTIVE_COMMITTEE' | 'COMMITTEE' | 'ELDERLY_COUNCIL' | 'DISABILITY_COUNCIL';

export interface SeedMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly externalId: string;
  readonly date: LocalDate;
  readonly startsAt: string;
  readonly kind: 'ORDINARY' | 'BUDGET';
}

export interface SeedBody {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly kind: SeedBodyKind;
  readonly submissionDays: number;
  readonly handoverDays: number;
  /** MODELLED: no calendar of 2016 or 2017 was found for any of the thirty. */
  readonly calendarOrigin: 'MODELLED';
  readonly meetings: readonly SeedMeeting[];
}

export interface SeedClosedWeek {
  readonly organisationId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
}

/** Sizes of municipality that differ in bodies and routes. */
export type SeedSize = 'SMALL' | 'MEDIUM' | 'LARGE';

const LARGE_FROM = 10_000;
const MEDIUM_FROM = 3_000;
const YEARS = [2016, 2017] as const;
/** Called bystyre in the sources (facts of the field); elsewhere the council is called kommunestyre. */
const TOWN_COUNCILS = ['Kristiansand', 'Arendal', 'Lillesand', 'Risør'];

export function sizeOf({ population }: Pick<SeedOrganisation, 'population'>): SeedSize {
  return population >= LARGE_FROM ? 'LARGE' : population >= MEDIUM_FROM ? 'MEDIUM' : 'SMALL';
}

/**
 * Bodies and meetings after the usual rhythm: council on a Wednesday or Thursday every four to six weeks with a budget
 * meeting in December, executive committee every two to three weeks and always before the council, nobody in July. The
 * draws follow from the municipality's number.
 */
export function modelledBodies(municipality: SeedOrganisation): SeedBody[] {
  const draw = drawsOf(`calendar ${municipality.number}`);
  const nn = municipality.language === 'NN';
  const size = sizeOf(municipality);
  const councilDay = draw() < 0.6 ? 3 : 4;
  const gap = [7, 14, 8][Math.floor(draw() * 3)]!;
  const councils = YEARS.flatMap((year) => councilDates(year, councilDay, draw));
  const before = (dates: readonly LocalDate[], least: number, spread: number): LocalDate[] =>
    dates.map((date) => onWorkingDay(addDays(date, -(least + Math.floor(draw() * (spread + 1))))));
  const executive = withFillers(before(councils, gap, 2), draw);
  const committee = before(before(councils, gap + 2, 0), 7, 5);
  const elderly = before(committee, 1, 4);
  const disability = before(committee, 1, 5);

  const body = (
    name: string,
    kind: SeedBodyKind,
    dates: readonly LocalDate[],
    [submissionDays, handoverDays]: readonly [number, number],
    startsAt: string,
  ): SeedBody => {
    const id = seedId('body', municipality.number, kind);
    const unique = [...new Set(dates)].sort();
    return {
      id,
      organisationId: municipality.id,
      name,
      kind,
      submissionDays,
      handoverDays,
      calendarOrigin: 'MODELLED',
      meetings: unique.map((date) => ({
        id: seedId('meeting', municipality.number, kind, date),
        bodyId: id,
        externalId: `${municipality.number}-${kind}-${date}`,
        date,
        startsAt,
        kind: kind === 'COUNCIL' && date.slice(5, 7) === '12' ? 'BUDGET' : 'ORDINARY',
      })),
    };
  };
  const council = TOWN_COUNCILS.includes(municipality.name) ? 'Bystyret' : 'Kommunestyret';
  const bodies = [
    body('Eldrerådet', 'ELDERLY_COUNCIL', elderly, [10, 0], '10:00'),
    body(
      nn ? 'Rådet for menneske med nedsett funksjonsevne' : 'Rådet for mennesker med nedsatt funksjonsevne',
      'DISABILITY_COUNCIL',
      disability,
      [10, 0],
      '12:00',
    ),
    body(nn ? 'Levekårsutvalet' : 'Levekårsutvalget', 'COMMITTEE', committee, [12, 0], '16:00'),
    body(
      'Formannskapet',
      'EXECUTIVE_COMMITTEE',
      executive,
      [size === 'LARGE' ? 14 : 12, size === 'SMALL' ? 3 : 5],
      '09:00',
    ),
    body(council, 'COUNCIL', councils, [size === 'LARGE' ? 21 : 14, 5], size === 'SMALL' ? '10:00' : '17:00'),
  ];
  return bodies.filter(({ kind }) => size !== 'SMALL' || (kind !== 'COMMITTEE' && kind !== 'DISABILITY_COUNCIL'));
}

/** The municipality is closed in the three weeks of the common holiday and between Christmas and New Year. */
export function modelledClosedWeeks({ id }: SeedOrganisation): SeedClosedWeek[] {
  const [summer, christmas] = ['Fellesferie', 'Romjul'];
  return [
    { organisationId: id, from: '2016-07-11', to: '2016-07-31', reason: summer },
    { organisationId: id, from: '2016-12-27', to: '2016-12-30', reason: christmas },
    { organisationId: id, from: '2017-07-10', to: '2017-07-30', reason: summer },
    { organisationId: id, from: '2017-12-27', to: '2017-12-29', reason: christmas },
  ];
}

function councilDates(year: number, day: number, draw: () => number): LocalDate[] {
  const dates: LocalDate[] = [];
  let date = dateOf(year, 1, 18 + Math.floor(draw() * 12));
  for (;;) {
    const meeting = onWeekday(date, day);
    if (yearOf(meeting) !== year || meeting >= dateOf(year, 12, 1)) break;
    // After the summer the committees must have met before the council can.
    const tooSoonAfterSummer = meeting > dateOf(year, 7, 1) && meeting < dateOf(year, 9, 1);
    if (fits(meeting) && !tooSoonAfterSummer) dates.push(meeting);
    date = addDays(meeting, 7 * (4 + Math.floor(draw() * 3)));
  }
  // The budget is adopted in the second week of December.
  const budget = onWeekday(dateOf(year, 12, 8), day);
  return [...dates.filter((one) => addDays(one, 14) <= budget), budget];
}

/** Adds meetings of the executive committee where more than three weeks lie between two. */
function withFillers(dates: readonly LocalDate[], draw: () => number): LocalDate[] {
  const all = [...new Set(dates)].sort();
  const filled: LocalDate[] = [];
  all.forEach((date, index) => {
    filled.push(date);
    const next = all[index + 1];
    for (
      let between = addDays(date, 14 + 7 * Math.floor(draw() * 2));
      next && addDays(between, 10) <= next;
      between = addDays(between, 14)
    ) {
      if (fits(between)) filled.push(between);
    }
  });
  return filled;
}

/** No meetings in July and the first week of August, in Easter week, or on a day off. */
function fits(date: LocalDate): boolean {
  const easterWeek = [1, 2, 3, 4].some((ahead) => isPublicHoliday(addDays(date, ahead)) && date.slice(5, 7) <= '04');
  return isWorkingDay(date) && date.slice(5, 7) !== '07' && isoWeek(date).week !== 31 && !easterWeek;
}

function onWeekday(date: LocalDate, day: number): LocalDate {
  return addDays(date, (day - weekday(date) + 7) % 7);
}

/** The day itself, or the nearest working day before it that is not in July. */
function onWorkingDay(date: LocalDate): LocalDate {
  let day = isWorkingDay(date) ? date : addWorkingDays(date, -1);
  while (!fits(day)) day = addWorkingDays(day, -1);
  return day;
}
