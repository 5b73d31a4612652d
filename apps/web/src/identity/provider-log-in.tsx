import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { LOG_IN_FAILURES, logInAddress, type LogInFailure, type Ways } from './session';

/** The main way in: the provider of log-ins, and back to the page where the person wanted to go. */
export function ProviderLogIn({ provider }: { provider: NonNullable<Ways['provider']> }) {
  const { t } = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <div className="stack-tight narrow">
      {/* A link, not a form: the policy of the pages lets forms go nowhere else. */}
      <Button asChild>
        <a href={logInAddress(pathname + search)}>{t.session.logInWith(provider.name)}</a>
      </Button>
      {provider.standIn && (
        <Paragraph data-size="sm" className="subtle">
          {t.session.standIn(provider.name)}
        </Paragraph>
      )}
    </div>
  );
}

/** The reason that stands in the address, if it is one of ours. */
export function failureOf(pathname: string, search: string): LogInFailure | null {
  const because = new URLSearchParams(search).get('because');
  return pathname === '/log-in-failed' ? (LOG_IN_FAILURES.find((one) => one === because) ?? 'EXPIRED') : null;
}

/** Says why a log-in came to nothing, and what to do. */
export function LogInFailed({ because }: { because: LogInFailure }) {
  const { t } = useLanguage();
  const { title, advice } = t.session.failures[because];
  return (
    <Alert data-color={because === 'CANCELLED' ? 'info' : 'warning'} role="alert" className="narrow">
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <Paragraph>{advice}</Paragraph>
      {(because === 'UNKNOWN_PERSON' || because === 'NO_ROLE') && (
        <Paragraph>
          <a href={logInAddress('/', true)}>{t.session.asSomebodyElse}</a>
        </Paragraph>
      )}
    </Alert>
  );
}
