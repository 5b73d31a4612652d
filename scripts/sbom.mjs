// `npm run sbom`: the bill of materials (CycloneDX 1.5, JSON) of everything that is installed in production, with the hash
// of each package, on the standard output: `npm run --silent sbom > sbom.json`. It is read from the lockfile by ourselves:
// `npm sbom --omit=dev` leaves out packages that something optional asks for too, @nestjs/core among them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lockfile = readFileSync(join(ROOT, 'package-lock.json'));
const { version, packages } = JSON.parse(lockfile);

function componentOf([path, { version: of, integrity = '', license, optional }]) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${bare}@${of}`;
  return {
    type: 'library',
    'bom-ref': `${purl}#${path}`,
    group,
    name: bare,
    version: of,
    scope: optional ? 'optional' : 'required',
    purl,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
    licenses: license ? [{ expression: license }] : [],
  };
}

const components = Object.entries(packages)
  .filter(([path, { link, dev }]) => path.includes('node_modules/') && !link && !dev)
  .map(componentOf);
// The same lockfile gives the same bill: its number is made from it, and no time stands in it.
const digest = createHash('sha256').update(lockfile).digest('hex');
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${serial}`,
  version: 1,
  metadata: {
    lifecycles: [{ phase: 'pre-build' }],
    component: { type: 'application', 'bom-ref': 'samanker', name: 'samanker', version },
  },
  components,
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
