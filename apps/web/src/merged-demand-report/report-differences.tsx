import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { ReportDifferencesDocument, type ReportDifferencesQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DownloadTable } from '../page/download-table';
import { Fold } from '../page/fold';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

type Difference = NonNullable<ReportDifferencesQuery['reportDifferences']>['differences'][number];
type Topic = 'case' | 'participants' | 'items' | 'municipalities' | 'values';

const TOPICS: readonly Topic[] = ['case', 'participants', 'values', 'items', 'municipalities'];
const FIRST = 8;
const DECIMAL = /^-?\d+(\.\d+)?$/;

function topicOf({ kind }: Difference): Topic {
  if (/^(ITEM|PRICE|QUANTITY|MAXIMUM)_/.test(kind)) return 'items';
  if (kind === 'MUNICIPALITY_QUANTITY_CHANGED') return 'municipalities';
  if (kind === 'VALUE_CHANGED') return 'values';
  return /^(CASE|HOST|DECISION|THRESHOLD|GAPS|DETAILS)_/.test(kind) ? 'case' : 'participants';
}

/** What has changed between two editions, for the reader to choose: frozen versions, and the figures of now. */
export function ReportDifferences({
  caseId,
  versions,
  from: first,
  to: last,
}: {
  caseId: string;
  /** Numbers of the frozen versions, newest first. */
  versions: readonly number[];
  from: number;
  /** Null: the figures of now. */
  to: number | null;
}) {
  const { t, number } = useLanguage();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const later = versions.filter((version) => version > from);
  const named = (version: number | null): string =>
    version === null ? t.differences.now : t.report.versionNumber(number(version));
  const chooseFrom = (version: number): void => {
    setFrom(version);
    if (to !== null && to <= version) setTo(null);
  };
  return (
    <section className="section">
      <Heading level={2} data-size="sm">
        {t.differences.title}
      </Heading>
      <div className="filters">
        <Version label={t.differences.from} value={from} choices={versions} named={named} onChoice={chooseFrom} />
        <Version label={t.differences.to} value={to} choices={[null, ...later]} named={named} onChoice={setTo} />
      </div>
      <Found caseId={caseId} from={from} to={to} title={t.differences.between(named(from), named(to))} />
    </section>
  );
}

function Version<Choice extends number | null>({
  label,
  value,
  choices,
  named,
  onChoice,
}: {
  label: string;
  value: Choice;
  choices: readonly Choice[];
  named: (choice: Choice) => string;
  onChoice: (choice: Choice) => void;
}) {
  const id = useId();
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      <Select
        id={id}
        value={String(value)}
        onChange={(event) => onChoice(choices.find((choice) => String(choice) === event.target.value)!)}
      >
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {named(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Found({ caseId, from, to, title }: { caseId: string; from: number; to: number | null; title: string }) {
  const { t } = useLanguage();
  const answer = useAsk(ReportDifferencesDocument, { caseId, fromVersion: from, toVersion: to }, { keepLast: true });
  return (
    <Waiting on={answer}>
      {({ reportDifferences }) => {
        const differences = reportDifferences?.differences ?? [];
        if (differences.length === 0) return <Paragraph>{t.differences.none}</Paragraph>;
        return (
          <>
            <p className="subtle" role="status">
              {title}. {t.differences.count(differences.length)}
            </p>
            {TOPICS.map((topic) => (
              <OfTopic
                key={topic}
                title={t.differences.topics[topic]}
                differences={differences.filter((one) => topicOf(one) === topic)}
              />
            ))}
            <AsTable title={title} differences={differences} />
          </>
        );
      }}
    </Waiting>
  );
}

function OfTopic({ title, differences }: { title: string; differences: readonly Difference[] }) {
  const { t } = useLanguage();
  if (differences.length === 0) return null;
  const list = (some: readonly Difference[]) => (
    <ul className="stack-tight">
      {some.map((one, at) => (
        <li key={at}>{one.sentence}</li>
      ))}
    </ul>
  );
  const rest = differences.slice(FIRST);
  return (
    <div className="stack-tight">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {list(differences.slice(0, FIRST))}
      {rest.length > 0 && <Fold title={t.report.moreMissing(rest.length)}>{list(rest)}</Fold>}
    </div>
  );
}

function AsTable({ title, differences }: { title: string; differences: readonly Difference[] }) {
  const { t } = useLanguage();
  const figure = (value: string | null | undefined): string | null => (value && DECIMAL.test(value) ? value : null);
  return (
    <DownloadTable
      title={title}
      columns={[
        { title: t.differences.about },
        { title: t.board.municipality },
        { title: t.volume.part },
        { title: t.volume.item },
        { title: t.differences.year },
        { title: t.differences.before, kind: 'figure' },
        { title: t.differences.after, kind: 'figure' },
        { title: t.differences.change, kind: 'figure' },
        { title: t.differences.inWords },
      ]}
      rows={differences.map((one) => [
        t.differences.topics[topicOf(one)],
        one.organisationName,
        one.partNumber,
        one.itemName,
        one.year,
        figure(one.before),
        figure(one.after),
        figure(one.change),
        one.sentence,
      ])}
    />
  );
}
