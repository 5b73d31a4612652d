import { useLanguage } from '../language/language';
import { DownloadCsv } from '../page/download-table';
import { stepDay } from './board-cells';
import { nextStep, type Row } from './board-rows';
import type { Part } from './board-table';
import { standingOf } from './standing';

/** The rows that are shown, as CSV (U8). */
export function BoardCsv({
  title,
  rows,
  parts,
  today,
}: {
  title: string;
  rows: readonly Row[];
  parts: readonly Part[];
  today: string;
}) {
  const { t, date } = useLanguage();
  const longest = Math.max(0, ...rows.map(({ steps }) => steps.length));
  const steps = Array.from({ length: longest }, (_, at) => at);
  const columns = [
    t.board.municipality,
    t.boardCsv.state,
    t.leaving.left,
    t.boardCsv.plan,
    t.boardCsv.finish,
    t.boardCsv.slack,
    t.boardCsv.due,
    t.board.responsible,
    t.boardCsv.contact,
    t.boardCsv.phone,
    t.theySay.title,
    t.boardCsv.note,
    ...steps.map((at) => t.board.step(at + 1)),
    ...parts.map(({ number, title: name }) => `${t.board.partNumber(number)}: ${name}`),
    t.volume.volumes,
    t.attorney.title,
  ];
  const saidStanding = (row: Row): string | null => {
    const standing = standingOf(row, today);
    return standing && t.planningStatuses[standing];
  };
  const written = (row: Row, at: number): string => {
    const step = row.steps[at];
    const day = step && stepDay(step);
    const state =
      step && (step.state === 'DECIDED' && step.outcome ? t.outcomes[step.outcome] : t.stepStates[step.state]);
    return step ? [`${step.title}: ${state}`, day && date(day.on)].filter(Boolean).join(' ') : '';
  };
  return (
    <DownloadCsv
      title={title}
      columns={columns.map((name) => ({ title: name }))}
      rows={rows.map((row) => [
        row.organisationName,
        t.participationStates[row.state],
        row.leaving && t.leaving.leftBy(row.leaving.decisionReference, date(row.leaving.decidedOn)),
        saidStanding(row),
        row.plannedFinishOn,
        row.slackDays,
        row.dueOn,
        nextStep(row)?.responsibleName,
        row.contact?.name,
        row.contact?.phone,
        row.theySay?.on,
        row.note?.text,
        ...steps.map((at) => written(row, at)),
        ...parts.map(({ number }) => {
          const choice = row.choices.find((one) => one.number === number)?.choice;
          return choice && t.choices[choice];
        }),
        row.volumesDeclared,
        row.powerOfAttorneyRecorded,
      ])}
    />
  );
}
