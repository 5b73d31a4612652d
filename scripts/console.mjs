// `npm run console -- <command> …`: one-off commands on the database of the running `npm start`, on the one that
// DATABASE_URL names, or on the embedded one, which is then started for as long as the command takes.
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder, openDatabase } from './database-addresses.mjs';
import { runPlainly } from './plain-fault.mjs';
import { prepare } from './prepare.mjs';
import { running } from './running.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

await runPlainly(async () => {
  await prepare();
  const open = process.env.DATABASE_URL ? null : running(dataFolder());
  const { urls, server } = open ? { urls: open.environment } : await openDatabase();
  try {
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/console/src/main.js'), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...urls },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((done, failed) =>
      child.on('error', failed).on('exit', (code) => done(code ?? 1)),
    );
  } finally {
    await server?.stop();
  }
});
