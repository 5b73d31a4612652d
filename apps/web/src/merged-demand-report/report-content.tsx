import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { ReportShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import { Modelled, SignOf } from '../page/marks';
import { Participants, SpanCells, TimeLine } from './report-participants';
import { ReportTotals } from './report-totals';

interface Told {
  readonly content: ReportShownFragment;
}

/** What a report says, live or frozen; `lines` are asked for when they are opened. */
export function ReportContent({ content, lines }: Told & { readonly lines: ReactNode }) {
  const { t } = useLanguage();
  return (
    <>
      <Section title={t.report.values}>
        <Paragraph>
          {t.report.valuesHelp} <Modelled when={content.figuresOrigin === 'MODELLED'} />
        </Paragraph>
        <Spans content={content} />
      </Section>
      <Section title={t.report.threshold}>
        <Threshold content={content} />
      </Section>
      <Section title={t.report.missing}>
        <Missing content={content} />
      </Section>
      <Section title={t.report.totals}>
        <ReportTotals content={content} />
        <Fold title={t.differences.perMunicipality}>{lines}</Fold>
      </Section>
      <Section title={t.report.participants}>
        <Participants content={content} />
      </Section>
      <Section title={t.report.timeLine}>
        <TimeLine content={content} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** Bound, expected and largest value, per part and in all. */
function Spans({ content }: Told) {
  const { t, number } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.report.values}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.volume.part}</Table.HeaderCell>
            {[
              t.choices.FIRM,
              t.report.firmAnchored,
              t.choices.OPTION,
              t.choices.OUT,
              t.report.unanswered,
              t.report.minimum,
              t.report.expected,
              t.report.maximum,
            ].map((title) => (
              <Table.HeaderCell key={title} scope="col" className="figure">
                {title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {content.parts.map((part) => (
            <Table.Row key={part.partId}>
              <Table.HeaderCell scope="row">
                {t.board.partNumber(part.number)}: {part.title}
              </Table.HeaderCell>
              {[part.firm, part.firmAnchored, part.option, part.out, part.unanswered].map((count, at) => (
                <Table.Cell key={at} className="figure">
                  {number(count)}
                </Table.Cell>
              ))}
              <SpanCells span={part.values} />
            </Table.Row>
          ))}
        </Table.Body>
        <Table.Foot>
          <Table.Row>
            <Table.HeaderCell scope="row">{t.report.inAll}</Table.HeaderCell>
            <Table.Cell colSpan={5} />
            <SpanCells span={content.values} />
          </Table.Row>
        </Table.Foot>
      </Table>
    </div>
  );
}

/** Which rules of procurement law the value brings, and why. */
function Threshold({ content: { threshold, figuresOrigin } }: Told) {
  const { t, money, date } = useLanguage();
  return (
    <>
      <Paragraph>
        <strong>{t.thresholdClasses[threshold.class]}</strong> – {t.report.noticeOn(date(threshold.noticeOn))}{' '}
        <Modelled when={figuresOrigin === 'MODELLED'} />
      </Paragraph>
      {!threshold.verified && (
        <Alert data-color="warning">
          <Paragraph>{t.report.notVerified}</Paragraph>
        </Alert>
      )}
      {threshold.findings.map((finding) => (
        <Facts
          key={finding.contractKind}
          rows={[
            [t.contractKinds[finding.contractKind], money(finding.value)],
            [
              t.report.reached,
              finding.reached &&
                `${t.thresholdKinds[finding.reached.kind]}: ${money(finding.reached.amount)} (${[t.report.validFrom(date(finding.reached.validFrom)), ...sitesIn(finding.reached.source)].join(', ')})`,
            ],
            [t.report.next, finding.next && `${t.thresholdKinds[finding.next.kind]}: ${money(finding.next.amount)}`],
          ]}
        />
      ))}
    </>
  );
}

/** The sites that a source names; remarks to those who keep the figures are not for readers. */
function sitesIn(source: string): string[] {
  return [...new Set(source.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:no|com)\b/g) ?? [])];
}

const FIRST_GAPS = 12;

interface Gap {
  readonly sentence: string;
  readonly names: string[];
  readonly menders: string[];
  readonly roles: ReportShownFragment['missing'][number]['menderRoles'];
}

/** The same gap at several municipalities is said once, with their names and who can mend it. */
function grouped(content: ReportShownFragment): Gap[] {
  const nameOf = new Map(content.participants.map(({ organisationId, name }) => [organisationId, name]));
  const groups = new Map<string, Gap>();
  const add = (names: string[], name: string | null | undefined): void => {
    if (name && !names.includes(name)) names.push(name);
  };
  for (const { sentence, organisationId, menderName, menderRoles } of content.missing) {
    const gap = groups.get(sentence) ?? { sentence, names: [], menders: [], roles: menderRoles };
    add(gap.names, organisationId && nameOf.get(organisationId));
    add(gap.menders, menderName);
    groups.set(sentence, gap);
  }
  return [...groups.values()];
}

/** What the report lacks, in sentences. */
function Missing({ content }: Told) {
  const { t } = useLanguage();
  const gaps = grouped(content);
  if (gaps.length === 0) return <Paragraph>{t.report.nothingMissing}</Paragraph>;
  const list = (some: typeof gaps) => (
    <ul className="plain stack-tight">
      {some.map(({ sentence, names, menders, roles }) => (
        <li key={sentence}>
          <span className="speaks-against">
            <SignOf sign="warning" />
          </span>{' '}
          {sentence}{' '}
          <span className="subtle">
            {names.length > 0 && `${t.report.about(names.join(', '))} `}
            {t.differences.missingMended(
              [
                // Each municipality mends its own: their names stand in the sentence before.
                ...(menders.join() === names.join() ? [] : [menders.join(', ') || t.page.theRegion]),
                roles.map((role) => t.roles[role]).join(', '),
              ].join(': '),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
  const [first, rest] = [gaps.slice(0, FIRST_GAPS), gaps.slice(FIRST_GAPS)];
  return (
    <>
      {list(first)}
      {rest.length > 0 && <Fold title={t.report.moreMissing(rest.length)}>{list(rest)}</Fold>}
    </>
  );
}
