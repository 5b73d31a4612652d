import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useContext, type ReactNode } from 'react';
import { MeContext } from '../identity/me';
import { ChooseLanguage } from '../language/choose-language';
import { Page } from './page';

/** A page that is there without a log-in too: then its language can be chosen on it. */
export function OpenPage({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  const me = useContext(MeContext);
  return (
    <Page title={title} intro={intro} actions={me ? undefined : <ChooseLanguage />}>
      {children}
    </Page>
  );
}

/** A statement in sections, each a heading and what there is to say. */
export function Statement({ sections }: { sections: readonly (readonly [title: string, text: ReactNode])[] }) {
  return (
    <div className="statement">
      {sections.map(([title, text]) => (
        <section key={title} className="stack-tight">
          <Heading level={2} data-size="xs">
            {title}
          </Heading>
          <Paragraph>{text}</Paragraph>
        </section>
      ))}
    </div>
  );
}
