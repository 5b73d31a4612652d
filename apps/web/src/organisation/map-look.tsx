import { useId } from 'react';
import { SignShape, type Sign } from '../page/marks';

/** How an area looks: each has a colour and a pattern of its own, so that it can be told from the others without colour. */
export const LOOKS = [
  'done',
  'going',
  'asked',
  'tight',
  'late',
  'stopped',
  'out',
  'none',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
] as const;

export type LookName = (typeof LOOKS)[number];

/** What is drawn over the colour, in a square of 8. */
const PATTERNS: Partial<Record<LookName, string>> = {
  going: 'M-2 10L10 -2',
  asked: 'M3.5 4h1',
  tight: 'M0 4H8',
  late: 'M4 0V8',
  stopped: 'M0 0L8 8M8 0L0 8',
  out: 'M-2 -2L10 10',
};

/** The patterns of one picture; ids are made by `id`. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {LOOKS.map((look) => (
        <pattern key={look} id={`${id}${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
          {PATTERNS[look] && <path className={`map-stroke map-stroke-${look}`} d={PATTERNS[look]} />}
        </pattern>
      ))}
    </defs>
  );
}

/** A small piece of the look, for a legend. */
export function Look({ look, sign }: { look: LookName; sign?: Sign }) {
  const id = useId();
  return (
    <svg className="map-look" width="32" height="24" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          {PATTERNS[look] && <path className={`map-stroke map-stroke-${look}`} d={PATTERNS[look]} />}
        </pattern>
      </defs>
      <rect className={`map-area map-${look}`} x="1" y="1" width="30" height="22" rx="3" />
      <rect className="map-pattern" x="1" y="1" width="30" height="22" rx="3" fill={`url(#${id})`} />
      {sign && <SignShape sign={sign} size={16} x={8} y={4} />}
    </svg>
  );
}
