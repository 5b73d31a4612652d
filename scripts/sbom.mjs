// `npm run sbom`: writes dist/sbom.cdx.json, the list of all that is shipped (CycloneDX, from the lockfile), and looks
// whether it is whole: every package with its version, address and hash, under a licence that
// security/licences.json allows.
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

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function componentOf(path, { version, integrity = '', resolved, license, optional }) {
  const [group, bare] = nameOf(path).startsWith('@') ? nameOf(path).split('/') : [undefined, nameOf(path)];
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${bare}@${version}`;
  const sha512 = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': path,
    group,
    name: bare,
    version,
    scope: optional ? 'optional' : 'required',
    purl,
    hashes: [{ alg: 'SHA-512', content: sha512 }],
    licenses: license ? [{ expression: license }] : [],
    externalReferences: resolved ? [{ type: 'distribution', url: resolved }] : [],
  };
}

/**
 * Read from the lockfile by ourselves: `npm sbom --omit=dev` leaves out what something optional asks for too, @nestjs/core
 * and graphql among them. The same lockfile gives the same list.
 */
export function billOfMaterials(lockfile) {
  const { version, packages } = JSON.parse(lockfile);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: { type: 'application', 'bom-ref': 'samanker', name: 'samanker', version },
    },
    components: Object.entries(packages)
      .filter(([path, { link, dev }]) => path.includes('node_modules/') && !link && !dev)
      .map(([path, one]) => componentOf(path, one)),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runPlainly(async () => {
    const bom = billOfMaterials(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const faults = sbomFaults(bom, readLicences());
    if (faults.length > 0) throw plainFault(`The list of what is shipped is not right:\n${faults.join('\n')}`, '');
    if (bom.components.length < 100) throw plainFault('The list of what is shipped is far too short.', 'Run npm ci.');
    mkdirSync(dirname(TARGET), { recursive: true });
    writeFileSync(TARGET, `${JSON.stringify(bom, null, 2)}\n`);
    console.log(`dist/sbom.cdx.json: ${bom.components.length} packages, CycloneDX ${bom.specVersion}`);
  });
}
