import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The shortest secret that a key is made from, in characters. */
export const SHORTEST_SIGNING_SECRET = 32;

// PKCS #8 of an Ed25519 key (RFC 8410): this, and 32 bytes of seed.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The private key that a setting stands for: a PKCS #8 PEM, the same in base64 (one line), or a secret of at least 32
 * characters, from which the key is derived. The same setting always gives the same key.
 */
export function signingKeyOf(setting: string): KeyObject {
  const text = setting.trim();
  const pem = text.startsWith('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('latin1');
  if (pem.startsWith('-----BEGIN')) {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key of the log must be an Ed25519 key');
    return key;
  }
  if (text.length < SHORTEST_SIGNING_SECRET)
    throw new Error(`the signing key of the log must be a key, or a secret of ${SHORTEST_SIGNING_SECRET} characters`);
  const seed = Buffer.from(hkdfSync('sha256', text, '', 'samanker decision log', 32));
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
