import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ExportDecisionLogDocument, LogPlacesDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { followDownload } from '../page/csv';
import { RadioField } from '../page/fields';
import { Done, Refusal } from '../page/refusal';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

/** Hands the log out as a ZIP that proves itself on another machine; where a case is chosen, that case alone if wanted (S9). */
export function LogDownload() {
  const { t } = useLanguage();
  const [asked] = useSearchParams();
  const places = useAsk(LogPlacesDocument, {});
  const chosen = places.data?.procurementCases.find(({ id }) => id === asked.get('case')) ?? null;
  const [what, setWhat] = useState('WHOLE');
  const [ready, setReady] = useState(false);
  const handOut = useVerb(ExportDecisionLogDocument);
  const start = async (): Promise<void> => {
    setReady(false);
    const made = await handOut.carryOut({ caseId: what === 'CASE' ? (chosen?.id ?? null) : null });
    if (made && 'url' in made) {
      followDownload(made.url);
      setReady(true);
    }
  };
  return (
    <section className="stack-tight" aria-labelledby="log-download">
      <Heading level={2} data-size="2xs" id="log-download">
        {t.logExport.title}
      </Heading>
      <Paragraph>{t.logExport.help}</Paragraph>
      {chosen && (
        <RadioField
          bound={{ name: 'what', value: what, onText: setWhat, error: undefined }}
          legend={t.logExport.what}
          options={[
            { value: 'WHOLE', label: t.logExport.whole },
            { value: 'CASE', label: t.logExport.ofCase(chosen.title) },
          ]}
        />
      )}
      <Refusal verb={handOut} />
      <div className="buttons">
        <Button variant="secondary" onClick={() => void start()} loading={handOut.busy}>
          {t.logExport.start}
        </Button>
      </div>
      <Done text={ready ? t.logExport.ready : null} />
      {ready && (
        <Paragraph>
          {t.logExport.how} <code>node verify.mjs</code>
        </Paragraph>
      )}
    </section>
  );
}
