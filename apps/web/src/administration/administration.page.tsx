import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { partsFor } from './parts';

/** The way to everything that somebody keeps for the organisation or the region. */
export default function AdministrationPage() {
  const { t } = useLanguage();
  const me = useMe();
  const parts = partsFor(me);
  return (
    <Page
      title={t.administration.title}
      intro={parts.length > 0 && t.administration.intro(me.organisationName ?? t.page.theRegion)}
    >
      {parts.length === 0 ? (
        <Paragraph>{t.administration.nothing}</Paragraph>
      ) : (
        <ul className="plain cards">
          {parts.map(({ path, title, about }) => (
            <li key={path}>
              <Card data-color="neutral" className="part">
                <Card.Block>
                  <Heading level={2} data-size="xs">
                    <Link to={`/administration/${path}`}>{title(t)}</Link>
                  </Heading>
                  <Paragraph>{about(t)}</Paragraph>
                </Card.Block>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
