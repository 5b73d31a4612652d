import { useVirtualizer } from '@tanstack/react-virtual';
import { scaleUtc, type ScaleTime } from 'd3-scale';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { formatMonth } from '../clock/format';
import type { TimeLineQuery } from '../generated/documents';
import { useLanguage, type Spoken } from '../language/language';
import { Sign } from './gantt-signs';
import { standingOf } from './standing';
import { StatusMark } from './step-look';

type Board = NonNullable<TimeLineQuery['caseBoard']>;
export type GanttRow = Board['rows'][number];
type Step = GanttRow['steps'][number];

const ROW = 56;
const WIDTH = 912;
const EDGE = 32;
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The day that a step stands on: its decision, its meeting, its plan. */
export function dayOf(step: Step): string | null {
  return step.state === 'DECIDED' ? step.decidedOn : (step.meetingOn ?? step.plannedOn);
}

/** Is there anything of the step to be shown? */
export function isShown(step: Step): boolean {
  return step.state !== 'NOT_REQUIRED';
}

/** A route in words: what a screen reader hears of its row. */
export function saysRow(row: GanttRow, { t, date }: Spoken): string {
  const steps = row.steps.filter(isShown).map((step) => {
    const on = dayOf(step);
    return `${step.title} ${t.stepStates[step.state]}${on ? ` ${date(on)}` : ''}`;
  });
  const finish = row.plannedFinishOn ? date(row.plannedFinishOn) : t.timeLine.unknown;
  return t.timeLine.rowName(row.organisationName, steps.join(', ') || t.timeLine.nothing, finish);
}

/** Municipalities × time. Only the rows that are looked at exist; the arrow keys go through all of them. */
export function Gantt({
  board,
  meetings,
  from,
}: {
  board: Board;
  meetings: ReadonlyMap<string, readonly string[]>;
  from: string;
}) {
  const spoken = useLanguage();
  const { t } = spoken;
  const { rows, decisionDeadline, today, caseId } = board;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const time = useMemo(() => {
    const last = rows.reduce(
      (latest, { plannedFinishOn }) => (plannedFinishOn && plannedFinishOn > latest ? plannedFinishOn : latest),
      decisionDeadline,
    );
    return scaleUtc(
      [day(from < today ? from : today), new Date(day(last).valueOf() + 14 * 86_400_000)],
      [12, WIDTH - 12],
    );
  }, [rows, decisionDeadline, today, from]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
  });
  useEffect(() => {
    const box = scroller.current;
    // Where there is no room for the whole line, it opens at today.
    if (box) box.scrollLeft = time(day(today)) - box.clientWidth / 2;
  }, [time, today]);
  const go = (event: KeyboardEvent): void => {
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, wanted));
    setAt(next);
    virtual.scrollToIndex(next);
    // The row may not exist until it has been scrolled to.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()),
    );
  };
  return (
    <div className="gantt" ref={scroller} tabIndex={-1}>
      <div className="gantt-head" aria-hidden="true">
        <span className="gantt-name">{t.timeLine.municipality}</span>
        <Axis time={time} />
      </div>
      <ul
        className="plain gantt-rows"
        aria-label={t.timeLine.gantt}
        onKeyDown={go}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          const standing = standingOf(row, today);
          return (
            <li
              key={row.participationId}
              className="gantt-row"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="gantt-name">
                <Link
                  to={`/cases/${caseId}/participations/${row.participationId}`}
                  tabIndex={index === at ? 0 : -1}
                  data-row={index}
                  onFocus={() => setAt(index)}
                  aria-label={saysRow(row, spoken)}
                >
                  {row.organisationName}
                </Link>
                {standing && <StatusMark status={standing} />}
              </span>
              <Line
                row={row}
                time={time}
                meetings={meetings.get(row.participationId) ?? []}
                today={today}
                deadline={decisionDeadline}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Time = ScaleTime<number, number>;

/** The name of a month at the edge is turned inwards: half of it would be cut off. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
  return x < EDGE ? 'start' : x > WIDTH - EDGE ? 'end' : 'middle';
}

function Axis({ time }: { time: Time }) {
  const { language } = useLanguage();
  return (
    <svg width={WIDTH} height={ROW}>
      {time.ticks(8).map((tick) => (
        <g key={tick.valueOf()} transform={`translate(${time(tick)} 0)`}>
          <path className="gantt-tick" d={`M0 ${ROW - 10}V${ROW}`} />
          <text className="chart-text" textAnchor={anchorAt(time(tick))} y={ROW - 16}>
            {formatMonth(tick, language)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Line({
  row,
  time,
  meetings,
  today,
  deadline,
}: {
  row: GanttRow;
  time: Time;
  meetings: readonly string[];
  today: string;
  deadline: string;
}) {
  const { t, date } = useLanguage();
  const x = (on: string): number => Math.round(time(day(on)));
  const steps = row.steps.filter(isShown);
  const first = steps.map(dayOf).find((on) => on !== null);
  const middle = ROW / 2;
  return (
    <svg width={WIDTH} height={ROW} aria-hidden="true">
      {meetings.map((on) => (
        <Sign key={on} sign="meeting" x={x(on)} y={middle} />
      ))}
      <path className="gantt-today" d={`M${x(today)} 0V${ROW}`} />
      <path className="gantt-deadline" d={`M${x(deadline)} 0V${ROW}`} />
      {first && row.plannedFinishOn && (
        <path
          className={row.provisional ? 'gantt-line gantt-provisional' : 'gantt-line'}
          d={`M${x(first)} ${middle}H${x(row.plannedFinishOn)}`}
        />
      )}
      {steps.map((step) => {
        const on = dayOf(step);
        const due = step.state === 'OPEN' || step.state === 'WAITING' ? step.submissionDeadline : null;
        const sign = step.state === 'DECIDED' ? 'decided' : step.state === 'SUBMITTED' ? 'submitted' : 'planned';
        return (
          <g key={step.id}>
            {due && (
              <Sign sign="submission" x={x(due)} y={9} says={`${step.title}: ${t.timeLine.submission} ${date(due)}`} />
            )}
            {on && (
              <Sign sign={sign} x={x(on)} y={middle} says={`${step.title}: ${t.stepStates[step.state]} ${date(on)}`} />
            )}
          </g>
        );
      })}
      {row.plannedFinishOn && (
        <Sign
          sign="finish"
          x={x(row.plannedFinishOn)}
          y={middle}
          says={`${t.timeLine.finish} ${date(row.plannedFinishOn)}`}
        />
      )}
    </svg>
  );
}
