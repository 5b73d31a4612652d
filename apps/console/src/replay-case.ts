import type { Asks } from './replay/drive';
import { inProcessDrive } from './replay/in-process-drive';
import { replay } from './replay/replay';
import { agder, HOST } from './seed/agder';
import { agder2016Script, BEGINS, CASE_TITLE, ENDS } from './seed/agder-2016-script';
import { loadRegion } from './seed/load-region';
import { withOwner } from './with-owner';

interface Figures {
  readonly content: {
    readonly parts: { title: string; firm: number; option: number; out: number; values: { maximum: string } }[];
    readonly values: { minimum: string; expected: string; maximum: string };
    readonly items: { name: string; unitCode: string; maximumQuantity: string }[];
    readonly threshold: { class: string };
  };
  readonly number: number;
  readonly sha256: string;
}

/**
 * `replay`: plays the case of 2016 from the first registered need to the frozen participants, on an empty database, and
 * ends with the figures of the frozen report.
 */
export async function replayCase(): Promise<number> {
  const began = Date.now();
  await withOwner(async (owner) => {
    const [{ count }] = await owner.query('select count(*)::int as count from organisation');
    if (count > 0) throw new Error('The database is not empty: a replay needs one of its own.');
    const seed = agder();
    await loadRegion(owner, seed);
    const drive = await inProcessDrive(owner, seed);
    try {
      process.stdout.write(`${CASE_TITLE}\n30 municipalities; routes, calendars, volumes and answers are modelled\n\n`);
      let month = '';
      const played = await replay(drive, agder2016Script(seed), {
        from: BEGINS,
        until: ENDS,
        onDay: ({ day, acts, of }) => {
          if (day.slice(0, 7) === month) return;
          month = day.slice(0, 7);
          process.stdout.write(`${seconds(began)}  ${month}  ${acts} of ${of} deeds\n`);
        },
      });
      process.stdout.write(
        `${seconds(began)}  ${played} deeds done\n\n${figuresOf(await frozen(await drive.as(`${HOST}:COORDINATOR`)))}\n`,
      );
    } finally {
      await drive.stop();
    }
  });
  return 0;
}

async function frozen(host: Asks): Promise<Figures> {
  const { procurementCases } = await host.query<{ procurementCases: { id: string; title: string }[] }>(
    '{ procurementCases { id title } }',
  );
  const caseId = procurementCases.find(({ title }) => title === CASE_TITLE)!.id;
  const { frozenReports } = await host.query<{ frozenReports: { id: string }[] }>(
    'query ($id: UUID!) { frozenReports(caseId: $id) { id } }',
    { id: caseId },
  );
  const { frozenReport } = await host.query<{ frozenReport: Figures }>(
    `query ($id: UUID!) { frozenReport(id: $id) { number sha256 content { parts { title firm option out values { maximum } }
       values { minimum expected maximum } items { name unitCode maximumQuantity } threshold { class } } } }`,
    { id: frozenReports[0]!.id },
  );
  return frozenReport;
}

function figuresOf({ content, number, sha256 }: Figures): string {
  const kroner = (amount: string): string => `${amount.replace(/\B(?=(\d{3})+\.)/g, ' ')} NOK`;
  return [
    `Merged-demand report, version ${number}, ${sha256}`,
    ...content.parts.map(
      ({ title, firm, option, out, values }) =>
        `  ${title}: ${firm} firm, ${option} with an option, ${out} out, at most ${kroner(values.maximum)}`,
    ),
    ...content.items.map(({ name, unitCode, maximumQuantity }) => `  ${name}: at most ${maximumQuantity} ${unitCode}`),
    `  Bound ${kroner(content.values.minimum)}, expected ${kroner(content.values.expected)}, at most ${kroner(content.values.maximum)}`,
    `  Threshold class ${content.threshold.class}; participants frozen by two people. All figures are modelled.`,
  ].join('\n');
}

function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`;
}
