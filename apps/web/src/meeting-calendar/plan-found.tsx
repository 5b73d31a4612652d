import { Alert, Button, Field, Heading, Label, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { SaveDecisionBodyDocument, type DecisionBodyKind, type ImportMeetingsMutation } from '../generated/documents';
import { useLanguage } from '../language/language';
import { State } from '../page/marks';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

/** What a plan would change, or has changed. */
export type Found = Extract<ImportMeetingsMutation['importMeetings'], { __typename: 'MeetingImport' }>;

const LOOKS = {
  ADDED: ['option', 'success'],
  CHANGED: ['open', 'info'],
  CANCELLED: ['stop', 'danger'],
  UNCHANGED: ['done', 'neutral'],
  NOT_IN_FILE: ['warning', 'warning'],
} as const;

/** How many meetings a plan changes. */
export function changesOf({ changes }: Found): number {
  return changes.filter(({ change }) => change !== 'UNCHANGED' && change !== 'NOT_IN_FILE').length;
}

/** What was found in a plan: faults first, then bodies that are missing, what changes, and what is left out. */
export function PlanFound({
  found,
  organisationId,
  again,
}: {
  found: Found;
  organisationId: string;
  /** Looks at the same plan once more. */
  again: () => void;
}) {
  const { t } = useLanguage();
  const changed = found.changes.filter(({ change }) => change !== 'UNCHANGED' && change !== 'NOT_IN_FILE');
  const missing = found.changes.filter(({ change }) => change === 'NOT_IN_FILE');
  const same = found.changes.length - changed.length - missing.length;
  return (
    <>
      {found.faultCount > 0 && (
        <section className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.importPlan.faults(found.faultCount)}
          </Heading>
          <Paragraph>{t.importPlan.faultsHelp}</Paragraph>
          <Rows title={t.importPlan.faults(found.faultCount)} heads={[t.importPlan.place, t.importPlan.what]}>
            {found.faults.map(({ place, message }) => [place, message])}
          </Rows>
        </section>
      )}
      {found.unknownBodies.length > 0 && (
        <section className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.importPlan.unknownBodies}
          </Heading>
          <Paragraph>{t.importPlan.unknownBodiesHelp}</Paragraph>
          <ul className="plain stack-tight">
            {found.unknownBodies.map((body) => (
              <li key={body.name}>
                <AddBody organisationId={organisationId} added={again} {...body} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && (
        <section className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.importPlan.changes(changed.length)}
          </Heading>
          <Changes changes={changed} title={t.importPlan.changes(changed.length)} />
        </section>
      )}
      {same > 0 && <Paragraph>{t.importPlan.unchanged(same)}</Paragraph>}
      {missing.length > 0 && (
        <section className="stack-tight">
          <Alert data-color="warning" data-size="sm">
            {t.importPlan.notInFile(missing.length)}
          </Alert>
          <Changes changes={missing} title={t.importPlan.changeKinds.NOT_IN_FILE} />
        </section>
      )}
      {found.leftOutCount > 0 && (
        <section className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.importPlan.leftOut(found.leftOutCount)}
          </Heading>
          <Rows
            title={t.importPlan.leftOut(found.leftOutCount)}
            heads={[t.importPlan.place, t.importPlan.line, t.importPlan.why]}
          >
            {found.leftOut.map(({ place, text, because }) => [place, text, t.importPlan.leftOutBecause[because]])}
          </Rows>
        </section>
      )}
    </>
  );
}

function Changes({ changes, title }: { changes: Found['changes']; title: string }) {
  const { t, date, longDate } = useLanguage();
  return (
    <Rows
      title={title}
      heads={[t.importPlan.body1, t.calendars.date, t.calendars.start, t.importPlan.change, t.importPlan.place]}
    >
      {changes.map(({ change, bodyName, date: on, dateBefore, startsAt, place }) => {
        const [sign, colour] = LOOKS[change];
        return [
          bodyName,
          `${longDate(on)}${dateBefore && dateBefore !== on ? ` (${t.importPlan.before(date(dateBefore))})` : ''}`,
          startsAt,
          <State key="change" sign={sign} colour={colour}>
            {t.importPlan.changeKinds[change]}
          </State>,
          place,
        ];
      })}
    </Rows>
  );
}

/** One body that the plan names: registered with a click, with the kind that its name speaks of. */
function AddBody({
  organisationId,
  name,
  kind,
  times,
  added,
}: Found['unknownBodies'][number] & { organisationId: string; added: () => void }) {
  const { t } = useLanguage();
  const verb = useVerb(SaveDecisionBodyDocument);
  const [chosen, setChosen] = useState<DecisionBodyKind>(kind);
  const add = async (): Promise<void> => {
    const made = await verb.carryOut({
      organisationId,
      name,
      kind: chosen,
      submissionDays: 14,
      handoverDays: 7,
      calendarOrigin: 'REAL',
    });
    if (made) added();
  };
  return (
    <div className="stack-tight">
      <div className="filters">
        <Paragraph>
          <strong>{name}</strong> <span className="subtle">{t.importPlan.times(times)}</span>
        </Paragraph>
        <Field data-size="sm">
          <Label className="unseen">{t.importPlan.kindOf(name)}</Label>
          <Select width="auto" value={chosen} onChange={(event) => setChosen(event.target.value as DecisionBodyKind)}>
            {Object.entries(t.bodyKinds).map(([one, words]) => (
              <Select.Option key={one} value={one}>
                {words}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Button variant="secondary" data-size="sm" loading={verb.busy} onClick={() => void add()}>
          {t.importPlan.addBody(name)}
        </Button>
      </div>
      <Refusal verb={verb} />
    </div>
  );
}

function Rows({
  title,
  heads,
  children,
}: {
  title: string;
  heads: readonly string[];
  children: readonly (readonly ReactNode[])[];
}) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <Table zebra data-size="sm">
        <Table.Head>
          <Table.Row>
            {heads.map((head) => (
              <Table.HeaderCell key={head} scope="col">
                {head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {children.map((cells, row) => (
            <Table.Row key={row}>
              <Table.HeaderCell scope="row">{cells[0]}</Table.HeaderCell>
              {cells.slice(1).map((cell, at) => (
                <Table.Cell key={at}>{cell}</Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
