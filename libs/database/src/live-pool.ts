import * as pg from 'pg';
import { LiveAddress, type Address } from './live-address';

/** PostgreSQL's word for a wrong password. */
const WRONG_PASSWORD = '28P01';
/** Milliseconds in which file and database may learn of a new password, one after the other. */
const EXCHANGED_WITHIN = 10_000;
const AGAIN_AFTER = 50;

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * The pg driver with a pool whose new connections use the address as it is now. Nobody notices when the password is
 * exchanged: open connections stay, and a refused one is tried again with the newer or the older password.
 */
export function liveDriver(address: Address): typeof pg {
  const live = new LiveAddress(address);

  class LiveClient extends pg.Client {
    private readonly chosen: string;

    constructor(config: pg.ClientConfig) {
      const chosen = live.choose();
      super({ ...config, connectionString: chosen });
      this.chosen = chosen;
      // A connection may be cut in the moment between two owners; whoever uses it next is told.
      this.on('error', () => undefined);
    }

    override connect(): Promise<pg.Client>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<pg.Client> | void {
      const done = super.connect().then(
        (client) => {
          live.wasLetIn(this.chosen);
          return client;
        },
        (error: unknown) => {
          if (codeOf(error) === WRONG_PASSWORD) live.wasRefused(this.chosen);
          throw error;
        },
      );
      if (!callback) return done;
      done.then(
        () => callback(null as never),
        (error: Error) => callback(error),
      );
    }
  }

  class LivePool extends pg.Pool {
    constructor(config: pg.PoolConfig) {
      super({ ...config, Client: LiveClient } as unknown as pg.PoolConfig);
    }

    override connect(): Promise<pg.PoolClient>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<pg.PoolClient> | void {
      const taken = this.untilLetIn(Date.now() + EXCHANGED_WITHIN);
      if (!callback) return taken;
      taken.then(
        (client) => callback(undefined, client, (release) => client.release(release as boolean)),
        (error: Error) => callback(error, undefined, () => undefined),
      );
    }

    private async untilLetIn(until: number): Promise<pg.PoolClient> {
      for (;;) {
        try {
          return await super.connect();
        } catch (error) {
          const again = live.wasEverGood && codeOf(error) === WRONG_PASSWORD;
          if (!again || Date.now() > until) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      }
    }
  }

  return { ...pg, Pool: LivePool, Client: LiveClient } as unknown as typeof pg;
}
