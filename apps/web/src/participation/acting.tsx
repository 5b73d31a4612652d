import { createContext, useContext, type ReactNode } from 'react';
import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { ActOnBehalfShownFragment, OnBehalfInput } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { LongField, TextField, useFields, useReading, type Bound } from '../page/fields';
import type { Refused } from '../request/use-verb';

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

/** Why and on what evidence the host acts: the two fields, whether they are filled in, and what the API takes. */
export interface Behalf {
  readonly acts: ActsAs;
  readonly because: Bound;
  readonly evidence: Bound;
  readonly sound: () => boolean;
  /** Nothing for the municipality itself. */
  readonly given: () => OnBehalfInput | null;
}

/** The reason and the evidence of an act on behalf, as part of a form; `as` where the page has not said it yet. */
export function useBehalf(refused: Refused | null, as?: ActsAs): Behalf {
  const here = useActing();
  const acts = as ?? here;
  const form = useFields({ 'onBehalf.because': '', 'onBehalf.evidence': '' }, refused);
  const { textFault } = useReading();
  const { 'onBehalf.because': because, 'onBehalf.evidence': evidence } = form.values;
  return {
    acts,
    because: form.field('onBehalf.because'),
    evidence: form.field('onBehalf.evidence'),
    sound: () =>
      acts !== 'HOST' ||
      form.sound({ 'onBehalf.because': textFault(because), 'onBehalf.evidence': textFault(evidence) }),
    given: () => (acts === 'HOST' ? { because, evidence } : null),
  };
}

/** Asked of the host only: why, and on what written request it acts. Stays marked for ever. */
export function OnBehalf({ behalf }: { behalf: Behalf }) {
  const { t } = useLanguage();
  return behalf.acts === 'HOST' ? (
    <Alert data-color="warning" className="behalf">
      <Paragraph>{t.behalf.note}</Paragraph>
      <LongField bound={behalf.because} label={t.behalf.because} rows={2} />
      <TextField bound={behalf.evidence} label={t.behalf.evidence} description={t.behalf.evidenceHelp} />
    </Alert>
  ) : null;
}

/** Everything that the host registered for a municipality, for all to see (R29). */
export function ActsOnBehalf({ acts }: { acts: readonly ActOnBehalfShownFragment[] }) {
  const { t, instant } = useLanguage();
  const names: Readonly<Record<string, string>> = t.behalf.acts;
  return (
    <ul>
      {acts.map(({ id, verb, because, evidence, at }) => (
        <li key={id}>
          <Facts
            rows={[
              [names[verb] ?? verb, instant(at)],
              [t.behalf.because, because],
              [t.behalf.evidence, evidence.startsWith('https://') ? <a href={evidence}>{evidence}</a> : evidence],
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
