import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language/language';

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that the browser has no connection, as long as it has none. */
export function Offline() {
  const { t } = useLanguage();
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return (
    <div role="status" className={online ? 'unseen' : 'offline'}>
      {!online && (
        <Alert data-color="warning">
          <Paragraph>{t.errors.offline}</Paragraph>
        </Alert>
      )}
    </div>
  );
}
