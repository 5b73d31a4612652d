import { useNavigate } from 'react-router';
import { RegisterNeedDocument, type NeedFieldsInput } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { useVerb } from '../request/use-verb';
import { NeedForm } from './need-form';

/** Registers a need, declared at once or as a draft. */
export default function RegisterNeedPage() {
  const { t } = useLanguage();
  const go = useNavigate();
  const verb = useVerb(RegisterNeedDocument);
  const send = (draft: boolean) => async (fields: NeedFieldsInput) => {
    const made = await verb.carryOut({ draft, fields });
    if (made) await go(`/needs/${made.id}`);
  };
  return (
    <Page
      title={t.need.registerTitle}
      intro={t.need.registerIntro}
      crumbs={[{ to: '/needs', title: t.need.listTitle }]}
    >
      <NeedForm
        verb={verb}
        first={{ title: t.need.declareNow, send: send(false) }}
        second={{ title: t.need.saveDraft, send: send(true) }}
      />
    </Page>
  );
}
