import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Every living process that was started with this data folder, PostgreSQL's own included. */
function processesOf(folder: string): string[] {
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return ''; // it ended while we looked
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`).includes(folder) || read(`/proc/${pid}/cmdline`).includes(folder))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()}`)
    .filter((line) => line.includes(' '));
}

async function until(fits: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    if (await fits()) return true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return fits();
}

describe('npm start', () => {
  let folder: string;
  let port: number;
  let said = '';
  let npm: ChildProcess;

  // What is left running is found by its environment in /proc, which only Linux has.
  beforeAll(() => {
    if (!existsSync('/proc/self/environ')) throw new Error('This test needs Linux: it looks for processes in /proc.');
  });

  const begin = (): void => {
    said = '';
    const { NODE_ENV: _n, DATABASE_URL: _d, npm_lifecycle_event: _l, ...rest } = process.env;
    npm = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true, // a process group of its own, like a terminal gives it
      env: { ...rest, PORT: String(port), SAMANKER_DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [npm.stdout!, npm.stderr!]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  };
  const ready = async (): Promise<void> => {
    const came = await until(() => said.includes('Ctrl-C stops everything') || npm.exitCode !== null, 240_000);
    if (!came || npm.exitCode !== null) throw new Error(`npm start did not get ready:\n${said}`);
  };
  const supervisor = (): number =>
    (JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number }).pid;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samanker-start-'));
    port = await freePort();
  });
  afterAll(async () => {
    await until(() => processesOf(folder).length === 0, 15_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts everything, prints addresses and demo log-ins, and answers', async () => {
    begin();
    await ready();
    expect(said).toContain(`http://localhost:${port}/graphql`);
    expect(said).toMatch(/log.?in/i);
    for (const path of ['/health/live', '/health/ready']) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
    }
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  }, 250_000);

  it('brings a stand-in of Ansattporten that people are sent to, and that knows the demo people', async () => {
    const ways = await fetch(`http://localhost:${port}/log-in/ways`);
    expect(await ways.json()).toMatchObject({ provider: { name: 'Ansattporten', standIn: true }, development: true });
    const sent = await fetch(`http://localhost:${port}/log-in`, { redirect: 'manual' });
    const asked = await fetch(sent.headers.get('location')!, { redirect: 'manual' });
    const page = await fetch(new URL(asked.headers.get('location')!, asked.url), {
      headers: {
        cookie: asked.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
    });
    expect(await page.text()).toMatch(/Hvem vil du logge inn som[^]*Saksansvarlig Kristiansand/);
  });

  it('refuses a second start in the same folder, and says where the first one is', async () => {
    const second = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
      env: { ...process.env, NODE_ENV: 'development', PORT: String(await freePort()), SAMANKER_DATA_DIR: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    second.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    expect(await new Promise((done) => second.on('close', done))).toBe(1);
    expect(complaint).toContain(`already runs from this folder at http://localhost:${port}`);
  });

  it('stops cleanly on Ctrl-C, which reaches the whole process group', async () => {
    const ended = new Promise<number | null>((done) => npm.on('exit', (code) => done(code)));
    process.kill(-npm.pid!, 'SIGINT');
    await ended;
    expect(await until(() => processesOf(folder).length === 0, 12_000)).toBe(true);
    expect(said).not.toMatch(/Error|terminating connection|unexpected/);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  });

  it.each([
    ['the supervisor', () => supervisor()],
    ['npm itself', () => npm.pid!],
  ])('leaves nothing running when %s is killed with -9', async (_who, pid) => {
    begin();
    await ready();
    process.kill(pid(), 'SIGKILL');
    const gone = await until(() => processesOf(folder).length === 0, 15_000);
    expect(gone ? [] : processesOf(folder)).toEqual([]);
    expect(await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => 'closed')).toBe('closed');
  });
});
