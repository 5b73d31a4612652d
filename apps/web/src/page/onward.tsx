import { Button, Heading, List } from '@digdir/designsystemet-react';
import { Link, useNavigate } from 'react-router';
import { useLanguage } from '../language/language';

/** Ways on from a page that could not be shown. */
export function Onward() {
  const { t } = useLanguage();
  const go = useNavigate();
  return (
    <>
      <Heading level={2} data-size="2xs">
        {t.errors.onward}
      </Heading>
      <List.Unordered>
        <List.Item>
          <Link to="/tasks">{t.navigation.tasks}</Link>
        </List.Item>
        <List.Item>
          <Link to="/cases">{t.navigation.cases}</Link>
        </List.Item>
        <List.Item>
          <Link to="/region">{t.region.title}</Link>
        </List.Item>
      </List.Unordered>
      {window.history.length > 1 && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => void go(-1)}>
            {t.errors.back}
          </Button>
        </div>
      )}
    </>
  );
}
