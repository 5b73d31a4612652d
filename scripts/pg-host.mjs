// Runs one embedded PostgreSQL and outlives nobody: started detached (so that Ctrl-C in the terminal does not reach
// PostgreSQL before its clients) with an IPC channel, it stops the server when it is told to or when the channel breaks.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';

const SHUTDOWN_LIMIT_MS = 8_000;

let server;
let order;
let stopping = false;
let lastLines = '';

function tell(message) {
  if (process.connected) process.send(message, () => undefined);
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (!server || server.exitCode !== null || server.signalCode !== null) return finish(0);
  server.once('exit', () => finish(0));
  server.kill('SIGINT'); // "fast" shutdown: sessions are rolled back and closed, a checkpoint is written
  setTimeout(() => server.kill('SIGQUIT'), SHUTDOWN_LIMIT_MS).unref();
  setTimeout(() => server.kill('SIGKILL'), SHUTDOWN_LIMIT_MS + 2_000).unref();
}

function finish(code) {
  if (order?.temporary && existsSync(order.folder)) rmSync(order.folder, { recursive: true, force: true });
  process.exit(code);
}

function run(begin) {
  order = begin;
  server = spawn(order.postgres, ['-D', order.data, '-p', String(order.port), ...order.flags], {
    ...order.identity,
    env: { ...process.env, LC_MESSAGES: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server.on('error', (fault) => {
    tell({ event: 'failed', reason: fault.message });
    finish(1);
  });
  server.stderr.on('data', (chunk) => {
    lastLines = (lastLines + chunk.toString('utf8')).slice(-4_000);
    if (lastLines.includes('database system is ready to accept connections')) {
      lastLines = '';
      tell({ event: 'ready', pid: server.pid });
    }
  });
  server.on('exit', () => {
    if (stopping) return;
    tell({ event: 'failed', reason: lastLines.trim() });
    finish(1);
  });
}

process.on('message', (message) => (message.begin ? run(message.begin) : stop()));
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
