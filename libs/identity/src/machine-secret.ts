import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret: 256 random bits, with a beginning by which scanners recognise it where it does not belong. */
export function newMachineSecret(): string {
  return `samanker_secret_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. It is random and long, so a fast hash is enough; there is nothing to guess. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Whether one of the kept hashes is that of the given secret; takes the same time whichever, and with none. */
export function isSecretOf(given: string, kept: readonly (Buffer | null)[]): boolean {
  const hash = hashOfSecret(given);
  return kept.map((one) => timingSafeEqual(hash, one ?? NOBODYS) && one !== null).includes(true);
}

const NOBODYS = randomBytes(32);
