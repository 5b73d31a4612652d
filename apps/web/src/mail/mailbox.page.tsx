import { Alert, Button, Paragraph, Search, Table } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { readMailbox } from './mailbox';

const STEP = 50;
const MOST = 200;

/** The mails that the service has sent here, in development only: nothing leaves the machine. */
export default function MailboxPage() {
  const { t, instant } = useLanguage();
  const [to, setTo] = useState('');
  const [limit, setLimit] = useState(STEP);
  const wanted = useDeferredValue(to.trim());
  const mailbox = useQuery({
    queryKey: ['development', 'mailbox', wanted, limit],
    queryFn: ({ signal }) => readMailbox(wanted, limit, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  if (mailbox.data === null) return <NotFoundPage />;
  return (
    <Page title={t.mailbox.title} intro={t.mailbox.intro}>
      <Alert data-color="warning">
        <Paragraph>{t.mailbox.demoOnly}</Paragraph>
      </Alert>
      <Search className="narrow">
        <Search.Input
          aria-label={t.mailbox.filter}
          placeholder={t.mailbox.filter}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Search.Clear aria-label={t.page.clear} onClick={() => setTo('')} />
      </Search>
      <Waiting on={mailbox}>
        {(data) => (
          <>
            <p role="status" className="subtle">
              {t.mailbox.count(data?.total ?? 0)}
            </p>
            {!data || data.messages.length === 0 ? (
              <Paragraph>{t.mailbox.none}</Paragraph>
            ) : (
              <div className="scroll" tabIndex={0} role="region" aria-label={t.mailbox.title}>
                <Table zebra data-size="sm">
                  <Table.Head>
                    <Table.Row>
                      <Table.HeaderCell scope="col">{t.mailbox.subject}</Table.HeaderCell>
                      <Table.HeaderCell scope="col">{t.mailbox.to}</Table.HeaderCell>
                      <Table.HeaderCell scope="col">{t.mailbox.written}</Table.HeaderCell>
                    </Table.Row>
                  </Table.Head>
                  <Table.Body>
                    {data.messages.map((mail) => (
                      <Table.Row key={mail.id}>
                        <Table.HeaderCell scope="row">
                          <Link to={`/mailbox/${mail.id}`}>{mail.subject}</Link>
                        </Table.HeaderCell>
                        <Table.Cell>{mail.recipients.join(', ') || mail.to}</Table.Cell>
                        <Table.Cell className="whole">{mail.date && instant(mail.date)}</Table.Cell>
                      </Table.Row>
                    ))}
                  </Table.Body>
                </Table>
              </div>
            )}
            {data && data.messages.length < data.total && limit < MOST && (
              <Button
                variant="secondary"
                onClick={() => setLimit(Math.min(limit + STEP, MOST))}
                loading={mailbox.isFetching}
              >
                {t.page.more}
              </Button>
            )}
          </>
        )}
      </Waiting>
    </Page>
  );
}
