import { Tag } from '@digdir/designsystemet-react';
import type { ComponentProps } from 'react';
import { useLanguage } from '../language/language';

type Colour = ComponentProps<typeof Tag>['data-color'];

/** Marks a figure, an answer or a calendar that is calculated and not given by anybody. */
export function Modelled({ when = true }: { when?: boolean }) {
  const { t } = useLanguage();
  return when ? (
    <Tag data-color="brand2" data-size="sm" variant="outline" className="modelled">
      {t.page.modelled}
    </Tag>
  ) : null;
}

/** The signs that stand for a state beside its word: never colour alone. */
const SIGNS = {
  done: 'M4 12.5l5 5L20 6.5',
  waiting: 'M12 7v5l3.5 2',
  open: 'M8 5l8 7-8 7',
  warning: 'M12 8v5m0 3.5v.1',
  stop: 'M7 7l10 10M17 7L7 17',
  out: 'M6 12h12',
  option: 'M12 6v12M6 12h12',
  document: 'M7 4h7l3 3v13H7z',
} as const;

export type Sign = keyof typeof SIGNS;

const RINGED: ReadonlySet<Sign> = new Set(['waiting', 'warning', 'stop']);

/** A sign; its meaning stands in the word beside it, so a screen reader skips it. */
export function SignOf({ sign }: { sign: Sign }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
      {RINGED.has(sign) && <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />}
      <path
        d={SIGNS[sign]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** A sign inside a picture, on a light ground of its own; x and y are its upper left corner. */
export function SignShape({ sign, size, x, y }: { sign: Sign; size: number; x: number; y: number }) {
  const scale = size / 24;
  return (
    <g className="sign-shape" transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle cx="12" cy="12" r="13" className="sign-ground" />
      {RINGED.has(sign) && <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />}
      <path
        d={SIGNS[sign]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}

/** A state as sign, word and colour. */
export function State({ sign, colour, children }: { sign: Sign; colour: Colour; children: string }) {
  return (
    <Tag data-color={colour} data-size="sm" className="state">
      <SignOf sign={sign} />
      {children}
    </Tag>
  );
}
