import { Paragraph, Search } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { OpenPage } from './open-page';

/** Every word of the product that needs one, with its explanation, by the alphabet. */
export default function GlossaryPage() {
  const { t, language } = useLanguage();
  const { hash } = useLocation();
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const found = Object.entries(t.terms)
    .filter(([, { word, says }]) => `${word} ${says}`.toLowerCase().includes(words))
    .sort(([, a], [, b]) => a.word.localeCompare(b.word, language));
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <OpenPage title={t.glossary.title} intro={t.glossary.intro}>
      <Search className="narrow">
        <Search.Input
          aria-label={t.glossary.search}
          placeholder={t.glossary.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Search.Clear aria-label={t.page.clear} onClick={() => setSearch('')} />
      </Search>
      <p role="status" className="subtle">
        {t.glossary.found(found.length)}
      </p>
      {found.length === 0 ? (
        <Paragraph>{t.glossary.none}</Paragraph>
      ) : (
        <dl className="glossary">
          {found.map(([key, { word, says }]) => (
            <div key={key} id={key} className={hash === `#${key}` ? 'glossary-found' : undefined}>
              <dt>{word}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </OpenPage>
  );
}
