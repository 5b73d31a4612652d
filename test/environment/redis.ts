import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

/** A Redis of one's own on the loopback interface, which keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  flush(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  startAgain(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts redis-server; says by name what is missing where it is not installed. */
export async function startRedis(): Promise<TestRedis> {
  if (spawnSync('redis-server', ['--version']).error)
    throw new Error(
      'This test needs the program redis-server, which is not installed (Debian: apt-get install redis-server).',
    );
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const run = async () => {
    const child = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: 'ignore' },
    );
    const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: 100 });
    probe.on('error', () => undefined);
    await probe.ping();
    return { child, probe };
  };
  let running = await run();
  const stop = async (): Promise<void> => {
    running.probe.disconnect();
    const ended = new Promise((resolve) => running.child.once('exit', resolve));
    if (running.child.exitCode === null && running.child.signalCode === null) {
      running.child.kill('SIGKILL');
      await ended;
    }
  };
  return {
    url,
    flush: async () => {
      await running.probe.flushall();
    },
    stop,
    startAgain: async () => {
      running = await run();
    },
  };
}
