import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { RecordLegalityReviewDocument, type ParticipationShownFragment } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, useFields, useReading } from '../page/fields';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { OnBehalf, useActing, useBehalf } from './acting';

interface Told {
  readonly participation: ParticipationShownFragment;
  readonly done: (text: string) => void;
}

/** A legality review of the decision (kommuneloven § 27-1): that it was demanded, and that the decision stands after it. */
export function LegalityReview({ participation, done }: Told) {
  const { t, date } = useLanguage();
  const acts = useActing() !== 'NOBODY' && participation.state !== 'WITHDRAWN';
  const demandedOn = participation.legalityReviewDemandedOn;
  return (
    <>
      {demandedOn ? (
        <Alert data-color="warning">
          <Paragraph>{t.legality.pending(date(demandedOn))}</Paragraph>
        </Alert>
      ) : (
        <Paragraph>{t.legality.intro}</Paragraph>
      )}
      {acts && (
        <Fold key={demandedOn} offPaper title={demandedOn ? t.legality.settle : t.legality.demand}>
          {demandedOn ? (
            <Settle participation={participation} done={done} />
          ) : (
            <Demand participation={participation} done={done} />
          )}
        </Fold>
      )}
    </>
  );
}

function Demand({ participation, done }: Told) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const verb = useVerb(RecordLegalityReviewDocument);
  const behalf = useBehalf(verb.refused);
  const form = useFields({ demandedOn: date(today) }, verb.refused);
  const { dateFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { demandedOn } = form.values;
    if (!form.sound({ demandedOn: dateFault(demandedOn, true) }) || !behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      demandedOn: dateOrNull(demandedOn),
      onBehalf: behalf.given(),
    });
    if (answer) done(t.legality.demanded);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.legality.demand}>
      <Paragraph>{t.legality.effect}</Paragraph>
      <DateField bound={form.field('demandedOn')} label={t.legality.demandedOn} />
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.legality.demand}
        </Button>
      </div>
    </form>
  );
}

function Settle({ participation, done }: Told) {
  const { t } = useLanguage();
  const verb = useVerb(RecordLegalityReviewDocument);
  const behalf = useBehalf(verb.refused);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      demandedOn: null,
      onBehalf: behalf.given(),
    });
    if (answer) done(t.legality.settled);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.legality.settle}>
      <Paragraph>{t.legality.settleHelp}</Paragraph>
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.legality.settle}
        </Button>
      </div>
    </form>
  );
}
