import { Details, Heading, Paragraph, Select } from '@digdir/designsystemet-react';
import {
  ParticipationsToPreviewDocument,
  PreviewMailDocument,
  ProcurementCasesDocument,
  type Language,
  type MailPreviewKind,
  type MailPreviewMoment,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { RadioField, SelectField, useFields } from '../page/fields';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

/** Kinds whose words depend on whether the date has passed. */
const TIMED: readonly MailPreviewKind[] = [
  'TEXT_IN',
  'DECISION_MADE',
  'ADMINISTRATIVE_DECISION',
  'VOLUMES',
  'POWER_OF_ATTORNEY',
];

/** Every kind that can be looked at. */
const PREVIEWED: readonly MailPreviewKind[] = ['INVITATION', ...TIMED, 'SEVERAL', 'ESCALATION'];

/** The real mail to a real municipality, looked at before it goes; nothing is sent by looking. */
export function MailPreview() {
  const { t } = useLanguage();
  const me = useMe();
  const cases = useAsk(ProcurementCasesDocument, {});
  const form = useFields({ caseId: '', participationId: '', kind: 'VOLUMES', moment: 'BEFORE', language: me.language });
  const caseId = form.values.caseId || cases.data?.procurementCases[0]?.id || '';
  const participations = useAsk(ParticipationsToPreviewDocument, { caseId }, { enabled: caseId !== '' });
  const invited = participations.data?.participations ?? [];
  const participationId =
    invited.find(({ id }) => id === form.values.participationId)?.id ??
    invited.find(({ organisationId }) => organisationId === me.organisationId)?.id ??
    invited[0]?.id ??
    '';
  const kind = form.values.kind as MailPreviewKind;
  return (
    <section className="stack" aria-labelledby="mail-preview">
      <Heading level={2} data-size="xs" id="mail-preview">
        {t.reminders.preview}
      </Heading>
      <Paragraph>{t.reminders.previewHelp}</Paragraph>
      <div className="form">
        <div className="beside">
          <SelectField bound={{ ...form.field('caseId'), value: caseId }} label={t.reminders.case}>
            {cases.data?.procurementCases.map(({ id, title }) => (
              <Select.Option key={id} value={id}>
                {title}
              </Select.Option>
            ))}
          </SelectField>
          <SelectField
            bound={{ ...form.field('participationId'), value: participationId }}
            label={t.reminders.municipality}
          >
            {invited.map(({ id, organisationName }) => (
              <Select.Option key={id} value={id}>
                {organisationName}
              </Select.Option>
            ))}
          </SelectField>
        </div>
        <div className="beside">
          <SelectField bound={form.field('kind')} label={t.reminders.kind}>
            {PREVIEWED.map((one) => (
              <Select.Option key={one} value={one}>
                {t.reminders.kinds[one]}
              </Select.Option>
            ))}
          </SelectField>
          {TIMED.includes(kind) && (
            <SelectField bound={form.field('moment')} label={t.reminders.moment}>
              {Object.entries(t.reminders.moments).map(([one, words]) => (
                <Select.Option key={one} value={one}>
                  {words}
                </Select.Option>
              ))}
            </SelectField>
          )}
        </div>
        <RadioField
          bound={form.field('language')}
          legend={t.reminders.language}
          inline
          options={Object.entries(t.languages).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {participationId === '' ? (
        <Paragraph>{t.reminders.nobody}</Paragraph>
      ) : (
        <Shown
          participationId={participationId}
          kind={kind}
          moment={form.values.moment as MailPreviewMoment}
          written={form.values.language as Language}
        />
      )}
    </section>
  );
}

function Shown({
  participationId,
  kind,
  moment,
  written,
}: {
  participationId: string;
  kind: MailPreviewKind;
  moment: MailPreviewMoment;
  written: Language;
}) {
  const { t, date } = useLanguage();
  const found = useAsk(PreviewMailDocument, { participationId, kind, moment, language: written }, { keepLast: true });
  return (
    <Waiting on={found}>
      {({ previewMail }) =>
        !previewMail ? (
          <Paragraph role="status">{t.reminders.none}</Paragraph>
        ) : (
          <div className="stack">
            <Facts
              rows={[
                [t.mailbox.subject, previewMail.subject],
                [t.mailbox.to, previewMail.recipientName ?? t.mails.officialAddress],
                [t.reminders.day, date(previewMail.on)],
                [t.mailbox.attachments, previewMail.attachments.join(', ')],
              ]}
            />
            <iframe
              key={`${participationId} ${kind} ${moment} ${written}`}
              className="mail-frame"
              title={t.mailbox.contentOf(previewMail.subject)}
              sandbox=""
              src={`/mail-previews/${participationId}?kind=${kind}&moment=${moment}&language=${written}`}
            />
            <Details>
              <Details.Summary>{t.mailbox.asText}</Details.Summary>
              <Details.Content>
                <pre className="mail-text">{previewMail.text}</pre>
              </Details.Content>
            </Details>
          </div>
        )
      }
    </Waiting>
  );
}
