import { Button, Details, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { placeIn, readMail, type Mail } from './mailbox';

/** One message of the development mailbox, shown where it can run nothing, load nothing and reach nothing. */
export default function MailPage() {
  const { mailId = '' } = useParams();
  const mail = useQuery({
    queryKey: ['development', 'mail', mailId],
    queryFn: ({ signal }) => readMail(mailId, signal),
  });
  return <Waiting on={mail}>{(data) => (data ? <Shown mail={data} /> : <NotFoundPage />)}</Waiting>;
}

function Shown({ mail }: { mail: Mail }) {
  const { t, instant, number } = useLanguage();
  const place = placeIn(mail.text);
  return (
    <Page
      title={mail.subject}
      crumbs={[{ to: '/mailbox', title: t.mailbox.title }]}
      actions={
        place && (
          <Button asChild>
            <Link to={place}>{t.mailbox.follow}</Link>
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [t.mailbox.from, mail.from],
          [t.mailbox.to, mail.recipients.join(', ') || mail.to],
          [t.mailbox.written, mail.date && instant(mail.date)],
          [
            t.mailbox.attachments,
            mail.attachments.map(({ filename, bytes }) => `${filename} (${number(bytes)} B)`).join(', '),
          ],
        ]}
      />
      <iframe
        className="mail-frame"
        title={t.mailbox.contentOf(mail.subject)}
        sandbox=""
        src={`/development/mailbox/${encodeURIComponent(mail.id)}/html`}
      />
      <Details>
        <Details.Summary>{t.mailbox.asText}</Details.Summary>
        <Details.Content>
          <Paragraph asChild>
            <pre className="mail-text">{mail.text}</pre>
          </Paragraph>
        </Details.Content>
      </Details>
    </Page>
  );
}
