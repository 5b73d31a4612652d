import { parseArgs } from 'node:util';
import { PersonEraser, type ErasureOutcome, type Obstacle } from '@samanker/privacy';
import { gdprExport } from './gdpr-export';
import { withRegions } from './with-regions';

const USAGE = `Usage:
  gdpr export --person <e-mail or id> --to <file.json or file.zip>
  gdpr erase  --person <e-mail or id> [--replace-by <e-mail or id>] [--dry-run]
`;

/** `gdpr export` and `gdpr erase`: everything that is held about a person, handed out or erased, over all regions (S12). */
export async function gdpr(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      person: { type: 'string' },
      to: { type: 'string' },
      'replace-by': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [what] = positionals;
  const { person, to } = values;
  if (what === 'export' && person && to) return gdprExport(person, to);
  if (what === 'erase' && person) return erase(person, values['replace-by'] ?? null, values['dry-run']);
  process.stderr.write(USAGE);
  return 2;
}

async function erase(who: string, replaceBy: string | null, dryRun: boolean): Promise<number> {
  return withRegions(async ({ transactions, sweeper }) => {
    const eraser = new PersonEraser(transactions, sweeper);
    const order = { who, replaceBy };
    const tried = await eraser.erase({ ...order, dryRun: true });
    process.stdout.write(said(tried, dryRun));
    if (tried.kind !== 'DRY_RUN') return 1;
    if (dryRun) return 0;
    const onRegion = (region: string): boolean => process.stdout.write(`${region}: committed\n`);
    const done = await eraser.erase({ ...order, dryRun: false, onRegion });
    if (done.kind === 'ERASED') process.stdout.write('Erased. The decision log still verifies: console verify-log.\n');
    else process.stdout.write(said(done, dryRun));
    return done.kind === 'ERASED' ? 0 : 1;
  });
}

function said(outcome: ErasureOutcome, dryRun: boolean): string {
  switch (outcome.kind) {
    case 'UNKNOWN':
      return 'Nobody has this address or id: never registered, or erased already.\n';
    case 'SEVERAL':
      return `Several people have this address. Say which by id: ${outcome.ids.join(', ')}\n`;
    case 'PROGRAM':
      return 'This is a program, not a person: revoke its access instead.\n';
    case 'NO_SUCCESSOR':
      return 'The successor is nobody, several people, a program, or the same person.\n';
    case 'OBSTACLES':
      return `Not erased:\n${outcome.obstacles.map((one) => `  ${one.region}: ${obstacleSaid(one)}\n`).join('')}Name who takes over with --replace-by <e-mail or id>: roles are given to them, and what waits for a second person is withdrawn.\n`;
    case 'DRY_RUN':
    case 'ERASED':
      return `${dryRun ? 'Would be done; nothing was changed' : 'What will be done'}:\n${countsSaid(outcome)}`;
  }
}

function obstacleSaid(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'LAST_IN_ROLE':
      return `the last ${obstacle.role} of ${obstacle.of}`;
    case 'OPEN_ACCEPTANCE':
      return `has accepted merge proposal ${obstacle.proposalId}, which waits for a second person`;
    case 'OPEN_PROPOSAL':
      return `has proposed to freeze the participants of “${obstacle.of}”, which waits for a second person`;
  }
}

function countsSaid({ regions, everywhere }: Extract<ErasureOutcome, { kind: 'ERASED' | 'DRY_RUN' }>): string {
  const lines = (title: string, counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([place, rows]) => `    ${title.padEnd(28)} ${String(rows).padStart(6)}  ${place}\n`)
      .join('');
  return [
    ...regions.map(
      ({ region, deleted, anonymised, mentions, kept }) =>
        `  ${region}\n${lines('rows deleted', deleted)}${lines('rows made nobody’s', anonymised)}${lines('texts without the name', mentions)}${lines('kept (docs/privacy.md)', kept)}`,
    ),
    `  Everywhere\n${lines('rows deleted', everywhere)}`,
  ].join('');
}
