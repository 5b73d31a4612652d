import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { AllowCodeLogInDocument, RegionLogInDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

/** Whether people of the region may log in by a code to their work address: the secretariat's to say. */
export function RegionLogIn() {
  const { t } = useLanguage();
  const found = useAsk(RegionLogInDocument, {});
  const verb = useVerb(AllowCodeLogInDocument);
  return (
    <section className="section" aria-labelledby="code-log-in">
      <Heading level={2} data-size="sm" id="code-log-in">
        {t.regionLogIn.title}
      </Heading>
      <Waiting on={found}>
        {({ region: { codeLogInAllowed: allowed } }) => (
          <div className="stack-tight">
            <Paragraph role="status">{allowed ? t.regionLogIn.allowed : t.regionLogIn.notAllowed}</Paragraph>
            <Paragraph className="subtle">{allowed ? t.regionLogIn.endHelp : t.regionLogIn.allowHelp}</Paragraph>
            <Refusal verb={verb} />
            <div className="buttons">
              <Button
                variant="secondary"
                data-color={allowed ? 'danger' : undefined}
                loading={verb.busy}
                onClick={() => void verb.carryOut({ allowed: !allowed })}
              >
                {allowed ? t.regionLogIn.end : t.regionLogIn.allow}
              </Button>
            </div>
          </div>
        )}
      </Waiting>
    </section>
  );
}
