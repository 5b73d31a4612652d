import { Tag } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';

/** Who runs the service. */
interface Operator {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** It stands in the page itself, so that it is there when nothing can be fetched. */
function operator(): Operator | null {
  const said = document.querySelector<HTMLMetaElement>('meta[name="operator"]')?.content;
  return said ? (JSON.parse(said) as Operator) : null;
}

/** Whom to turn to: who runs the service, with address and telephone. What was never set is marked as an example. */
export function Contact({ before }: { before: string }) {
  const { t } = useLanguage();
  const found = operator();
  return (
    found && (
      <>
        {before} {found.name}
        {found.email.endsWith('.example') && (
          <>
            {' '}
            <Tag data-color="warning" data-size="sm">
              {t.operator.example}
            </Tag>
          </>
        )}
        {': '}
        <a href={`mailto:${found.email}`}>{found.email}</a>
        {` ${t.operator.or} `}
        <a href={`tel:${found.phone.replaceAll(' ', '')}`} className="telephone">
          {found.phone}
        </a>
        {'.'}
      </>
    )
  );
}
