// Runs before `npm start` and `npm test`: installs what is missing, builds what changed. Uses Node's own modules only,
// because nothing else is there yet on a fresh clone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plainFault, runPlainly } from './plain-fault.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw plainFault(
    `This is Node ${process.versions.node}; Samanker needs 20.19 or newer.`,
    'Install it from nodejs.org.',
  );
}

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether node_modules holds exactly what package-lock.json asks for (npm writes its own copy when it is done). */
export function installed(root = ROOT) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(record);
  const same = (name) =>
    wanted[name] !== undefined &&
    wanted[name].version === present[name].version &&
    wanted[name].integrity === present[name].integrity;
  if (!Object.keys(present).every((name) => present[name].link || !name.includes('node_modules/') || same(name)))
    return false;
  return Object.entries(wanted).every(
    ([name, { optional, devOptional, link, peer, inBundle }]) =>
      present[name] !== undefined ||
      !name.includes('node_modules/') ||
      optional ||
      devOptional ||
      link ||
      peer ||
      inBundle,
  );
}

async function install() {
  console.log('Installing packages (about a minute, only the first time) …');
  const began = Date.now();
  const npm = process.env.npm_execpath;
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const progress = setInterval(() => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  const code = await new Promise((done, failed) => child.on('error', failed).on('exit', done)).finally(() =>
    clearInterval(progress),
  );
  if (code === 0) return console.log(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
  if (/ENOSPC/.test(said)) {
    throw plainFault(
      'The disk is full: the packages need about 700 MB.',
      `Make room where ${ROOT} lies and try again.`,
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(said)) {
    throw plainFault('The package registry cannot be reached.', 'Check the network (or proxy) and try again.');
  }
  throw plainFault(`The packages could not be installed:\n${said.trim()}`, '');
}

export async function prepare() {
  demandNode();
  if (!installed()) await install();
  const { build } = await import('./build.mjs');
  await build({ note: (text) => console.log(text) });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runPlainly(prepare);
