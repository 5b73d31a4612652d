import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { LogCheckpointsDocument, MakeCheckpointDocument, type LogCheckpointsQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { saveFile } from '../page/csv';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

type Checkpoint = LogCheckpointsQuery['logCheckpoints'][number];

/** The newest checkpoints, each as a file to keep elsewhere; and a new one on demand. */
export function Checkpoints() {
  const { t, number } = useLanguage();
  const checkpoints = useAsk(LogCheckpointsDocument, {});
  const make = useVerb(MakeCheckpointDocument);
  const [taken, setTaken] = useState<number | null>(null);
  const take = async (): Promise<void> => {
    setTaken(null);
    const made = await make.carryOut({});
    if (made && 'number' in made) setTaken(made.number);
  };
  return (
    <div className="stack-tight">
      <Paragraph>{t.checkpoints.help}</Paragraph>
      <Refusal verb={make} />
      <div className="buttons">
        <Button variant="secondary" onClick={() => void take()} loading={make.busy}>
          {t.checkpoints.take}
        </Button>
      </div>
      <Done text={taken === null ? null : t.checkpoints.taken(number(taken))} />
      <Waiting on={checkpoints}>
        {({ logCheckpoints }) =>
          logCheckpoints.length === 0 ? (
            <Paragraph>{t.checkpoints.none}</Paragraph>
          ) : (
            <CheckpointTable checkpoints={logCheckpoints} />
          )
        }
      </Waiting>
    </div>
  );
}

function CheckpointTable({ checkpoints }: { checkpoints: readonly Checkpoint[] }) {
  const { t, number, instant } = useLanguage();
  // The same content as in the mail that brings it.
  const save = ({ number: which, text, signature, publicKey }: Checkpoint): void =>
    saveFile(
      `${t.checkpoints.file(String(which))}.json`,
      JSON.stringify({ text, signature, publicKey }),
      'application/json',
    );
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.checkpoints.title}>
      <Table zebra data-size="sm">
        <caption className="unseen">{t.checkpoints.title}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.checkpoints.number}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.checkpoints.madeAt}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="figure">
              {t.checkpoints.entries}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.checkpoints.why}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.report.file}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {checkpoints.map((checkpoint) => (
            <Table.Row key={checkpoint.id}>
              <Table.HeaderCell scope="row">{number(checkpoint.number)}</Table.HeaderCell>
              <Table.Cell className="whole">{instant(checkpoint.madeAt)}</Table.Cell>
              <Table.Cell className="figure">{number(checkpoint.entries)}</Table.Cell>
              <Table.Cell>{checkpoint.daily ? t.checkpoints.daily : t.checkpoints.asked}</Table.Cell>
              <Table.Cell>
                <Button variant="tertiary" data-size="sm" onClick={() => save(checkpoint)}>
                  {t.checkpoints.save(number(checkpoint.number))}
                </Button>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
