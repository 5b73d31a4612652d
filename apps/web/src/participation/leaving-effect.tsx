import { Paragraph, Table } from '@digdir/designsystemet-react';
import { useUnits } from '../classification/units';
import { LeavingEffectDocument, type CaseFiguresShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

/** R5b: what it changes for the others, before anything is done. Looking changes nothing. */
export function LeavingEffect({ participationId }: { participationId: string }) {
  const { t, money, number } = useLanguage();
  const units = useUnits();
  const answer = useAsk(LeavingEffectDocument, { participationId });
  const figures = (one: CaseFiguresShownFragment): string[] => [
    number(one.participants),
    money(one.values.expected),
    money(one.values.maximum),
    t.thresholdClasses[one.thresholdClass],
  ];
  const labels = [t.leaving.participants, t.leaving.expected, t.leaving.maximum, t.leaving.threshold];
  return (
    <Waiting on={answer}>
      {({ leavingEffect: effect }) => {
        if (!effect) return null;
        const [now, without] = [figures(effect.now), figures(effect.without)];
        const rows = [
          ...labels.map((label, at) => [label, now[at], without[at]]),
          ...effect.items.map((item) => [
            t.leaving.quantity(item.name, units.nameOf(item.unitCode)),
            number(item.now),
            number(item.without),
          ]),
        ];
        return (
          <>
            <Paragraph>{t.leaving.intro}</Paragraph>
            <div className="scroll" tabIndex={0} role="region" aria-label={t.leaving.intro}>
              <Table data-size="sm">
                <Table.Head>
                  <Table.Row>
                    {[t.leaving.what, t.leaving.now, t.leaving.without].map((head) => (
                      <Table.HeaderCell key={head} scope="col">
                        {head}
                      </Table.HeaderCell>
                    ))}
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {rows.map(([label, before, after]) => (
                    <Table.Row key={label}>
                      <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
                      <Table.Cell>{before}</Table.Cell>
                      <Table.Cell>{after}</Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
            {effect.sharesPassed.length === 0 ? (
              <Paragraph>{t.leaving.nobodyPassed}</Paragraph>
            ) : (
              <>
                <Paragraph>{t.leaving.passed}</Paragraph>
                <ul>
                  {effect.sharesPassed.map(({ participationId: id, name, sentence }) => (
                    <li key={id}>
                      {name}: {sentence}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {effect.frozenReportOutdated !== null && (
              <Paragraph>{t.leaving.outdated(effect.frozenReportOutdated)}</Paragraph>
            )}
            <Paragraph>{t.leaving.then}</Paragraph>
          </>
        );
      }}
    </Waiting>
  );
}
