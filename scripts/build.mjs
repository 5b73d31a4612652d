// Builds what runs. The server: one swc pass over apps and libs into dist/, only files that changed. The web app: vite
// into dist/web, only when one of its sources changed. Types are checked apart (npm run types).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { plainFault, runPlainly } from './plain-fault.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const OPERATIONS = join(DIST, 'persisted-operations', 'web.json');
const SERVER_FOLDERS = ['apps/api', 'apps/worker', 'apps/console', 'apps/log-in-provider', 'libs'];
const require = createRequire(import.meta.url);
const brotli = promisify(brotliCompress);

function filesBelow(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path, wanted);
      return wanted(entry.name) ? [path] : [];
    });
}

/** Written beside and renamed, so that a program that reads it at that moment sees either the old or the new file. */
function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.part`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

const serverSource = (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('.d.ts');

/**
 * Compiles what changed since last time and removes what has no source any more.
 * Returns how many files were compiled, and for each file that could not be compiled its reason.
 */
export async function buildServer({ root = ROOT, dist = join(root, 'dist') } = {}) {
  const options = {
    cwd: root,
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
      target: 'es2023',
      baseUrl: root,
      paths: { '@samanker/*': ['./libs/*/src/index.ts'] },
    },
    module: { type: 'commonjs' },
  };
  const { version } = require('@swc/core/package.json');
  const way = createHash('sha256').update(JSON.stringify(options)).update(version).digest('hex');
  const recordFile = join(dist, '.build.json');
  const before = readRecord(recordFile);
  const known = before.way === way ? before.files : {};
  const files = {};
  const faults = [];
  const jobs = [];
  for (const source of SERVER_FOLDERS.flatMap((folder) => filesBelow(join(root, folder), serverSource))) {
    const name = relative(root, source);
    const target = join(dist, name.replace(/\.ts$/, '.js'));
    const { mtimeMs, size } = statSync(source);
    files[name] = `${mtimeMs}/${size}`;
    if (known[name] === files[name] && existsSync(target)) continue;
    jobs.push({ name, source, target });
  }
  if (jobs.length > 0) {
    const swc = require('@swc/core'); // 0.15 s: not loaded when there is nothing to do
    await Promise.all(
      jobs.map(async ({ name, source, target }) => {
        try {
          const { code, map } = await swc.transformFile(source, { ...options, filename: source });
          writeWhole(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
          writeWhole(`${target}.map`, map);
        } catch (fault) {
          delete files[name];
          faults.push({ name, reason: fault.message.trim() });
        }
      }),
    );
  }
  for (const name of Object.keys(before.files ?? {})) {
    if (existsSync(join(root, name))) continue;
    const target = join(dist, name.replace(/\.ts$/, '.js'));
    rmSync(target, { force: true });
    rmSync(`${target}.map`, { force: true });
  }
  const record = JSON.stringify({ way, files });
  if (record !== JSON.stringify(before)) writeWhole(recordFile, record);
  return { compiled: jobs.length - faults.length, faults };
}

function webFingerprint() {
  const web = join(ROOT, 'apps', 'web');
  const hash = createHash('sha256');
  for (const file of [
    ...filesBelow(web, (name) => !name.endsWith('.spec.ts') && !name.endsWith('.spec.tsx')).filter(
      (path) => !path.startsWith(join(web, 'dist')),
    ),
    ...filesBelow(join(ROOT, 'data', 'geometry'), () => true),
    join(ROOT, 'package-lock.json'),
  ].sort()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The texts that the web app sends, each under its SHA-256: what PERSISTED_ONLY lets through. */
function writeOperations(source) {
  const { code } = require('@swc/core').transformFileSync(source, {
    swcrc: false,
    configFile: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  const documents = {};
  new Function('exports', 'require', code)(documents, require);
  const texts = Object.values(documents).filter((one) => one instanceof documents.TypedDocumentString);
  const hashed = texts.map((text) => [createHash('sha256').update(`${text}`).digest('hex'), `${text}`]);
  writeWhole(OPERATIONS, JSON.stringify(Object.fromEntries(hashed), null, 1));
}

/** Scripts and styles compressed once and well, so that the service need not do it at each visit. Fonts are already. */
async function compressAssets(folder) {
  const files = filesBelow(folder, (name) => /\.(m?js|css|svg|json)$/.test(name)).filter(
    (path) => statSync(path).size > 1_400,
  );
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  await Promise.all(
    files.map(async (path) => writeFileSync(`${path}.br`, await brotli(readFileSync(path), { params }))),
  );
}

/** Builds the web app when one of its sources changed; false when there was nothing to do. */
export async function buildWeb() {
  const web = join(ROOT, 'apps', 'web');
  const entry = join(web, 'index.html');
  if (!existsSync(entry)) return false;
  const stamp = join(DIST, '.web-build');
  const fingerprint = webFingerprint();
  const built = join(DIST, 'web', 'index.html');
  if (existsSync(built) && existsSync(OPERATIONS) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint)
    return false;
  const vite = [join(web, 'node_modules', 'vite'), join(ROOT, 'node_modules', 'vite')].find(existsSync);
  await new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [join(vite, 'bin', 'vite.js'), 'build', '--outDir', join(DIST, 'web'), '--emptyOutDir', '--logLevel', 'error'],
      { cwd: web, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done() : failed(plainFault(`The web app could not be built:\n${said.trim()}`, '')),
    );
  });
  await compressAssets(join(DIST, 'web', 'assets'));
  writeOperations(join(web, 'src/generated/documents.ts'));
  writeWhole(stamp, fingerprint);
  return true;
}

/** Builds everything that changed. Says what it does through `note`. */
export async function build({ note = () => undefined } = {}) {
  const began = Date.now();
  const [{ compiled, faults }, web] = await Promise.all([buildServer(), buildWeb()]);
  if (faults.length > 0) {
    const list = faults.map(({ name, reason }) => `${name}\n${reason}`).join('\n');
    throw plainFault(`The server could not be built:\n${list}`, '');
  }
  if (compiled || web)
    note(`built ${compiled} server files${web ? ' and the web app' : ''} in ${Date.now() - began} ms`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runPlainly(() => build({ note: (text) => console.log(text) }));
}
