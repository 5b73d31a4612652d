import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { FileField, UNDER_WAY } from '../attachment/file-field';
import { LeaveCaseDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { DateField, dateOrNull, LongField, TextField, textOrNull, useFields, useReading } from '../page/fields';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { OnBehalf, useBehalf } from './acting';
import { LeavingEffect } from './leaving-effect';

interface Leaver {
  readonly participationId: string;
  readonly organisationName: string;
  readonly caseTitle: string;
  readonly done: (text: string) => void;
}

/** R5b: a quiet way out of the case. First what it changes for the others, then the decision, then once more. */
export function LeaveCase(leaver: Leaver) {
  const { t } = useLanguage();
  return (
    <Fold offPaper title={t.leaving.title}>
      <div className="stack">
        <LeavingEffect participationId={leaver.participationId} />
        <Fold offPaper title={t.leaving.toForm}>
          <Leave {...leaver} />
        </Fold>
      </div>
    </Fold>
  );
}

function Leave({ participationId, organisationName, caseTitle, done }: Leaver) {
  const { t } = useLanguage();
  const verb = useVerb(LeaveCaseDocument);
  const behalf = useBehalf(verb.refused);
  const { dateFault, textFault } = useReading();
  const [checking, setChecking] = useState(false);
  const form = useFields(
    { decidedBy: '', decidedOn: '', decisionReference: '', because: '', decisionLink: '', attachmentId: '' },
    verb.refused,
  );
  const { decidedBy, decidedOn, decisionReference, because, decisionLink, attachmentId } = form.values;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sound = form.sound({
      decidedBy: textFault(decidedBy),
      decidedOn: dateFault(decidedOn, true),
      decisionReference: textFault(decisionReference),
      because: textFault(because),
      attachmentId: attachmentId === UNDER_WAY ? t.attachment.underWay : undefined,
    });
    if (!sound || !behalf.sound()) return setChecking(false);
    if (!checking) {
      verb.clear();
      return setChecking(true);
    }
    const answer = await verb.carryOut({
      participationId,
      decidedBy,
      decidedOn: dateOrNull(decidedOn) ?? '',
      decisionReference,
      because,
      decisionLink: textOrNull(decisionLink),
      attachmentId: textOrNull(attachmentId),
      onBehalf: behalf.given(),
    });
    if (answer) done(t.leaving.done(organisationName));
    else setChecking(false);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.leaving.title}>
      <div className="stack" hidden={checking}>
        <TextField bound={form.field('decidedBy')} label={t.leaving.decidedBy} description={t.leaving.decidedByHelp} />
        <DateField bound={form.field('decidedOn')} label={t.leaving.decidedOn} />
        <TextField
          bound={form.field('decisionReference')}
          label={t.leaving.reference}
          description={t.leaving.referenceHelp}
        />
        <LongField bound={form.field('because')} label={t.leaving.because} rows={2} />
        <TextField bound={form.field('decisionLink')} label={t.leaving.link} inputMode="url" optional />
        <FileField bound={form.field('attachmentId')} label={t.leaving.file} subjectId={participationId} />
        <OnBehalf behalf={behalf} />
        <Refusal verb={verb} />
        <div className="buttons">
          <Button type="submit" variant="secondary">
            {t.leaving.check}
          </Button>
        </div>
      </div>
      {checking && (
        <div className="stack">
          <Heading level={3} data-size="2xs" tabIndex={-1} ref={(heading) => heading?.focus()}>
            {t.leaving.confirm(organisationName, caseTitle)}
          </Heading>
          <Facts
            rows={[
              [t.leaving.by, decidedBy],
              [t.leaving.decidedOn, decidedOn],
              [t.leaving.reference, decisionReference],
              [t.leaving.reason, because],
            ]}
          />
          <Paragraph>{t.leaving.then}</Paragraph>
          <div className="buttons">
            <Button type="submit" data-color="danger" loading={verb.busy}>
              {t.leaving.doIt}
            </Button>
            <Button type="button" variant="tertiary" onClick={() => setChecking(false)}>
              {t.leaving.back}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
