// `npm start`: database, migrations, seed, API, worker and (development only) a mailbox and a provider of log-ins, in that
// order and with one line for each. Ctrl-C stops all of it; if this process is killed, the others notice and stop by
// themselves.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { dataFolder, openDatabase } from './database-addresses.mjs';
import { demandDiskSpace, freePort } from './embedded-postgres.mjs';
import { plainFault, PlainFault } from './plain-fault.mjs';
import { Program, programFile } from './program.mjs';
import { forgetRunning, noteRunning, running } from './running.mjs';
import { watchParent } from './watch-parent.mjs';

const began = Date.now();
const production = process.env.NODE_ENV === 'production';
const say = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);

let stopping = null;
let server;
let command;
let folder;
const programs = [];

/** Fails early, before anything is started, when somebody else listens where the API is to listen. */
async function demandPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw plainFault(`PORT is "${text}", which is no port number.`, 'Choose one from 1 to 65535: PORT=3001 npm start');
  }
  const host = process.env.HOST || (production ? '0.0.0.0' : '127.0.0.1');
  await new Promise((free, failed) => {
    const probe = createServer();
    probe.once('error', (fault) => {
      const sentences = {
        EADDRINUSE: [
          `Port ${port} is in use by another program.`,
          `Stop it, or choose another: PORT=${port + 1} npm start`,
        ],
        EACCES: [`Port ${port} may not be used by an ordinary user.`, 'Choose one above 1023: PORT=3000 npm start'],
        EADDRNOTAVAIL: [`${host} is not an address of this machine.`, 'Correct HOST, or leave it out.'],
      };
      failed(sentences[fault.code] ? plainFault(...sentences[fault.code]) : fault);
    });
    probe.listen(port, host, () => probe.close(free));
  });
  return { port, host };
}

/** The settings of a provider of log-ins that plays Ansattporten, beside the API or wherever there is room. */
async function standIn(besides) {
  const issuerPort = (await isFree(besides + 1)) ? besides + 1 : await freePort();
  return {
    OIDC_ISSUER: `http://localhost:${issuerPort}`,
    OIDC_CLIENT_ID: 'samanker',
    OIDC_CLIENT_SECRET: randomBytes(24).toString('hex'),
    OIDC_AUTHORIZATION_DETAILS: JSON.stringify([
      { type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:samanker' },
    ]),
  };
}

/** Whether nobody listens there, by either of the names that localhost has. */
async function isFree(port) {
  if (port > 65_535) return false;
  const probes = ['127.0.0.1', '::1'].map(
    (host) =>
      new Promise((done) => {
        const probe = createServer();
        probe.once('error', ({ code }) => done(code !== 'EADDRINUSE'));
        probe.listen(port, host, () => probe.close(() => done(true)));
      }),
  );
  return (await Promise.all(probes)).every(Boolean);
}

/** Runs one console command to its end and gives back what it printed. */
async function consoleCommand(words, environment) {
  const child = spawn(process.execPath, [programFile('console'), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  command = child;
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (complained += chunk));
  child.on('message', ({ progress }) => progress && say(progress));
  const code = await new Promise((done, failed) => child.on('error', failed).on('close', done));
  command = undefined;
  if (code === 0) return printed.trim();
  if (stopping) return '';
  if (/no space left|ENOSPC|53100/i.test(complained))
    throw plainFault('The disk of the database is full.', 'Make room there and start again.');
  throw plainFault(`"console ${words.join(' ')}" failed: ${complained.trim() || printed.trim()}`, '');
}

async function untilReady(address, limitMs = 60_000) {
  for (const end = Date.now() + limitMs; Date.now() < end && !stopping;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((wake) => setTimeout(wake, 40));
  }
  if (!stopping)
    throw plainFault(`The API did not get ready within a minute.`, `See ${join(folder, 'log', 'api.log')}.`);
}

/**
 * Migrates, and outside production seeds; gives back the demo log-ins. Our own database is left alone when this very
 * build has been through it before: that saves two seconds of every start but the first.
 */
async function bringUpToDate(environment) {
  const stamp = join(folder, 'up-to-date.json');
  const build = createHash('sha256')
    .update(readFileSync(join(programFile('console'), '../../../../.build.json')))
    .update(process.env.QUEUE_URL ?? '')
    .digest('hex');
  if (server && !server.fresh) {
    try {
      const before = JSON.parse(readFileSync(stamp, 'utf8'));
      if (before.build === build) return before.logIns;
    } catch {
      // never written, or not to its end
    }
  }
  say('PostgreSQL is ready; bringing the tables up to date …');
  if (environment.MIGRATOR_DATABASE_URL) await consoleCommand(['migrate'], environment);
  const logIns = production ? '' : await consoleCommand(['seed'], environment);
  if (server && !stopping) writeFileSync(stamp, JSON.stringify({ build, logIns }), { mode: 0o600 });
  return logIns;
}

async function stop(code) {
  stopping ??= (async () => {
    command?.kill('SIGTERM');
    await Promise.all(programs.map((program) => program.stop()));
    await server?.stop();
    if (folder) forgetRunning(folder);
    process.exit(code);
  })();
  return stopping;
}

async function main() {
  const { port, host } = await demandPort();
  folder = resolve(dataFolder());
  const other = running(folder);
  if (other) {
    throw plainFault(
      `Samanker already runs from this folder at ${other.address} (process ${other.pid}).`,
      `End it first, or give this one a folder of its own: SAMANKER_DATA_DIR=./.samanker-2 PORT=${port} npm start`,
    );
  }
  demandDiskSpace(folder);

  say(process.env.DATABASE_URL ? 'connecting to the database …' : 'starting PostgreSQL …');
  const address = process.env.PUBLIC_URL || `http://localhost:${port}`;
  noteRunning(folder, { address, environment: {} });
  const database = await openDatabase({ note: say });
  server = database.server;
  if (stopping) return server?.stop();
  server?.host.once(
    'exit',
    () => void fail(plainFault('PostgreSQL stopped unexpectedly.', `Its data is in ${server.data}.`)),
  );

  const environment = {
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'), // Node 22 and later start faster with it
    ...process.env,
    ...database.urls,
    PORT: String(port),
    HOST: host,
    SAMANKER_DATA_DIR: folder,
  };
  if (!production) {
    environment.NODE_ENV ||= 'development';
    environment.PUBLIC_URL = address;
    if (!process.env.SMTP_URL) environment.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    if (!process.env.OIDC_ISSUER) Object.assign(environment, await standIn(port));
  }
  noteRunning(folder, { address, environment: database.urls });
  const logIns = await bringUpToDate(environment);
  if (stopping) return;

  say('starting API and worker …');
  // What changes tables is not handed to what serves people.
  const { MIGRATOR_DATABASE_URL: _withheld, ...served } = environment;
  for (const name of ['api', 'worker', ...(production || process.env.OIDC_ISSUER ? [] : ['log-in-provider'])]) {
    programs.push(new Program(name, served, join(folder, 'log'), (reason) => void fail(plainFault(reason, ''))));
  }
  const within = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  await Promise.all([...programs.map((program) => program.ready()), untilReady(`${within}/health/ready`)]);
  if (stopping) return;
  say('ready');
  console.log(`
  Samanker          ${address}
  GraphQL           ${address}/graphql
  Health            ${address}/health/ready
${production ? '' : `  Mailbox           ${address}/mailbox\n`}${environment.OIDC_ISSUER && !production ? `  Log-in provider   ${environment.OIDC_ISSUER}\n` : ''}  Logs              ${join(folder, 'log')}
${logIns ? `\n${logIns.replace(/^/gm, '  ')}\n` : ''}
  Ctrl-C stops everything.
`);
}

async function fail(fault) {
  if (stopping) return;
  process.stderr.write(`\n${fault instanceof PlainFault ? fault.message : (fault?.stack ?? fault)}\n`);
  await stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) console.log('\nstopping …');
    void stop(0);
  });
}
watchParent(() => void stop(0));
main().catch(fail);
