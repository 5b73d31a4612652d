/** Real milliseconds between two renewals of the claims that this process holds. */
const RENEW_EVERY = 5_000;
/** Real milliseconds after which new work is looked for while everything under way hangs. */
const LOOK_EVERY = 500;
/** With so few in line the next are claimed. */
const SHORT_LINE = 10;
/** So many outcomes may wait for their commit before the next is sent. */
const MOST_UNSETTLED = 200;

/** What a lane needs of the one who knows mails. */
export interface LaneWork<Item, Outcome> {
  /** Claims at most so many that are due; what is claimed is this process's until it lets go. */
  readonly claim: (most: number) => Promise<Item[]>;
  readonly send: (item: Item) => Promise<Outcome>;
  /** Writes down what became of it. */
  readonly settle: (outcome: Outcome) => Promise<void>;
  /** Prolongs the claims. */
  readonly renew: (items: readonly Item[]) => Promise<void>;
}

/**
 * Sends what is due, a few at a time. A server that hangs keeps one place until its time is out; the others go on.
 */
export class SendLane<Item, Outcome> {
  private readonly line: Item[] = [];
  private readonly held = new Set<Item>();
  private readonly places = new Set<Promise<void>>();
  private readonly unsettled = new Set<Promise<void>>();
  private claiming: Promise<number> | null = null;
  private renewal: NodeJS.Timeout | null = null;
  private fault: unknown = null;

  constructor(
    private readonly work: LaneWork<Item, Outcome>,
    private readonly width: number,
    private readonly atATime: number,
  ) {}

  /** Goes on until nothing is due and nothing is under way, here or in another call; answers how many it saw. */
  async drain(): Promise<number> {
    for (let count = 0; ;) {
      const claimed = await (this.claiming ??= this.claimMore().finally(() => (this.claiming = null)));
      count += claimed;
      if (claimed > 0) continue;
      if (this.held.size === 0) return this.end(count);
      count = Math.max(count, 1);
      await Promise.race([...this.places, ...this.unsettled, pause(LOOK_EVERY)]);
    }
  }

  /** A fault of any of them fails the call, so that it is reported; the leases run out and the mails come again. */
  private end(count: number): number {
    const { fault } = this;
    this.fault = null;
    if (fault) throw fault;
    return count;
  }

  /** Waits until the line is short, then claims: the next are loaded while the last are being sent. */
  private async claimMore(): Promise<number> {
    while (this.line.length > SHORT_LINE) await Promise.race([...this.places, pause(LOOK_EVERY / 10)]);
    const items = await this.work.claim(this.atATime);
    for (const item of items) this.held.add(item);
    this.line.push(...items);
    if (items.length > 0)
      this.renewal ??= setInterval(() => void this.work.renew([...this.held]).catch(() => undefined), RENEW_EVERY);
    for (let free = this.width - this.places.size; free > 0 && this.line.length > 0; free--)
      this.track(this.places, this.workThroughLine());
    return items.length;
  }

  private async workThroughLine(): Promise<void> {
    for (let item = this.line.shift(); item !== undefined; item = this.line.shift()) {
      const one = item;
      try {
        const outcome = await this.work.send(one);
        this.track(this.unsettled, this.settle(one, outcome));
      } catch (error) {
        this.fault ??= error;
        this.letGo(one);
      }
      if (this.unsettled.size >= MOST_UNSETTLED) await Promise.race(this.unsettled);
    }
  }

  private async settle(item: Item, outcome: Outcome): Promise<void> {
    try {
      await this.work.settle(outcome);
    } catch (error) {
      this.fault ??= error;
    } finally {
      this.letGo(item);
    }
  }

  private letGo(item: Item): void {
    this.held.delete(item);
    if (this.held.size > 0 || !this.renewal) return;
    clearInterval(this.renewal);
    this.renewal = null;
  }

  private track(set: Set<Promise<void>>, promise: Promise<void>): void {
    const tracked: Promise<void> = promise.finally(() => set.delete(tracked));
    set.add(tracked);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
