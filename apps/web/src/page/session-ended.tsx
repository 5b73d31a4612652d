import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useLanguage } from '../language/language';

/**
 * The session has ended while a page was open: what is written on it stays. Logged in elsewhere, the page goes on by
 * itself as soon as it is looked at again; or the log-in is taken here, and leads back to this address.
 */
export function SessionEnded() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [alone, setAlone] = useState(false);
  useLayoutEffect(() => setAlone(document.querySelector('main h1') === null), []);
  return (
    <Alert data-color="warning" role="alert" className="session-ended">
      <Heading level={alone ? 1 : 2} data-size="2xs">
        {t.errors.endedTitle}
      </Heading>
      <Paragraph>{t.errors.ended}</Paragraph>
      <div className="buttons">
        <Button asChild>
          <a href="/tasks" target="_blank" rel="noreferrer">
            {t.errors.newTab}
          </a>
        </Button>
        <Button variant="secondary" onClick={() => void queries.resetQueries({ queryKey: ['Me'] })}>
          {t.errors.here}
        </Button>
      </div>
    </Alert>
  );
}
