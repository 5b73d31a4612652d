import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ChooseWhose, useWhose, type Whose } from '../administration/whose';
import { ProgramsDocument, type ProgramsQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { CreateProgramForm } from './create-program';
import { ProgramCard } from './program-card';
import { SecretOnce, type ToldSecret } from './secret-once';

export type Program = ProgramsQuery['machineClients'][number];

/** The programs that have access on behalf of the organisation. */
export default function ProgramsPage() {
  const { t } = useLanguage();
  const whose = useWhose();
  const programs = useAsk(
    ProgramsDocument,
    { organisationId: whose.organisationId ?? '' },
    { enabled: whose.organisationId !== null },
  );
  return (
    <Page
      title={t.programs.title}
      intro={t.programs.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <ChooseWhose whose={whose} />
      {whose.organisationId !== null && (
        <Waiting on={programs}>
          {({ machineClients }) => <Programs key={whose.organisationId} whose={whose} programs={machineClients} />}
        </Waiting>
      )}
    </Page>
  );
}

function Programs({ whose, programs }: { whose: Whose; programs: readonly Program[] }) {
  const { t } = useLanguage();
  const [writing, setWriting] = useState(false);
  const [secret, setSecret] = useState<ToldSecret | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const told = (one: ToldSecret): void => {
    setWriting(false);
    setDone(null);
    setSecret(one);
  };
  return (
    <>
      <Done text={done} />
      {secret && <SecretOnce secret={secret} seen={() => setSecret(null)} />}
      {writing && whose.organisationId ? (
        <CreateProgramForm organisationId={whose.organisationId} made={told} leave={() => setWriting(false)} />
      ) : (
        <div>
          <Button variant={programs.length > 0 ? 'secondary' : 'primary'} onClick={() => setWriting(true)}>
            {t.programs.create}
          </Button>
        </div>
      )}
      {programs.length === 0 ? (
        <Paragraph>{t.programs.none(whose.name)}</Paragraph>
      ) : (
        <ul className="plain stack">
          {programs.map((program) => (
            <li key={program.id}>
              <ProgramCard
                program={program}
                told={told}
                said={(text) => {
                  setSecret(null);
                  setDone(text);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
