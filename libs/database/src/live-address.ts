import { Client, type ClientConfig } from 'pg';

/** An address that may change while the program runs: its password is exchanged. */
export type Address = string | (() => string);

/** The address as it is now. */
export function addressNow(address: Address): string {
  return typeof address === 'string' ? address : address();
}

/** What the pg driver needs to connect: as parts, with a password that is asked for anew at each connection. */
export function parametersOf(address: Address): ClientConfig {
  if (typeof address === 'string') return { connectionString: address };
  const { host, port, user, database, ssl } = new Client({ connectionString: address() });
  const password = async (): Promise<string> => new Client({ connectionString: address() }).password ?? '';
  return { host, port, user, database, ssl, password };
}

/**
 * Which address to try next while a password is exchanged. The new one stands in the file before or after the database
 * learns of it: until then the last one that was let in is still good, and whichever was refused longest ago is tried.
 */
export class LiveAddress {
  private good: string | null = null;
  private readonly refusedAt = new Map<string, number>();
  private refusals = 0;

  constructor(private readonly address: Address) {}

  /** Whether any address has ever been good: if not, the setting is wrong and nothing is gained by waiting. */
  get wasEverGood(): boolean {
    return this.good !== null;
  }

  choose(): string {
    const newest = addressNow(this.address);
    const { good } = this;
    if (good === null || good === newest) return newest;
    return this.lastRefusal(newest) <= this.lastRefusal(good) ? newest : good;
  }

  wasLetIn(address: string): void {
    this.good = address;
    this.refusedAt.delete(address);
  }

  wasRefused(address: string): void {
    this.refusedAt.set(address, ++this.refusals);
  }

  private lastRefusal(address: string): number {
    return this.refusedAt.get(address) ?? 0;
  }
}
