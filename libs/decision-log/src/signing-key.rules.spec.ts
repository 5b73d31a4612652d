import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { keyIdOf } from './checkpoint.rules';
import { signingKeyOf } from './signing-key.rules';

const idOf = (setting: string): string => keyIdOf(createPublicKey(signingKeyOf(setting)));

describe('the key that signs checkpoints', () => {
  it('comes as PEM, as PEM in base64, or is derived from a long secret: always the same from the same', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(idOf(pem)).toBe(keyIdOf(publicKey));
    expect(idOf(Buffer.from(pem).toString('base64'))).toBe(keyIdOf(publicKey));
    const secret = 'b7c1f0d2a94e4e3f8a61b7c1f0d2a94e';
    expect(idOf(secret)).toBe(idOf(`${secret}\n`));
    expect(idOf(secret)).not.toBe(idOf(`${secret}0`));
  });

  it('is never short, and never of another kind', () => {
    expect(() => signingKeyOf('short')).toThrow(/32/);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => signingKeyOf(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/Ed25519/);
  });
});
