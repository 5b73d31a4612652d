import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { secretNow } from '@samanker/settings';
import { keyIdOf } from './checkpoint.rules';
import { signingKeyOf } from './signing-key.rules';

type Environment = Readonly<Record<string, string | undefined>>;

/** The key that signs, and whose signatures are believed: by the settings, never by what the database says. */
export class LogKeys {
  constructor(private readonly env: Environment = process.env) {}

  /** The private key that signs now; outside production one is made when there is none. */
  signing(): KeyObject {
    const setting = secretNow('LOG_SIGNING_KEY', this.env);
    if (setting) return signingKeyOf(setting);
    if (this.env.NODE_ENV === 'production') throw new Error('LOG_SIGNING_KEY is not set: checkpoints cannot be signed');
    return signingKeyOf(ownKey(join(this.env.SAMANKER_DATA_DIR || '.samanker', 'log-signing-key.pem')));
  }

  /** The fingerprints that are believed: of the key that signs now, and of former ones. */
  believed(): ReadonlySet<string> {
    const former = (this.env.LOG_FORMER_KEYS ?? '').split(',').map((one) => one.trim());
    return new Set([keyIdOf(createPublicKey(this.signing())), ...former.filter(Boolean)]);
  }
}

/** Written beside and linked into place: of several programs that start at once, one makes the key and all have it. */
function ownKey(file: string): string {
  for (;;) {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const { privateKey } = generateKeyPairSync('ed25519');
    const draft = `${file}.${process.pid}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
}
