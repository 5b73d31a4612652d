import { Spinner } from '@digdir/designsystemet-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language';
import { NotLoggedIn } from '../request/ask';
import { Failed } from './failed';

/** Shows that an answer is on its way. */
export function Spinning() {
  const { t } = useLanguage();
  return (
    <div className="spinning" role="status">
      <Spinner aria-hidden="true" data-size="md" />
      <span>{t.page.loading}</span>
    </div>
  );
}

/** Says that a list did not come, where the page is of use without it, and asks for it again. */
export function NotCome({ on }: { on: Pick<UseQueryResult, 'data' | 'error' | 'refetch'> }) {
  if (on.data !== undefined || !on.error || on.error instanceof NotLoggedIn) return null;
  return <Failed error={on.error} again={() => void on.refetch()} />;
}

/** Waits for answers; shows what came, or what went wrong with a way on. */
export function Waiting<Data>({ on, children }: { on: UseQueryResult<Data>; children: (data: Data) => ReactNode }) {
  if (on.data !== undefined) return <>{children(on.data)}</>;
  // The frame says that nobody is logged in any more.
  if (on.error instanceof NotLoggedIn) return null;
  if (on.error) return <Failed error={on.error} again={() => void on.refetch()} />;
  return <Spinning />;
}
