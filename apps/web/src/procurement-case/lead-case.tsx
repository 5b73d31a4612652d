import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import {
  CancelProcurementCaseDocument,
  ChangeDecisionDeadlineDocument,
  PauseProcurementCaseDocument,
  ResumeProcurementCaseDocument,
  type CaseStage,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, LongField, useFields, useReading } from '../page/fields';
import { Fold } from '../page/fold';
import { Done, Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

interface Told {
  readonly caseId: string;
  readonly done: (text: string) => void;
}

/** What the host's coordinator does with the case as such (R5b): its deadline, a pause, its end. */
export function LeadCase({ caseId, stage, deadline }: { caseId: string; stage: CaseStage; deadline: string }) {
  const { t } = useLanguage();
  const [done, setDone] = useState<string | null>(null);
  const told: Told = { caseId, done: setDone };
  const running = stage === 'PREPARING' || stage === 'INVITED';
  if (stage === 'CANCELLED' && !done) return null;
  return (
    <section className="section no-print" aria-labelledby="lead-case">
      <Heading level={2} data-size="sm" id="lead-case">
        {t.lead.title}
      </Heading>
      <Done text={done} />
      <div>
        {running && (
          <Fold offPaper title={t.lead.deadline}>
            <Deadline key={deadline} {...told} />
          </Fold>
        )}
        {running && (
          <Fold offPaper title={t.lead.pause}>
            <ChangeStage of={PauseProcurementCaseDocument} texts={t.lead.pausing} {...told} />
          </Fold>
        )}
        {stage === 'PAUSED' && (
          <Fold offPaper title={t.lead.resume}>
            <ChangeStage of={ResumeProcurementCaseDocument} texts={t.lead.resuming} {...told} />
          </Fold>
        )}
        {stage !== 'CANCELLED' && (
          <Fold offPaper title={t.lead.cancel}>
            <ChangeStage of={CancelProcurementCaseDocument} texts={t.lead.cancelling} grave {...told} />
          </Fold>
        )}
      </div>
    </section>
  );
}

function Deadline({ caseId, done }: Told) {
  const { t, date } = useLanguage();
  const verb = useVerb(ChangeDecisionDeadlineDocument);
  const form = useFields({ decisionDeadline: '' }, verb.refused);
  const { dateFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { decisionDeadline } = form.values;
    const day = dateOrNull(decisionDeadline);
    if (!form.sound({ decisionDeadline: dateFault(decisionDeadline, true) }) || !day) return;
    const answer = await verb.carryOut({ caseId, decisionDeadline: day });
    if (answer) done(t.lead.moved(date(day)));
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.lead.deadline}>
      <Paragraph>
        {t.lead.deadlineHelp} <Link to={`/cases/${caseId}/timeline`}>{t.lead.tryFirst}</Link>
      </Paragraph>
      <DateField bound={form.field('decisionDeadline')} label={t.lead.newDeadline} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.lead.deadline}
        </Button>
      </div>
    </form>
  );
}

/** A change of the stage, with a reason that everybody who takes part sees. */
function ChangeStage({
  of,
  texts,
  grave = false,
  caseId,
  done,
}: Told & {
  of: typeof PauseProcurementCaseDocument | typeof ResumeProcurementCaseDocument | typeof CancelProcurementCaseDocument;
  texts: { readonly act: string; readonly help: string; readonly done: string };
  grave?: boolean;
}) {
  const { t } = useLanguage();
  const verb = useVerb(of as typeof PauseProcurementCaseDocument);
  const form = useFields({ reason: '' }, verb.refused);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { reason } = form.values;
    if (!form.sound({ reason: textFault(reason) })) return;
    const answer = await verb.carryOut({ caseId, reason });
    if (answer) done(texts.done);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={texts.act}>
      <Paragraph>{texts.help}</Paragraph>
      <LongField bound={form.field('reason')} label={t.lead.reason} description={t.lead.reasonHelp} rows={2} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button
          type="submit"
          variant={grave ? 'secondary' : 'primary'}
          data-color={grave ? 'danger' : undefined}
          loading={verb.busy}
        >
          {texts.act}
        </Button>
      </div>
    </form>
  );
}
