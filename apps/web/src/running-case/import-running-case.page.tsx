import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  ImportRunningCaseDocument,
  RunningCaseGroundDocument,
  type ImportRunningCaseInput,
  type ImportRunningCaseMutation,
  type RunningCaseGroundQuery,
} from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { CheckStep } from './check-step';
import { CreateStep } from './create-step';
import { PasteStep } from './paste-step';
import './running-case.css';

/** What a dry run tells. */
export type Told = Extract<ImportRunningCaseMutation['importRunningCase'], { __typename: 'RunningCaseImport' }>;

/** What the person has handed in and answered so far. */
export type Given = Pick<
  ImportRunningCaseInput,
  'caseId' | 'table' | 'file' | 'fileName' | 'sheetName' | 'columns' | 'municipalities' | 'wordings' | 'leaveOutRows'
>;

/** The coordinator's first day: a case that runs in a spreadsheet, in three steps: paste, check, create. */
export default function ImportRunningCasePage() {
  const { t } = useLanguage();
  const me = useMe();
  const ground = useAsk(RunningCaseGroundDocument, {});
  const hosts = me.organisationId !== null && offersTo(me).coordinatesFor(me.organisationId);
  return (
    <Page title={t.running.title} intro={t.running.intro} crumbs={[{ to: '/cases', title: t.cases.title }]}>
      {hosts ? (
        <Waiting on={ground}>{(data) => <Steps ground={data} hostId={me.organisationId!} />}</Waiting>
      ) : (
        <Alert data-color="info">
          <Paragraph>{t.running.onlyHost}</Paragraph>
        </Alert>
      )}
    </Page>
  );
}

function Steps({ ground, hostId }: { ground: RunningCaseGroundQuery; hostId: string }) {
  const go = useNavigate();
  const verb = useVerb(ImportRunningCaseDocument);
  const [step, setStep] = useState(0);
  const [given, setGiven] = useState<Given>({});
  const [told, setTold] = useState<Told | null>(null);

  const check = async (next: Given): Promise<void> => {
    const found = await verb.carryOut({ ...next, dryRun: true, sendInvitations: false });
    if (found?.__typename !== 'RunningCaseImport') return;
    setGiven(next);
    setTold(found);
    setStep(1);
  };
  const create = async (
    more: Pick<ImportRunningCaseInput, 'newCase' | 'because' | 'evidence' | 'sendInvitations'>,
  ): Promise<void> => {
    const made = await verb.carryOut({ ...given, ...more, dryRun: false });
    if (made?.__typename === 'RunningCaseImport' && made.caseId) await go(`/cases/${made.caseId}`);
  };
  const back = (): void => {
    verb.clear();
    setStep((before) => before - 1);
  };
  const cases = ground.procurementCases.filter((one) => one.hostOrganisationId === hostId && one.stage !== 'CANCELLED');
  return (
    <div className="stack">
      <StepList at={step} />
      {step === 0 && <PasteStep given={given} cases={cases} verb={verb} onRead={(next) => void check(next)} />}
      {step === 1 && told && (
        <CheckStep
          // The answers of a sheet are kept until it is read again.
          key={JSON.stringify(told.faults)}
          told={told}
          given={given}
          organisations={ground.organisations}
          verb={verb}
          onCheck={(next) => void check(next)}
          onBack={(answered) => {
            setGiven(answered);
            back();
          }}
          onOnward={() => setStep(2)}
        />
      )}
      {step === 2 && told && (
        <CreateStep told={told} given={given} verb={verb} onCreate={(more) => void create(more)} onBack={back} />
      )}
    </div>
  );
}

function StepList({ at }: { at: number }) {
  const { t } = useLanguage();
  return (
    <ol className="plain steps" aria-label={t.running.stepsLabel}>
      {t.running.steps.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          {t.running.step(index + 1, name)}
          {index < at && <span className="unseen"> ({t.running.done})</span>}
        </li>
      ))}
    </ol>
  );
}
