import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';

/** What a program logs in with, as it is told once. */
export interface ToldSecret {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Shows a new secret; it is kept nowhere, so it has to be taken along now. */
export function SecretOnce({ secret, seen }: { secret: ToldSecret; seen: () => void }) {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), [secret]);
  const copy = (): void => {
    void navigator.clipboard.writeText(secret.clientSecret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Alert data-color="warning" ref={box} tabIndex={-1} role="group" aria-label={t.programs.secretTitle(secret.name)}>
      <div className="stack-tight">
        <Heading level={2} data-size="xs">
          {t.programs.secretTitle(secret.name)}
        </Heading>
        <Paragraph>{t.programs.secretHelp}</Paragraph>
        <Facts
          rows={[
            [t.programs.clientId, <code key="id">{secret.clientId}</code>],
            [t.programs.secret, <code key="secret">{secret.clientSecret}</code>],
          ]}
        />
        <div className="buttons">
          <Button variant="secondary" data-size="sm" onClick={copy}>
            {t.programs.copy}
          </Button>
          <Button data-size="sm" onClick={seen}>
            {t.programs.seen}
          </Button>
          <span role="status">{copied && t.programs.copied}</span>
        </div>
      </div>
    </Alert>
  );
}
