import { createContext, useContext, type ReactNode } from 'react';
import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { LongField, textOrNull, type Bound } from '../page/fields';

/** As what a person acts on a participation. */
export type ActsAs = 'ITSELF' | 'HOST' | 'NOBODY';

const Acting = createContext<ActsAs>('NOBODY');

export function ActingAs({ as, children }: { as: ActsAs; children: ReactNode }) {
  return <Acting value={as}>{children}</Acting>;
}

/** Whether the person acts for the municipality itself, as host on its written behalf (R29), or only looks. */
export function useActing(): ActsAs {
  return useContext(Acting);
}

/** Asked of the host only: on what written request it acts. Stays marked for ever. */
export function OnBehalf({ bound }: { bound: Bound }) {
  const { t } = useLanguage();
  return useActing() === 'HOST' ? (
    <Alert data-color="warning" className="behalf">
      <Paragraph>{t.participation.onBehalfNote}</Paragraph>
      <LongField bound={bound} label={t.participation.onBehalf} description={t.participation.onBehalfHelp} rows={2} />
    </Alert>
  ) : null;
}

/** The reason as the API takes it: nothing for the municipality itself. */
export function behalfOf(as: ActsAs, text: string): string | null {
  return as === 'HOST' ? textOrNull(text) : null;
}
