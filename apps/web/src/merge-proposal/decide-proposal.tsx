import { Button, Paragraph, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import {
  AcceptMergeProposalDocument,
  MembersDocument,
  RejectMergeProposalDocument,
  type MergeProposalQuery,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import {
  DateField,
  dateOrNull,
  LongField,
  SelectField,
  TextField,
  textOrNull,
  useFields,
  useReading,
} from '../page/fields';
import { Refusal } from '../page/refusal';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

type Proposal = NonNullable<MergeProposalQuery['mergeProposal']>;

/** Two different people accept: the first says what the case is to be, the second confirms it (R29). */
export function DecideProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useLanguage();
  const me = useMe();
  const mine = proposal.acceptances.some(({ personId }) => personId === me.personId);
  return (
    <div className="stack">
      {mine ? (
        <Paragraph>{t.proposal.yourPart}</Paragraph>
      ) : proposal.terms ? (
        <Confirm proposal={proposal} />
      ) : (
        <SetTerms proposal={proposal} />
      )}
      <Reject proposal={proposal} />
    </div>
  );
}

function Confirm({ proposal }: { proposal: Proposal }) {
  const { t, date } = useLanguage();
  const verb = useVerb(AcceptMergeProposalDocument);
  const members = useAsk(MembersDocument, {});
  const terms = proposal.terms;
  if (!terms) return null;
  const host = members.data?.organisations.find(({ id }) => id === terms.hostOrganisationId)?.name ?? '';
  return (
    <div className="stack-tight">
      <Paragraph>{t.proposal.confirmIntro}</Paragraph>
      <Facts
        rows={[
          [t.proposal.caseTitle, terms.title],
          [t.proposal.description, terms.description],
          [t.cases.host, host],
          [t.cases.deadline, date(terms.decisionDeadline)],
          [t.cases.term, t.cases.termOf(terms.firstYear, terms.years, terms.optionYears)],
        ]}
      />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button
          onClick={() => void verb.carryOut({ proposalId: proposal.id, version: proposal.version })}
          loading={verb.busy}
        >
          {t.proposal.confirm}
        </Button>
      </div>
    </div>
  );
}

function SetTerms({ proposal }: { proposal: Proposal }) {
  const { t } = useLanguage();
  const me = useMe();
  const verb = useVerb(AcceptMergeProposalDocument);
  const members = useAsk(MembersDocument, {});
  const { dateFault, textFault, wholeFault } = useReading();
  const form = useFields(
    {
      title: proposal.needs[0]?.title ?? '',
      description: '',
      hostOrganisationId: me.organisationId ?? '',
      decisionDeadline: '',
      firstYear: String(Number(me.today.slice(0, 4)) + 1),
      years: '4',
      optionYears: '0',
    },
    verb.refused,
    'terms.',
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { values } = form;
    const sound = form.sound({
      title: textFault(values.title),
      hostOrganisationId: textFault(values.hostOrganisationId),
      decisionDeadline: dateFault(values.decisionDeadline, true),
      firstYear: wholeFault(values.firstYear, true),
      years: wholeFault(values.years, true),
      optionYears: wholeFault(values.optionYears, true),
    });
    if (!sound) return;
    void verb.carryOut({
      proposalId: proposal.id,
      version: proposal.version,
      terms: {
        title: values.title,
        description: textOrNull(values.description),
        hostOrganisationId: values.hostOrganisationId,
        decisionDeadline: dateOrNull(values.decisionDeadline) ?? '',
        firstYear: Number(values.firstYear),
        years: Number(values.years),
        optionYears: Number(values.optionYears),
      },
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Paragraph>{t.proposal.firstIntro}</Paragraph>
      <TextField bound={form.field('title')} label={t.proposal.caseTitle} />
      <LongField bound={form.field('description')} label={t.proposal.description} optional />
      <SelectField bound={form.field('hostOrganisationId')} label={t.cases.host}>
        <Select.Option value="">{t.page.notChosen}</Select.Option>
        {members.data?.organisations.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </SelectField>
      <DateField bound={form.field('decisionDeadline')} label={t.cases.deadline} />
      <div className="beside">
        <TextField bound={form.field('firstYear')} label={t.proposal.firstYear} inputMode="numeric" />
        <TextField bound={form.field('years')} label={t.proposal.years} inputMode="numeric" />
        <TextField bound={form.field('optionYears')} label={t.proposal.optionYears} inputMode="numeric" />
      </div>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.proposal.acceptFirst}
        </Button>
      </div>
    </form>
  );
}

function Reject({ proposal }: { proposal: Proposal }) {
  const { t } = useLanguage();
  const verb = useVerb(RejectMergeProposalDocument);
  const form = useFields({ reason: '' }, verb.refused);
  const { textFault } = useReading();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.sound({ reason: textFault(form.values.reason) })) return;
    void verb.carryOut({ proposalId: proposal.id, version: proposal.version, reason: form.values.reason });
  };
  return (
    <Fold offPaper title={t.proposal.reject}>
      <form className="form" onSubmit={submit} noValidate>
        <LongField bound={form.field('reason')} label={t.proposal.reason} description={t.proposal.reasonHelp} />
        <Refusal verb={verb} />
        <div className="buttons">
          <Button type="submit" variant="secondary" data-color="danger" loading={verb.busy}>
            {t.proposal.rejectNow}
          </Button>
        </div>
      </form>
    </Fold>
  );
}
