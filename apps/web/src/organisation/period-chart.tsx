import { scaleUtc } from 'd3-scale';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import './period-chart.css';

/** What is drawn: the time in which something is decided, the agreement, its extension, the time in which it is needed. */
export type BarKind = 'deciding' | 'term' | 'extension' | 'need';
export type PointKind = 'deadline' | 'due' | 'ends';

export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly bars: readonly { readonly kind: BarKind; readonly from: string; readonly to: string }[];
  readonly points: readonly { readonly kind: PointKind; readonly on: string }[];
}

const BARS: readonly BarKind[] = ['deciding', 'term', 'extension', 'need'];
const POINTS: readonly PointKind[] = ['deadline', 'due', 'ends'];
const ROW = 44;
const WIDTH = 880;
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Periods below each other on one line of time; each lane says in words what it shows. */
export function PeriodChart({ title, lanes, today }: { title: string; lanes: readonly Lane[]; today: string }) {
  const { t, date } = useLanguage();
  const time = useMemo(() => {
    const days = [
      today,
      ...lanes.flatMap(({ bars, points }) => [
        ...bars.flatMap(({ from, to }) => [from, to]),
        ...points.map(({ on }) => on),
      ]),
    ].sort();
    return scaleUtc([day(days[0]!), day(days.at(-1)!)], [16, WIDTH - 16]).nice();
  }, [lanes, today]);
  const x = (on: string): number => Math.round(time(day(on)));
  const says = ({ title: name, bars, points }: Lane): string =>
    [
      name,
      ...bars.map(({ kind, from, to }) => `${t.periods[kind]} ${date(from)}–${date(to)}`),
      ...points.map(({ kind, on }) => `${t.periods[kind]} ${date(on)}`),
    ].join('. ');
  return (
    <figure className="periods">
      <figcaption className="unseen">{title}</figcaption>
      <PeriodLegend lanes={lanes} />
      <div className="scroll periods-scroll" tabIndex={0} role="region" aria-label={title}>
        <div className="periods-head" aria-hidden="true">
          <span className="periods-name" />
          <svg width={WIDTH} height={28}>
            {time.ticks(8).map((tick) => (
              <text key={tick.valueOf()} className="periods-text" textAnchor="middle" x={time(tick)} y={18}>
                {tick.getUTCMonth() === 0 ? tick.getUTCFullYear() : date(tick.toISOString().slice(0, 10)).slice(3)}
              </text>
            ))}
          </svg>
        </div>
        <ul className="plain">
          {lanes.map((lane) => (
            <li key={lane.id} className="periods-row">
              <span className="periods-name">
                <Link to={lane.to} aria-label={says(lane)}>
                  {lane.title}
                </Link>
              </span>
              <svg width={WIDTH} height={ROW} aria-hidden="true">
                {time.ticks(8).map((tick) => (
                  <path key={tick.valueOf()} className="periods-grid" d={`M${time(tick)} 0V${ROW}`} />
                ))}
                <path className="periods-today" d={`M${x(today)} 0V${ROW}`} />
                {lane.bars.map(({ kind, from, to }) => (
                  <Bar key={kind + from} kind={kind} x={x(from)} width={x(to) - x(from)} />
                ))}
                {lane.points.map(({ kind, on }) => (
                  <Point key={kind + on} kind={kind} x={x(on)} y={ROW / 2} />
                ))}
              </svg>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}

function Bar({ kind, x, width }: { kind: BarKind; x: number; width: number }) {
  const high = kind === 'deciding' ? 8 : 18;
  return (
    <rect
      className={`period period-${kind}`}
      x={x}
      y={(ROW - high) / 2}
      width={Math.max(3, width)}
      height={high}
      rx={kind === 'need' ? 9 : 2}
    />
  );
}

/** Each has a shape of its own. */
function Point({ kind, x, y }: { kind: PointKind; x: number; y: number }) {
  const shape = { deadline: 'M0 -15V15', due: 'M0 -8L8 0L0 8L-8 0Z', ends: 'M-7 -7L7 7M7 -7L-7 7' }[kind];
  return <path className={`period-point period-${kind}`} transform={`translate(${x} ${y})`} d={shape} />;
}

/** Only what is drawn. */
function PeriodLegend({ lanes }: { lanes: readonly Lane[] }) {
  const { t } = useLanguage();
  const bars = BARS.filter((kind) => lanes.some((lane) => lane.bars.some((bar) => bar.kind === kind)));
  const points = POINTS.filter((kind) => lanes.some((lane) => lane.points.some((point) => point.kind === kind)));
  return (
    <ul className="plain periods-legend" aria-label={t.timeLine.legend}>
      {bars.map((kind) => (
        <li key={kind}>
          <svg width="36" height="24" viewBox="0 10 36 24" aria-hidden="true">
            <Bar kind={kind} x={3} width={30} />
          </svg>
          {t.periods[kind]}
        </li>
      ))}
      {points.map((kind) => (
        <li key={kind}>
          <svg width="24" height="24" aria-hidden="true">
            <Point kind={kind} x={12} y={12} />
          </svg>
          {t.periods[kind]}
        </li>
      ))}
      <li>
        <svg width="24" height="24" aria-hidden="true">
          <path className="periods-today" d="M12 0V24" />
        </svg>
        {t.timeLine.today}
      </li>
    </ul>
  );
}
