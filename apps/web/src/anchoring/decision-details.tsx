import { Select } from '@digdir/designsystemet-react';
import type {
  BudgetCoverage,
  DecisionDetailsInput,
  DecisionShownFragment,
  StepShownFragment,
} from '../generated/documents';
import { FileField, UNDER_WAY } from '../attachment/file-field';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';
import { LongField, SelectField, TextField, textOrNull, wholeOrNull, type Form } from '../page/fields';

/** What can be said of a decision at once or later, none of it asked for first (R3). */
export const NO_DETAILS = {
  text: '',
  archiveCase: '',
  archiveDocument: '',
  bodyCase: '',
  minutesLink: '',
  minutesAttachmentId: '',
  votesFor: '',
  votesAgainst: '',
  delegationBasis: '',
  exemptBasis: '',
  budgetCoverage: '',
  resourcesCommitted: '',
};

export type DetailTexts = typeof NO_DETAILS;

/** The details as the API takes them; null when nothing is said. */
export function detailsOf(values: DetailTexts): DecisionDetailsInput | null {
  const details: DecisionDetailsInput = {
    text: textOrNull(values.text),
    archiveCase: textOrNull(values.archiveCase),
    archiveDocument: textOrNull(values.archiveDocument),
    bodyCase: textOrNull(values.bodyCase),
    minutesLink: textOrNull(values.minutesLink),
    minutesAttachmentId: textOrNull(values.minutesAttachmentId),
    votesFor: wholeOrNull(values.votesFor),
    votesAgainst: wholeOrNull(values.votesAgainst),
    delegationBasis: textOrNull(values.delegationBasis),
    exemptBasis: textOrNull(values.exemptBasis),
    budgetCoverage: (values.budgetCoverage || null) as BudgetCoverage | null,
    resourcesCommitted: textOrNull(values.resourcesCommitted),
  };
  const said = Object.entries(details).filter(([, value]) => value !== null);
  return said.length > 0 ? Object.fromEntries(said) : null;
}

/** What keeps the form from being sent: votes that are no number, a file that is still on its way. */
export function detailFaults(
  values: DetailTexts,
  t: Pick<Catalogue, 'attachment' | 'page'>,
): Partial<Record<keyof DetailTexts, string | undefined>> {
  const votes = (text: string): string | undefined =>
    !text.trim() || /^\d{1,6}$/.test(text.trim()) ? undefined : t.page.notAWholeNumber;
  return {
    votesFor: votes(values.votesFor),
    votesAgainst: votes(values.votesAgainst),
    minutesAttachmentId: values.minutesAttachmentId === UNDER_WAY ? t.attachment.underWay : undefined,
  };
}

/** The fields; with `known` only those that the decision does not say yet. */
export function DetailFields<Values extends DetailTexts>({
  form,
  step,
  known,
}: {
  form: Form<Values>;
  step: StepShownFragment;
  known?: DecisionShownFragment;
}) {
  const { t } = useLanguage();
  const asked = (name: keyof DetailTexts): boolean => {
    const value = name === 'minutesAttachmentId' ? known?.attachment?.url : known?.[name];
    return value === undefined || value === null || value === '';
  };
  const political = step.kind === 'POLITICAL';
  return (
    <>
      {asked('text') && (
        <LongField
          bound={form.field('text')}
          label={t.decision.text}
          description={t.decision.textHelp}
          rows={4}
          optional
        />
      )}
      <div className="beside">
        {asked('archiveCase') && (
          <TextField
            bound={form.field('archiveCase')}
            label={t.decision.archiveCase}
            description={t.decision.archiveCaseHelp}
            optional
          />
        )}
        {asked('archiveDocument') && (
          <TextField
            bound={form.field('archiveDocument')}
            label={t.decision.archiveDocument}
            description={t.decision.archiveDocumentHelp}
            optional
          />
        )}
      </div>
      {political && (
        <>
          <div className="beside">
            {asked('bodyCase') && (
              <TextField
                bound={form.field('bodyCase')}
                label={t.decision.bodyCase}
                description={t.decision.bodyCaseHelp}
                optional
              />
            )}
            {asked('minutesLink') && (
              <TextField
                bound={form.field('minutesLink')}
                label={t.decision.minutesLink}
                description={t.decision.minutesLinkHelp}
                inputMode="url"
                optional
              />
            )}
          </div>
          <div className="beside">
            {asked('votesFor') && (
              <TextField bound={form.field('votesFor')} label={t.decision.votesFor} inputMode="numeric" optional />
            )}
            {asked('votesAgainst') && (
              <TextField
                bound={form.field('votesAgainst')}
                label={t.decision.votesAgainst}
                inputMode="numeric"
                optional
              />
            )}
          </div>
        </>
      )}
      {asked('minutesAttachmentId') && (
        <FileField bound={form.field('minutesAttachmentId')} label={t.attachment.minutes} subjectId={step.id} />
      )}
      {!political && asked('delegationBasis') && (
        <TextField bound={form.field('delegationBasis')} label={t.decision.delegationBasis} optional />
      )}
      <div className="beside">
        {asked('budgetCoverage') && (
          <SelectField bound={form.field('budgetCoverage')} label={t.decision.budgetCoverage} optional>
            <Select.Option value="">{t.page.notChosen}</Select.Option>
            {Object.entries(t.budgetCoverages).map(([code, name]) => (
              <Select.Option key={code} value={code}>
                {name}
              </Select.Option>
            ))}
          </SelectField>
        )}
        {asked('exemptBasis') && (
          <TextField
            bound={form.field('exemptBasis')}
            label={t.decision.exemptBasis}
            description={t.decision.exemptBasisHelp}
            optional
          />
        )}
      </div>
      {asked('resourcesCommitted') && (
        <TextField bound={form.field('resourcesCommitted')} label={t.decision.resourcesCommitted} optional />
      )}
    </>
  );
}
