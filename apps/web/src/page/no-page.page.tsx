import { Paragraph } from '@digdir/designsystemet-react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { Onward } from './onward';
import { Page } from './page';

/** There is no page of this address. */
export default function NoPagePage() {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  return (
    <Page title={t.errors.noPageTitle}>
      <Paragraph>
        <code>{pathname}</code>
      </Paragraph>
      <Paragraph>{t.errors.noPage}</Paragraph>
      <Onward />
    </Page>
  );
}
