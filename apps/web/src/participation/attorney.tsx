import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import {
  RecordPowerOfAttorneyDocument,
  WithdrawPowerOfAttorneyDocument,
  type ParticipationShownFragment,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import {
  DateField,
  dateOrNull,
  LongField,
  moneyOrNull,
  TextField,
  textOrNull,
  useFields,
  useReading,
} from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { OnBehalf, useActing, useBehalf } from './acting';

interface Told {
  readonly participation: ParticipationShownFragment;
  readonly done: (text: string) => void;
}

/** The power of attorney: what lets the host act for the municipality (R5). */
export function Attorney({ participation, hostName, done }: Told & { openedOn: string; hostName: string }) {
  const { t, date, money, instant } = useLanguage();
  const acting = useActing();
  const acts = acting !== 'NOBODY' && participation.state !== 'WITHDRAWN';
  const attorney = participation.powerOfAttorney;
  return (
    <>
      <Paragraph>{t.attorney.intro(hostName)}</Paragraph>
      {attorney ? (
        <Facts
          rows={[
            [t.attorney.signatory, attorney.signatory],
            [t.attorney.authority, attorney.authority],
            [t.attorney.signedOn, date(attorney.signedOn)],
            [t.attorney.ownMaximum, attorney.ownMaximum && money(attorney.ownMaximum)],
            [t.attorney.deviations, attorney.deviations],
            [t.attorney.archiveReference, attorney.archiveReference],
            [t.attorney.textVersion, String(attorney.textVersion)],
            [t.behalf.mark, attorney.onBehalfBecause],
            [t.decision.recordedAt, instant(attorney.recordedAt)],
          ]}
        />
      ) : (
        <Paragraph>{t.attorney.none}</Paragraph>
      )}
      {acts && (
        <Fold
          offPaper
          title={attorney ? t.attorney.replace : t.attorney.record}
          open={acting === 'ITSELF' && !attorney && participation.routeFinishedOn !== null}
        >
          <Record key={attorney?.id} participation={participation} done={done} />
        </Fold>
      )}
      {acts && attorney && (
        <Fold offPaper title={t.attorney.withdraw}>
          <Withdraw participation={participation} done={done} />
        </Fold>
      )}
    </>
  );
}

function Record({ participation, done }: Told) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const verb = useVerb(RecordPowerOfAttorneyDocument);
  const behalf = useBehalf(verb.refused);
  const form = useFields(
    {
      signatory: '',
      authority: '',
      signedOn: date(today),
      ownMaximum: '',
      deviations: '',
      archiveReference: '',
    },
    verb.refused,
  );
  const { dateFault, amountFault, textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { values } = form;
    const sound = form.sound({
      signatory: textFault(values.signatory),
      authority: textFault(values.authority),
      signedOn: dateFault(values.signedOn, true),
      ownMaximum: amountFault(values.ownMaximum),
    });
    if (!sound || !behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      signatory: values.signatory,
      authority: values.authority,
      signedOn: dateOrNull(values.signedOn) ?? '',
      ownMaximum: moneyOrNull(values.ownMaximum),
      deviations: textOrNull(values.deviations),
      archiveReference: textOrNull(values.archiveReference),
      onBehalf: behalf.given(),
    });
    if (answer) done(t.attorney.recorded);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.attorney.record}>
      <TextField bound={form.field('signatory')} label={t.attorney.signatory} description={t.attorney.signatoryHelp} />
      <TextField bound={form.field('authority')} label={t.attorney.authority} description={t.attorney.authorityHelp} />
      <DateField bound={form.field('signedOn')} label={t.attorney.signedOn} />
      <TextField
        bound={form.field('ownMaximum')}
        label={t.attorney.ownMaximum}
        description={t.page.exVat}
        suffix="kr"
        inputMode="decimal"
        optional
      />
      <LongField bound={form.field('deviations')} label={t.attorney.deviations} optional rows={2} />
      <TextField bound={form.field('archiveReference')} label={t.attorney.archiveReference} optional />
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.attorney.record}
        </Button>
      </div>
    </form>
  );
}

function Withdraw({ participation, done }: Told) {
  const { t } = useLanguage();
  const verb = useVerb(WithdrawPowerOfAttorneyDocument);
  const behalf = useBehalf(verb.refused);
  const form = useFields({ because: '' }, verb.refused);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { because } = form.values;
    if (!form.sound({ because: textFault(because) }) || !behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      because,
      onBehalf: behalf.given(),
    });
    if (answer) done(t.attorney.withdrawn);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.attorney.withdraw}>
      <Paragraph>{t.attorney.withdrawHelp}</Paragraph>
      <LongField bound={form.field('because')} label={t.attorney.because} rows={2} />
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" data-color="danger" loading={verb.busy}>
          {t.attorney.withdraw}
        </Button>
      </div>
    </form>
  );
}
