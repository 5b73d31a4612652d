import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { ActOnBehalfShownFragment, OnBehalfInput } from '../generated/documents';
import { FileField, UNDER_WAY } from '../attachment/file-field';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { LongField, TextField, textOrNull, useFields, useReading, type Bound } from '../page/fields';
import type { Refused } from '../request/use-verb';

/** As what a person acts on a participation. */
export type ActsAs = 'ITSELF' | 'HOST' | 'NOBODY';

const Acting = createContext<{ readonly as: ActsAs; readonly participationId: string }>({
  as: 'NOBODY',
  participationId: '',
});

export function ActingAs({
  as,
  participationId,
  children,
}: {
  as: ActsAs;
  participationId: string;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ as, participationId }), [as, participationId]);
  return <Acting value={value}>{children}</Acting>;
}

/** Whether the person acts for the municipality itself, as host on its written behalf (R29), or only looks. */
export function useActing(): ActsAs {
  return useContext(Acting).as;
}

/** Why and on what evidence the host acts: the fields, whether they are filled in, and what the API takes. */
export interface Behalf {
  readonly acts: ActsAs;
  readonly because: Bound;
  readonly evidence: Bound;
  /** The written request as a file; then where else it is need not be said. */
  readonly attachment: Bound;
  readonly participationId: string;
  readonly sound: () => boolean;
  /** Nothing for the municipality itself. */
  readonly given: () => OnBehalfInput | null;
}

/** The reason and the evidence of an act on behalf, as part of a form; said for itself where the page around has not yet. */
export function useBehalf(refused: Refused | null, here?: { as: ActsAs; participationId: string }): Behalf {
  const { t } = useLanguage();
  const around = useContext(Acting);
  const { as: acts, participationId } = here ?? around;
  const form = useFields({ 'onBehalf.because': '', 'onBehalf.evidence': '', 'onBehalf.attachmentId': '' }, refused);
  const { textFault } = useReading();
  const {
    'onBehalf.because': because,
    'onBehalf.evidence': evidence,
    'onBehalf.attachmentId': attachmentId,
  } = form.values;
  const underWay = attachmentId === UNDER_WAY;
  return {
    acts,
    participationId,
    because: form.field('onBehalf.because'),
    evidence: form.field('onBehalf.evidence'),
    attachment: form.field('onBehalf.attachmentId'),
    sound: () =>
      acts !== 'HOST' ||
      form.sound({
        'onBehalf.because': textFault(because),
        'onBehalf.evidence': attachmentId ? undefined : textFault(evidence),
        'onBehalf.attachmentId': underWay ? t.attachment.underWay : undefined,
      }),
    given: () =>
      acts === 'HOST'
        ? {
            because,
            evidence: evidence.trim() || (attachmentId ? t.behalf.enclosed : ''),
            attachmentId: underWay ? null : textOrNull(attachmentId),
          }
        : null,
  };
}

/** Asked of the host only: why, and on what written request it acts. Stays marked for ever. */
export function OnBehalf({ behalf }: { behalf: Behalf }) {
  const { t } = useLanguage();
  return behalf.acts === 'HOST' ? (
    <Alert data-color="warning" className="behalf">
      <Paragraph>{t.behalf.note}</Paragraph>
      <div className="stack">
        <LongField bound={behalf.because} label={t.behalf.because} rows={2} />
        <FileField bound={behalf.attachment} label={t.behalf.file} subjectId={behalf.participationId} />
        <TextField bound={behalf.evidence} label={t.behalf.evidence} description={t.behalf.evidenceHelp} />
      </div>
    </Alert>
  ) : null;
}

/** Everything that the host registered for a municipality, for all to see (R29). */
export function ActsOnBehalf({
  acts,
  organisationId,
}: {
  acts: readonly ActOnBehalfShownFragment[];
  organisationId: string;
}) {
  const { t, instant } = useLanguage();
  const me = useMe();
  // R28: the request itself is for the two that it stands between, and for those who look after both.
  const opens =
    useActing() !== 'NOBODY' ||
    me.organisationId === organisationId ||
    me.roles.some(({ kind }) => kind === 'SECRETARIAT' || kind === 'AUDITOR');
  const names: Readonly<Record<string, string>> = t.behalf.acts;
  return (
    <ul>
      {acts.map(({ id, verb, because, evidence, attachmentId, at }) => (
        <li key={id}>
          <Facts
            rows={[
              [names[verb] ?? verb, instant(at)],
              [t.behalf.because, because],
              [t.behalf.evidence, evidence.startsWith('https://') ? <a href={evidence}>{evidence}</a> : evidence],
              [
                t.behalf.file,
                attachmentId && (opens ? <a href={`/attachments/${attachmentId}`}>{t.behalf.open}</a> : t.behalf.kept),
              ],
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
