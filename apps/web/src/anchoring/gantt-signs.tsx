import { useLanguage } from '../language/language';

export type GanttSign = 'meeting' | 'submission' | 'planned' | 'submitted' | 'decided' | 'finish';

/** What stands on the time line: a shape of its own for each, never colour alone. */
export function Sign({ sign, x, y, says }: { sign: GanttSign; x: number; y: number; says?: string }) {
  const title = says && <title>{says}</title>;
  const at = `translate(${x} ${y})`;
  switch (sign) {
    case 'meeting':
      return (
        <path className="gantt-meeting" transform={at} d="M0 -9V9">
          {title}
        </path>
      );
    case 'submission':
      return (
        <path className="gantt-submission" transform={at} d="M-5 -5H5L0 5Z">
          {title}
        </path>
      );
    case 'planned':
      return (
        <circle className="gantt-planned" transform={at} r="5">
          {title}
        </circle>
      );
    case 'submitted':
      return (
        <g transform={at}>
          <circle className="gantt-planned" r="5" />
          <circle className="gantt-solid" r="2">
            {title}
          </circle>
        </g>
      );
    case 'decided':
      return (
        <rect className="gantt-solid" transform={at} x="-5" y="-5" width="10" height="10">
          {title}
        </rect>
      );
    case 'finish':
      return (
        <path className="gantt-finish" transform={at} d="M0 -8L8 0L0 8L-8 0Z">
          {title}
        </path>
      );
  }
}

/** What the shapes mean. */
export function GanttLegend() {
  const { t } = useLanguage();
  const shown: readonly (readonly [GanttSign, string])[] = [
    ['meeting', t.timeLine.meetings],
    ['submission', t.timeLine.deadlineIn],
    ['planned', t.timeLine.planned],
    ['submitted', t.timeLine.submitted],
    ['decided', t.timeLine.decided],
    ['finish', t.timeLine.finish],
  ];
  return (
    <ul className="plain legend" aria-label={t.timeLine.legend}>
      {shown.map(([sign, text]) => (
        <li key={sign}>
          <svg width="20" height="20" aria-hidden="true">
            <Sign sign={sign} x={10} y={10} />
          </svg>
          {text}
        </li>
      ))}
      <li>
        <svg width="20" height="20" aria-hidden="true">
          <path className="gantt-today" d="M10 0V20" />
        </svg>
        {t.timeLine.today}
      </li>
      <li>
        <svg width="20" height="20" aria-hidden="true">
          <path className="gantt-deadline" d="M10 0V20" />
        </svg>
        {t.timeLine.deadline}
      </li>
    </ul>
  );
}
