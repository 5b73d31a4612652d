// `npm run replay`: the case of 2016 from the first registered need to the frozen participants, on a PostgreSQL of its
// own that is thrown away afterwards; the real API, worker and mail. Nothing of a running `npm start` is touched.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from './database-roles.mjs';
import { freePort, startPostgres } from './embedded-postgres.mjs';
import { runPlainly } from './plain-fault.mjs';
import { prepare } from './prepare.mjs';
import { programFile } from './program.mjs';

await runPlainly(async () => {
  await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'samanker-replay-'));
  const server = await startPostgres();
  try {
    const environment = {
      ...process.env,
      NODE_ENV: 'development',
      ...(await prepareDatabase(server.url, { database: 'samanker_replay' })),
      SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
      SAMANKER_DATA_DIR: folder,
    };
    for (const command of ['migrate', 'replay']) {
      const child = spawn(process.execPath, [programFile('console'), command], {
        stdio: command === 'migrate' ? ['ignore', 'ignore', 'inherit'] : 'inherit',
        env: environment,
      });
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
      const code = await new Promise((done, failed) => child.on('error', failed).on('exit', (left) => done(left ?? 1)));
      process.exitCode = code;
      if (code !== 0) break;
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
