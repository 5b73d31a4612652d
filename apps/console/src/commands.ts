import { bringUpToDate } from './bring-up-to-date';
import { checkpoint } from './checkpoint';
import { clock } from './clock';
import { exportLogTo } from './export-log';
import { gdpr } from './gdpr';
import { privacyDoc } from './privacy-doc';
import { replayCase } from './replay-case';
import { schema } from './schema';
import { seedDemo } from './seed-demo';
import { verifyLogs } from './verify-log';

interface Command {
  readonly says: string;
  /** Returns the exit code. */
  readonly run: (args: string[]) => Promise<number>;
}

/** Everything that the console can do. */
export const commands: Readonly<Record<string, Command>> = {
  migrate: {
    says: 'bring the database up to date: schema, queue tables, CPV codes, units, thresholds',
    run: async () => {
      const { MIGRATOR_DATABASE_URL, QUEUE_URL } = process.env;
      if (!MIGRATOR_DATABASE_URL || !QUEUE_URL) throw new Error('MIGRATOR_DATABASE_URL and QUEUE_URL must be set.');
      const applied = await bringUpToDate({ MIGRATOR_DATABASE_URL, QUEUE_URL });
      process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'The database is up to date.\n');
      return 0;
    },
  },
  seed: { says: 'put the demo into the database: Agder and its case as of 16 November 2016, 10:00', run: seedDemo },
  replay: { says: 'play the case of 2016 from beginning to end on an empty database', run: replayCase },
  clock: { says: 'show domain time, or move it: clock 2016-11-17T08:00+01:00, clock +1d', run: clock },
  'verify-log': { says: 'follow the hash chain of the decision log and name the first broken entry', run: verifyLogs },
  checkpoint: {
    says: 'take a signed checkpoint of the decision log and print it, to be kept elsewhere',
    run: checkpoint,
  },
  'export-log': {
    says: 'the decision log as a ZIP that proves or disproves itself: export-log --region agder --to log.zip',
    run: exportLogTo,
  },
  gdpr: { says: 'what is held about a person: gdpr export, gdpr erase', run: gdpr },
  'privacy-doc': {
    says: 'write the tables of docs/privacy.md from the register; --check only compares',
    run: privacyDoc,
  },
  schema: { says: 'write schema.graphql from the code; --check only compares', run: schema },
};
