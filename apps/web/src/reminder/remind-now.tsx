import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { RemindNowDocument, type RemindNowMutation } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { Spinning } from '../page/waiting';
import { useVerb } from '../request/use-verb';

type Answer = Extract<RemindNowMutation['remindNow'], { __typename: 'RemindNowAnswer' }>;

/** Reminds by hand (R10): first who would get what, and who nothing and why; then it is sent or left. */
export function RemindNow({
  caseId,
  participationIds,
  close,
  sent,
}: {
  caseId: string;
  participationIds: readonly string[];
  close: () => void;
  sent: (text: string) => void;
}) {
  const { t } = useLanguage();
  const preview = useVerb(RemindNowDocument);
  const send = useVerb(RemindNowDocument);
  const asked = useRef(false);
  const ids = [...participationIds];
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void preview.carryOut({ caseId, participationIds: ids, dryRun: true });
  });
  const planned = answerOf(preview.answer);
  const go = async (): Promise<void> => {
    const done = answerOf(await send.carryOut({ caseId, participationIds: ids, dryRun: false }));
    if (!done) return;
    sent(t.remindNow.sent(done.mails.length));
    close();
  };
  return (
    <Dialog open closedby="any" closeButton={t.panel.close} onClose={close} aria-labelledby="remind-title">
      <div className="stack">
        <Heading level={2} data-size="sm" id="remind-title">
          {t.remindNow.title}
        </Heading>
        {planned ? <Preview planned={planned} /> : preview.busy || !preview.failed ? <Spinning /> : null}
        <Refusal verb={preview} />
        <Refusal verb={send} />
        <div className="buttons">
          {planned && planned.mails.length > 0 && (
            <Button onClick={() => void go()} loading={send.busy}>
              {t.remindNow.send(planned.mails.length)}
            </Button>
          )}
          <Button variant="tertiary" onClick={close}>
            {t.remindNow.leave}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function answerOf(answer: object | null): Answer | null {
  return answer && 'mails' in answer ? (answer as Answer) : null;
}

function Preview({ planned }: { planned: Answer }) {
  const { t, instant } = useLanguage();
  const { today } = useMe();
  const reasons = Map.groupBy(planned.leftOut, ({ because }) => because);
  return (
    <>
      <Paragraph>{planned.mails.length === 0 ? t.remindNow.nobody : t.remindNow.intro(planned.mails.length)}</Paragraph>
      {planned.mails.length > 0 && (
        <div>
          {planned.mails.map((mail) => (
            <Fold
              offPaper
              key={mail.toAddress}
              title={t.remindNow.mail(mail.organisationNames.join(', '), mail.recipientName ?? t.mails.officialAddress)}
            >
              <p className="subtle">
                {mail.toAddress} ·{' '}
                {mail.goesAt.startsWith(today) ? t.remindNow.goesNow : t.remindNow.goes(instant(mail.goesAt))}
              </p>
              <p>
                <strong>{mail.subject}</strong>
              </p>
              <pre className="mail-text">{mail.text}</pre>
            </Fold>
          ))}
        </div>
      )}
      {planned.leftOut.length > 0 && (
        <section aria-label={t.remindNow.leftOut}>
          <Heading level={3} data-size="2xs">
            {t.remindNow.leftOut}
          </Heading>
          <ul className="plain stack-tight">
            {[...reasons].map(([because, rows]) => (
              <li key={because}>
                <strong>{t.remindVerdicts[because]}</strong>{' '}
                {rows.map(({ organisationName }) => organisationName).join(', ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
