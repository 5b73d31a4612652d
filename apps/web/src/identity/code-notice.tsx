import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { useMe } from './me';

/** Says what the log-in is not enough for, where it was a one-time code: before somebody is refused. */
export function CodeNotice() {
  const { t } = useLanguage();
  if (useMe().logIn !== 'CODE') return null;
  return (
    <Alert data-color="info" className="code-notice">
      <Paragraph>{t.codeLogIn.notice}</Paragraph>
    </Alert>
  );
}
