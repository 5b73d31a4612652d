import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const START = resolve(__dirname, '../../scripts/start.mjs');

/** Runs `npm start` without npm, to its early end, and gives back what it says. */
function start(environment: Record<string, string>): Promise<{ code: number | null; said: string; lines: string[] }> {
  const { DATABASE_URL: _d, MIGRATOR_DATABASE_URL: _m, SWEEPER_DATABASE_URL: _s, QUEUE_URL: _q, ...rest } = process.env;
  const child = spawn(process.execPath, [START], {
    env: { ...rest, NODE_ENV: 'development', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) =>
    child.on('close', (code) => done({ code, said, lines: said.split('\n').filter((line) => line.trim()) })),
  );
}

const listening = (server: Server): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

describe('npm start says what is wrong in one sentence, and what to do', () => {
  let folder: string;
  let free: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samanker-start-'));
    const probe = createServer();
    free = String(await listening(probe));
    await new Promise((done) => probe.close(done));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('when the port is in use', async () => {
    const other = createServer();
    const port = await listening(other);
    const { code, lines } = await start({ PORT: String(port), SAMANKER_DATA_DIR: folder });
    await new Promise((done) => other.close(done));
    expect(code).toBe(1);
    expect(lines).toEqual([
      `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
    ]);
  });

  it.each([
    ['banana', /^DATABASE_URL is not the address of a PostgreSQL database\. It should look like postgres:/],
    ['mysql://someone@localhost/x', /^DATABASE_URL is not the address/],
    [
      'postgres://a:hemmelig@127.0.0.1:1/x',
      /^Nothing answers at 127\.0\.0\.1:1\. Start PostgreSQL there, or correct DATABASE_URL\.$/,
    ],
    ['postgres://a:hemmelig@no-such-machine.invalid/x', /(There is no machine called|could not be looked up)/],
  ])('when DATABASE_URL is %s', async (url, sentence) => {
    const { code, lines, said } = await start({ PORT: free, SAMANKER_DATA_DIR: folder, DATABASE_URL: url });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
    expect(said).not.toContain('hemmelig');
  });

  it('when the folder of the data cannot be made', async () => {
    mkdirSync(join(folder, 'taken'), { recursive: true });
    const { code, lines } = await start({ PORT: free, SAMANKER_DATA_DIR: '/dev/null/x' });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/cannot be made .* Set SAMANKER_DATA_DIR to another one\./)]);
  });

  it('when production has no database of its own', async () => {
    const { code, lines } = await start({ PORT: free, SAMANKER_DATA_DIR: folder, NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^In production DATABASE_URL, MIGRATOR_DATABASE_URL and SWEEPER_DATABASE_URL must be set/),
    ]);
  });

  it('when PORT is no port', async () => {
    const { lines } = await start({ PORT: 'three', SAMANKER_DATA_DIR: folder });
    expect(lines).toEqual([expect.stringMatching(/^PORT is "three", which is no port number/)]);
  });
});
