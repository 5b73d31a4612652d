import { Paragraph } from '@digdir/designsystemet-react';
import { useContext } from 'react';
import { Link } from 'react-router';
import { MeContext } from '../identity/me';
import { useLanguage } from '../language/language';
import { Onward } from './onward';
import { Page } from './page';

/** There is no such thing, or not for this person: the two look alike on purpose. Says for whom the person acts now. */
export default function NotFoundPage() {
  const { t } = useLanguage();
  const me = useContext(MeContext);
  return (
    <Page title={t.errors.noThingTitle}>
      <Paragraph>{t.errors.noThing}</Paragraph>
      {me && (
        <Paragraph>
          {t.errors.actsFor(me.organisationName ?? t.page.theRegion)} <Link to="/my-session">{t.errors.change}</Link>
        </Paragraph>
      )}
      <Paragraph>{t.errors.ask}</Paragraph>
      <Onward />
    </Page>
  );
}
