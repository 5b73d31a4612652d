// `npm run sbom`: writes dist/sbom.cdx.json, the list of all that is shipped (CycloneDX, by npm itself from what is
// installed), and looks whether it is whole: every package with its version, address and hash, under a licence that
// security/licences.json allows.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plainFault, runPlainly } from './plain-fault.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = join(ROOT, 'dist', 'sbom.cdx.json');

export const readLicences = () => JSON.parse(readFileSync(join(ROOT, 'security/licences.json'), 'utf8'));

/** Whether an SPDX expression is allowed: every part of an AND, one part of an OR. */
export function isAllowed(expression, { allowed }) {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(/ OR /).some((part) => part.split(/ AND /).every((one) => one.trim() in allowed));
}

/** What an SBOM lacks, and which licences in it nobody has allowed. */
export function sbomFaults(bom, licences) {
  if (bom.bomFormat !== 'CycloneDX' || !/^1\.\d+$/.test(bom.specVersion ?? '')) return ['it is no CycloneDX document'];
  const known = new Set([bom.metadata?.component?.['bom-ref'], ...bom.components.map((part) => part['bom-ref'])]);
  const dangling = (bom.dependencies ?? []).flatMap(({ ref, dependsOn = [] }) =>
    [ref, ...dependsOn].filter((one) => !known.has(one)).map((one) => `${one} is used and not listed`),
  );
  const parts = bom.components
    // The web app is a part of ourselves.
    .filter(({ name, hashes }) => !(name === 'web' && !hashes))
    .flatMap(({ name, version, purl, hashes = [], licenses = [] }) => {
      const expressions = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '');
      return [
        !version && 'has no version',
        !purl?.startsWith('pkg:npm/') && 'has no address',
        !hashes.some(({ alg, content }) => alg === 'SHA-512' && /^[0-9a-f]{128}$/.test(content)) && 'has no SHA-512',
        !(name in licences.reviewed) && expressions.length === 0 && 'says no licence',
        ...expressions
          .filter((one) => !isAllowed(one, licences))
          .map((one) => `is under ${one}, which nobody has allowed`),
      ]
        .filter(Boolean)
        .map((fault) => `${name} ${fault}`);
    });
  return [...new Set([...dangling, ...parts])];
}

/** Asks the npm that this runs under, or the one on the path. */
function npmSbom() {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  return new Promise((done, failed) => {
    const child = own
      ? spawn(process.execPath, [own, ...words], { cwd: ROOT })
      : spawn('npm', words, { cwd: ROOT, shell: process.platform === 'win32' });
    let printed = '';
    let complained = '';
    child.stdout.on('data', (chunk) => (printed += chunk));
    child.stderr.on('data', (chunk) => (complained += chunk));
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done(printed) : failed(plainFault(`npm could not list what is shipped:\n${complained.trim()}`, '')),
    );
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runPlainly(async () => {
    const text = await npmSbom();
    const bom = JSON.parse(text);
    const faults = sbomFaults(bom, readLicences());
    if (faults.length > 0) throw plainFault(`The list of what is shipped is not right:\n${faults.join('\n')}`, '');
    if (bom.components.length < 100) throw plainFault('The list of what is shipped is far too short.', 'Run npm ci.');
    mkdirSync(dirname(TARGET), { recursive: true });
    writeFileSync(TARGET, text);
    console.log(`dist/sbom.cdx.json: ${bom.components.length} packages, CycloneDX ${bom.specVersion}`);
  });
}
