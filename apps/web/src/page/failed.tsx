import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useLayoutEffect, useState } from 'react';
import { useLanguage } from '../language/language';
import { NotLoggedIn, NotReachable, ServiceFault, TooOften } from '../request/ask';
import { Contact } from './operator';
import { SessionEnded } from './session-ended';

/** Something went wrong that is not the person's doing: says what, and what to do. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  const { t } = useLanguage();
  const said =
    error instanceof TooOften
      ? { title: t.errors.tooOftenTitle, advice: t.errors.tooOften }
      : error instanceof NotReachable
        ? t.failed.notReachable
        : error instanceof ServiceFault
          ? t.failed.serviceFault
          : t.failed.pageFault;
  // A page that could not be shown at all has no other heading, and no other title.
  const [alone, setAlone] = useState(false);
  useLayoutEffect(() => setAlone(document.querySelector('main h1') === null), []);
  useLayoutEffect(() => {
    if (alone) document.title = `${said.title} – Samanker`;
  }, [alone, said.title]);
  if (error instanceof NotLoggedIn) return <SessionEnded />;
  return (
    <Alert data-color="danger" role="alert">
      <Heading level={alone ? 1 : 2} data-size="2xs">
        {said.title}
      </Heading>
      <Paragraph>{said.advice}</Paragraph>
      {error instanceof ServiceFault && error.requestId && <RequestId id={error.requestId} />}
      {!(error instanceof TooOften) && (
        <Paragraph data-size="sm">
          <Contact before={t.operator.helpless} />
        </Paragraph>
      )}
      {again && (
        <Button variant="secondary" onClick={again}>
          {t.failed.again}
        </Button>
      )}
    </Alert>
  );
}

/** The number that finds the fault in the log, to be handed on. */
function RequestId({ id }: { id: string }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  return (
    <Paragraph data-size="sm">
      {t.failed.requestId}: <code>{id}</code>{' '}
      <Button
        variant="tertiary"
        data-size="sm"
        onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}
      >
        {t.errors.copy}
      </Button>
      <span role="status">{copied && t.errors.copied}</span>
    </Paragraph>
  );
}
