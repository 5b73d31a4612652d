// One of the product's processes under `npm start`.
import { fork } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const STOP_LIMIT_MS = 9_000;

/** The compiled entry point of api, worker or console. */
export const programFile = (name) => join(ROOT, 'dist', 'apps', name, 'src', 'main.js');

/**
 * Node measures its heap by the memory of the machine and collects the later the more there is. With these the API stays
 * below 250 MB under load; a smaller limit would only collect so often that speed suffers (see `npm run bench`).
 */
export const HEAP_FLAGS = ['--max-old-space-size=1024', '--max-semi-space-size=16'];

/**
 * Runs detached, so that Ctrl-C in the terminal reaches only the parent and everything stops in order; the IPC channel
 * tells it when the parent is gone.
 */
export class Program {
  #child;
  #ready;
  #stopping = false;

  constructor(name, environment, logFolder, onDeath) {
    this.name = name;
    mkdirSync(logFolder, { recursive: true });
    this.logFile = join(logFolder, `${name}.log`);
    if (existsSync(this.logFile)) renameSync(this.logFile, `${this.logFile}.1`);
    const log = createWriteStream(this.logFile, { mode: 0o600 });
    log.on('error', () => undefined); // a full disk must not take the service down with its log
    this.#child = fork(programFile(name), [], {
      env: environment,
      detached: true,
      execArgv: name === 'api' ? HEAP_FLAGS : [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout.pipe(log, { end: false });
    this.#child.stderr.pipe(log, { end: false });
    this.#ready = new Promise((done) => this.#child.on('message', (message) => message === 'ready' && done()));
    this.#child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      setTimeout(
        () => onDeath(`The ${name} stopped unexpectedly (${signal ?? `exit ${code}`}). ${this.#lastWords()}`),
        50,
      );
    });
  }

  /** Settles when the process says that it is ready. */
  ready() {
    return this.#ready;
  }

  #lastWords() {
    const lines = existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').trim().split('\n').slice(-8) : [];
    return `Its log, ${this.logFile}, ends:\n${lines.join('\n')}`;
  }

  stop() {
    this.#stopping = true;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((done) => {
      const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      child.once('exit', () => {
        clearTimeout(limit);
        done();
      });
      child.kill('SIGTERM');
    });
  }
}
