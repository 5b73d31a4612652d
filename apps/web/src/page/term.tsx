import { Link as LinkLook, Paragraph, Popover } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';

export type TermKey = keyof Catalogue['terms'];

/** A word of the product in running text: a button that explains it. Escape, or a click elsewhere, closes it again. */
export function Term({ of, children }: { of: TermKey; children?: ReactNode }) {
  const { t } = useLanguage();
  const { word, says } = t.terms[of];
  return (
    <Popover.TriggerContext>
      <Popover.Trigger inline className="term">
        {children ?? word}
      </Popover.Trigger>
      <Popover className="term-says" data-color="neutral">
        <Paragraph>
          <strong className="term-word">{word}</strong>
        </Paragraph>
        <Paragraph>{says}</Paragraph>
        <Paragraph data-size="sm">
          <LinkLook asChild>
            <Link to={`/glossary#${of}`}>{t.glossary.whole}</Link>
          </LinkLook>
        </Paragraph>
      </Popover>
    </Popover.TriggerContext>
  );
}

/** The words of a page that not everybody knows, each with its explanation. */
export function Terms({ of }: { of: readonly TermKey[] }) {
  const { t } = useLanguage();
  return (
    <div className="terms no-print">
      <span className="subtle" id="terms-here">
        {t.glossary.here}:
      </span>
      <ul className="plain" aria-labelledby="terms-here">
        {of.map((one) => (
          <li key={one}>
            <Term of={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}
