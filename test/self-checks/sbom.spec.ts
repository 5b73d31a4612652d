import { join } from 'node:path';
import { ROOT } from './source-tree';

interface Sbom {
  sbomFaults(bom: object, licences: object): string[];
  readLicences(): object;
}

describe('the list of what is shipped (S11)', () => {
  let sbom: Sbom;
  beforeAll(async () => {
    sbom = (await import(join(ROOT, 'scripts/sbom.mjs'))) as Sbom;
  });
  const part = (more: object) => ({
    'bom-ref': 'a@1.0.0',
    name: 'a',
    version: '1.0.0',
    purl: 'pkg:npm/a@1.0.0',
    hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }],
    licenses: [{ license: { id: 'MIT' } }],
    ...more,
  });
  const whole = (...components: object[]) => ({ bomFormat: 'CycloneDX', specVersion: '1.5', components });

  it('a whole one has no faults', () => {
    expect(sbom.sbomFaults(whole(part({})), sbom.readLicences())).toEqual([]);
    const either = part({ licenses: [{ expression: '(MIT OR GPL-3.0-only)' }] });
    expect(sbom.sbomFaults(whole(either), sbom.readLicences())).toEqual([]);
  });

  it.each([
    ['another format', { bomFormat: 'SPDX' }, /no CycloneDX/],
    ['no hash', whole(part({ hashes: [] })), /no SHA-512/],
    ['a short hash', whole(part({ hashes: [{ alg: 'SHA-512', content: 'ab' }] })), /no SHA-512/],
    ['no licence', whole(part({ licenses: [] })), /says no licence/],
    ['a licence that nobody has allowed', whole(part({ licenses: [{ license: { id: 'AGPL-3.0' } }] })), /AGPL/],
    ['both at once', whole(part({ licenses: [{ expression: 'MIT AND GPL-3.0-only' }] })), /GPL/],
    ['no version', whole(part({ version: undefined })), /no version/],
    ['an address elsewhere', whole(part({ purl: 'https://elsewhere.example/a.tgz' })), /no address/],
    [
      'a part that is used and not listed',
      { ...whole(part({})), dependencies: [{ ref: 'a@1.0.0', dependsOn: ['b@2'] }] },
      /not listed/,
    ],
  ])('finds %s', (_, bom, fault) => {
    expect(sbom.sbomFaults(bom, sbom.readLicences())).toEqual([expect.stringMatching(fault)]);
  });
});
