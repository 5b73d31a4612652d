import { Alert, Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { holdsHere, isSecretariat } from '../administration/parts';
import { ChooseWhose, useWhose } from '../administration/whose';
import { RouteTemplatesDocument, SaveRouteTemplateDocument, type RouteTemplatesQuery } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done, faultAt, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { RoutePreview } from './route-preview';
import { RouteStepFields } from './route-step-fields';
import { draftsOf, inputsOf, moved, newStep, type StepDraft } from './route-steps';

const NEW = 'new';

/** How an organisation usually decides, and the dates that this would give. */
export default function RouteTemplatesPage() {
  const { t } = useLanguage();
  const whose = useWhose();
  const { organisationId } = whose;
  const found = useAsk(
    RouteTemplatesDocument,
    { organisationId: organisationId ?? '' },
    { enabled: organisationId !== null },
  );
  return (
    <Page
      title={t.routeTemplates.title}
      intro={t.routeTemplates.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <ChooseWhose whose={whose} />
      {organisationId === null ? (
        <Paragraph>{t.calendars.choose}</Paragraph>
      ) : (
        <Waiting on={found}>
          {(data) => <Templates key={organisationId} organisationId={organisationId} data={data} />}
        </Waiting>
      )}
    </Page>
  );
}

function Templates({ organisationId, data }: { organisationId: string; data: RouteTemplatesQuery }) {
  const { t } = useLanguage();
  const me = useMe();
  const mayKeep = isSecretariat(me) || holdsHere(me, ['COORDINATOR', 'RECORDER', 'CHIEF_EXECUTIVE']);
  const { routeTemplates, decisionBodies } = data;
  const [chosen, setChosen] = useState(routeTemplates[0]?.id ?? NEW);
  const [done, setDone] = useState<string | null>(null);
  const template = routeTemplates.find(({ id }) => id === chosen) ?? null;
  return (
    <div className="stack">
      <Done text={done} />
      {routeTemplates.length === 0 && <Paragraph>{t.routeTemplates.none}</Paragraph>}
      {decisionBodies.length === 0 && (
        <Alert data-color="info">
          {t.routeTemplates.noBodies}{' '}
          <Link to={`/administration/calendars?organisation=${organisationId}`}>{t.calendars.title}</Link>
        </Alert>
      )}
      {routeTemplates.length > 0 && (
        <Field>
          <Label>{t.routeTemplates.which}</Label>
          <Select width="auto" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {routeTemplates.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
            {mayKeep && <Select.Option value={NEW}>{t.routeTemplates.fresh}</Select.Option>}
          </Select>
        </Field>
      )}
      <Editor
        key={chosen}
        organisationId={organisationId}
        template={template}
        bodies={decisionBodies}
        mayKeep={mayKeep}
        onSaved={(id, name) => {
          setChosen(id);
          setDone(t.routeTemplates.saved(name));
        }}
      />
    </div>
  );
}

function Editor({
  organisationId,
  template,
  bodies,
  mayKeep,
  onSaved,
}: {
  organisationId: string;
  template: RouteTemplatesQuery['routeTemplates'][number] | null;
  bodies: RouteTemplatesQuery['decisionBodies'];
  mayKeep: boolean;
  onSaved: (id: string, name: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(SaveRouteTemplateDocument);
  const [name, setName] = useState(template?.name ?? '');
  const [steps, setSteps] = useState<readonly StepDraft[]>(template ? draftsOf(template) : [newStep()]);
  const change = (key: string, part: Partial<StepDraft>): void =>
    setSteps((now) => now.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const saved = await verb.carryOut({ organisationId, id: template?.id ?? null, name, steps: inputsOf(steps) });
    if (saved) onSaved(saved.id, saved.name);
  };
  return (
    <div className="stack">
      <form className="form" onSubmit={(event) => void save(event)} noValidate>
        <Textfield
          label={t.routeTemplates.name}
          value={name}
          error={faultAt(verb.refused, 'name')}
          onChange={(event) => setName(event.target.value)}
        />
        {steps.map((step, at) => (
          <RouteStepFields
            key={step.key}
            step={step}
            at={at}
            last={at === steps.length - 1}
            bodies={bodies}
            error={faultAt(verb.refused, `steps.${at}`)}
            onChange={(part) => change(step.key, part)}
            onMove={(by) => setSteps((now) => moved(now, at, by))}
            onRemove={() => setSteps((now) => now.filter(({ key }) => key !== step.key))}
          />
        ))}
        <div className="buttons">
          <Button type="button" variant="secondary" onClick={() => setSteps((now) => [...now, newStep()])}>
            {t.routeTemplates.addStep}
          </Button>
        </div>
        <Refusal verb={verb} />
        {mayKeep && (
          <div className="buttons">
            <Button type="submit" loading={verb.busy}>
              {t.routeTemplates.save}
            </Button>
            <span className="subtle">{t.routeTemplates.running}</span>
          </div>
        )}
      </form>
      <RoutePreview organisationId={organisationId} steps={steps} />
    </div>
  );
}
