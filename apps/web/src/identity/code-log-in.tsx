import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../language/language';
import { connectByCode, enterByCode, isCodeOffered, type CodeOutcome, type CodeWay } from './code';

/** A one-time code to the work address; stands on the log-in page where a region allows it. */
export function CodeLogIn() {
  const { t } = useLanguage();
  const offered = useQuery({ queryKey: ['log-in', 'code'], queryFn: ({ signal }) => isCodeOffered(signal) });
  if (!offered.data) return null;
  return <ByCode id="code-log-in" title={t.codeLogIn.title} intro={t.codeLogIn.intro} way={enterByCode} />;
}

/** Connects whom the provider has recognised to a registered person: once, at the first log-in. */
export function ConnectLogIn() {
  const { t } = useLanguage();
  return <ByCode id="connect" title={t.session.connect} intro={t.session.connectIntro} way={connectByCode} />;
}

function ByCode({ id, title, intro, way }: { id: string; title: string; intro: string; way: CodeWay }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <section aria-labelledby={id} className="narrow">
      <Heading level={2} data-size="sm" id={id} className="section-title">
        {title}
      </Heading>
      <Paragraph>{intro}</Paragraph>
      {sentTo === null ? (
        <AskForCode way={way} sent={setSentTo} />
      ) : (
        <TypeCode way={way} email={sentTo} again={() => setSentTo(null)} />
      )}
    </section>
  );
}

function AskForCode({ way, sent }: { way: CodeWay; sent: (email: string) => void }) {
  const { t } = useLanguage();
  const { text, setText, fault, busy, send } = useOneField(
    (typed) => /^[^\s@]+@[^\s@]+$/.test(typed),
    t.codeLogIn.notAnAddress,
    way.ask,
    { DONE: sent, REFUSED: t.codeLogIn.notAnAddress },
  );
  return (
    <form onSubmit={send} noValidate>
      <Textfield
        label={t.codeLogIn.email}
        name="email"
        type="email"
        autoComplete="email"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fault}
        aria-required
      />
      <Button type="submit" loading={busy}>
        {t.codeLogIn.send}
      </Button>
    </form>
  );
}

function TypeCode({ way, email, again }: { way: CodeWay; email: string; again: () => void }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { text, setText, fault, busy, send } = useOneField(
    (typed) => /^\d{8}$/.test(typed.replace(/[\s-]/g, '')),
    t.codeLogIn.notACode,
    (code) => way.verify(email, code),
    { DONE: () => void queries.resetQueries(), REFUSED: t.codeLogIn.wrong },
  );
  return (
    <form onSubmit={send} noValidate>
      <Alert data-color="info" role="status">
        <Paragraph>{t.codeLogIn.sent(email)}</Paragraph>
      </Alert>
      <Textfield
        ref={input}
        label={t.codeLogIn.code}
        description={t.codeLogIn.codeForm}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fault}
        aria-required
      />
      <Button type="submit" loading={busy}>
        {t.codeLogIn.logIn}
      </Button>
      <Button type="button" variant="tertiary" onClick={again}>
        {t.codeLogIn.another}
      </Button>
    </form>
  );
}

/** A form of one field: looked at here, then sent; what came of it is said at the field, which gets the focus. */
function useOneField(
  fits: (typed: string) => boolean,
  unfit: string,
  ask: (typed: string) => Promise<CodeOutcome>,
  then: { DONE: (typed: string) => void; REFUSED: string },
) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const refuse = (because: string): void => {
      setFault(because);
      form.querySelector('input')?.focus();
    };
    const typed = text.trim();
    if (!fits(typed)) return refuse(unfit);
    setBusy(true);
    void ask(typed).then((outcome) => {
      setBusy(false);
      if (outcome === 'DONE') then.DONE(typed);
      else if (outcome === 'REFUSED') refuse(then.REFUSED);
      else if (outcome === 'EXPIRED') refuse(t.session.failures.EXPIRED.advice);
      else refuse(outcome === 'TOO_OFTEN' ? t.codeLogIn.tooOften : t.codeLogIn.failed);
    });
  };
  return {
    text,
    setText: (typed: string) => {
      setText(typed);
      setFault(undefined);
    },
    fault,
    busy,
    send,
  };
}
