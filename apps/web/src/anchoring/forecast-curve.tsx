import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useSyncExternalStore } from 'react';
import { formatMonth } from '../clock/format';
import type { ForecastQuery } from '../generated/documents';
import { useLanguage } from '../language/language';

type Forecast = NonNullable<ForecastQuery['caseForecast']>;
type Point = Forecast['planned'][number];

const HEIGHT = 300;
const SIDE = { left: 52, right: 16, top: 16, bottom: 36 };
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

const NARROW = '(max-width: 40rem)';

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
}

/** The S-curve: as planned, with one lost meeting each, without the slowest three. Each line has its own dashes and sign. */
export function ForecastCurve({
  forecast,
  title,
  of,
  highest,
  says,
}: {
  forecast: Forecast;
  title: string;
  of: (point: Point) => number;
  highest: number;
  says: (value: number) => string;
}) {
  const { t, date, language } = useLanguage();
  // Drawn narrower on a phone, so that its words stay as large as others.
  const narrow = useNarrow();
  const width = narrow ? 320 : 640;
  const lines = [
    { name: t.timeLine.asPlanned, points: forecast.planned, look: 'curve-planned' },
    { name: t.timeLine.oneLost, points: forecast.oneLostMeeting, look: 'curve-lost' },
    { name: t.timeLine.without, points: forecast.withoutSlowestThree, look: 'curve-without' },
  ];
  const days = [
    forecast.today,
    forecast.decisionDeadline,
    ...lines.flatMap(({ points }) => points.map(({ on }) => on)),
  ].sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const x = scaleUtc([day(first), day(last)], [SIDE.left, width - SIDE.right]);
  const y = scaleLinear([0, Math.max(highest, 1e-9)], [HEIGHT - SIDE.bottom, SIDE.top]);
  const draw = line<readonly [Date, number]>()
    .x(([on]) => x(on))
    .y(([, value]) => y(value))
    .curve(curveStepAfter);
  const ready = forecast.planned.filter(({ on }) => on <= forecast.decisionDeadline).at(-1);
  return (
    <figure className="curve">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. ${t.timeLine.curveSays(ready?.anchored ?? 0, forecast.municipalities.length, date(forecast.decisionDeadline))}`}
      >
        {y
          .ticks(4)
          .filter((tick) => Number.isInteger(tick) || highest <= 1)
          .map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <path className="curve-grid" d={`M${SIDE.left} 0H${width - SIDE.right}`} />
              <text className="chart-text" x={SIDE.left - 8} dy="0.32em" textAnchor="end">
                {says(tick)}
              </text>
            </g>
          ))}
        {x.ticks(narrow ? 3 : 5).map((tick) => (
          <text key={tick.valueOf()} className="chart-text" x={x(tick)} y={HEIGHT - 12} textAnchor="middle">
            {formatMonth(tick, language)}
          </text>
        ))}
        <path className="gantt-today" d={`M${x(day(forecast.today))} ${SIDE.top}V${HEIGHT - SIDE.bottom}`} />
        <path
          className="gantt-deadline"
          d={`M${x(day(forecast.decisionDeadline))} ${SIDE.top}V${HEIGHT - SIDE.bottom}`}
        />
        {lines.map(({ name, points, look }) => {
          const path = [[day(first), 0] as const, ...points.map((point) => [day(point.on), of(point)] as const)];
          const end = [
            day(last),
            of(points.at(-1) ?? { on: first, anchored: 0, firmShare: 0, optionShare: 0 }),
          ] as const;
          return <path key={name} className={`curve-line ${look}`} d={draw([...path, end]) ?? ''} />;
        })}
      </svg>
      <ul className="plain legend" aria-hidden="true">
        {lines.map(({ name, look }) => (
          <li key={name}>
            <svg width="36" height="12">
              <path className={`curve-line ${look}`} d="M0 6H36" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
