import { Button, Checkbox, Heading, List, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { ChooseWhose, useWhose } from '../administration/whose';
import {
  ReminderPolicyDocument,
  SaveReminderPolicyDocument,
  type ExpectationKind,
  type ReminderPolicyQuery,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { MailPreview } from './mail-preview';

type Policy = NonNullable<ReminderPolicyQuery['reminderPolicy']>;

/** How an organisation is reminded: what is the same for all, what it has chosen, and the mails themselves. */
export default function ReminderPolicyPage() {
  const { t } = useLanguage();
  const whose = useWhose();
  const { organisationId } = whose;
  const found = useAsk(
    ReminderPolicyDocument,
    { organisationId: organisationId ?? '' },
    { enabled: organisationId !== null },
  );
  return (
    <Page
      title={t.reminders.title}
      intro={t.reminders.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <ChooseWhose whose={whose} />
      {organisationId === null ? (
        <Paragraph>{t.calendars.choose}</Paragraph>
      ) : (
        <Waiting on={found}>
          {({ reminderPolicy: policy }) => policy && <Kept key={organisationId} policy={policy} />}
        </Waiting>
      )}
      <MailPreview />
    </Page>
  );
}

function Kept({ policy: { organisationId, mayKeep, sendingFrom, sendingTo, schedules } }: { policy: Policy }) {
  const { t } = useLanguage();
  const verb = useVerb(SaveReminderPolicyDocument);
  const before = schedules.filter(({ escalatesByItself }) => escalatesByItself).map(({ kind }) => kind);
  const [chosen, setChosen] = useState<readonly ExpectationKind[]>(before);
  const [saved, setSaved] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await verb.carryOut({ organisationId, escalates: [...chosen] })) setSaved(true);
  };
  const days = (offsets: readonly number[]): string => offsets.map((offset) => Math.abs(offset)).join(', ');
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <Heading level={2} data-size="xs">
        {t.reminders.fixed}
      </Heading>
      <List.Unordered>
        <List.Item>{t.reminders.hours(sendingFrom, sendingTo)}</List.Item>
        <List.Item>{t.reminders.oneMail}</List.Item>
        <List.Item>
          {t.reminders.closed}{' '}
          <Link to={`/administration/closed-weeks?organisation=${organisationId}`}>{t.closedWeeks.title}</Link>
        </List.Item>
        <List.Item>{t.reminders.languageOfReader}</List.Item>
      </List.Unordered>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.reminders.schedule}>
        <Table data-size="sm">
          <caption className="unseen">{t.reminders.schedule}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t.reminders.kind}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.reminders.before}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.reminders.onTheDay}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.reminders.after}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.reminders.leader}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {schedules.map(({ kind, workingDays, escalationAfter }) => (
              <Table.Row key={kind}>
                <Table.HeaderCell scope="row">{t.reminders.kinds[kind]}</Table.HeaderCell>
                <Table.Cell>{days(workingDays.filter((day) => day < 0)) || '–'}</Table.Cell>
                <Table.Cell>{workingDays.includes(0) ? t.page.yes : t.page.no}</Table.Cell>
                <Table.Cell>{days(workingDays.filter((day) => day > 0)) || '–'}</Table.Cell>
                <Table.Cell>
                  {escalationAfter !== null && (
                    <Checkbox
                      data-size="sm"
                      label={
                        <>
                          <span className="unseen">{t.reminders.kinds[kind]}: </span>
                          {t.reminders.byItself(escalationAfter)}
                        </>
                      }
                      checked={chosen.includes(kind)}
                      disabled={!mayKeep}
                      onChange={(event) => {
                        setSaved(false);
                        setChosen((now) => (event.target.checked ? [...now, kind] : now.filter((one) => one !== kind)));
                      }}
                    />
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <Paragraph className="subtle">{mayKeep ? t.reminders.leaderHelp : t.reminders.readOnly}</Paragraph>
      <Refusal verb={verb} />
      <Done text={saved ? t.reminders.saved : null} />
      {mayKeep && (
        <div className="buttons">
          <Button type="submit" loading={verb.busy}>
            {t.page.save}
          </Button>
        </div>
      )}
    </form>
  );
}
