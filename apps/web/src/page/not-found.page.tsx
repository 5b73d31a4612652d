import { List, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import { Page } from './page';

/** There is no such page, or not for this person: the two look alike on purpose. */
export default function NotFoundPage() {
  const { t } = useLanguage();
  return (
    <Page title={t.notFound.title}>
      <Paragraph>{t.notFound.advice}</Paragraph>
      <List.Unordered>
        <List.Item>
          <Link to="/tasks">{t.navigation.tasks}</Link>
        </List.Item>
        <List.Item>
          <Link to="/cases">{t.navigation.cases}</Link>
        </List.Item>
      </List.Unordered>
    </Page>
  );
}
