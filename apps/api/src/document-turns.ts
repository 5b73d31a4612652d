/** Making a document takes a processor for a while: so many at once in one process, the others wait in line. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
/** Of one session, made or waiting. */
const MOST_OF_ONE = 3;

/** Why there is no turn: the asker has enough under way, or everybody waits already. */
export type NoTurn = 'ONE_TOO_MANY' | 'CROWDED';

/** Lets documents be made in turns, so that nobody keeps the service from answering others. */
export class DocumentTurns {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly ofEach = new Map<string, number>();

  /** Makes it when its turn has come; says why when it does not get one. */
  async take<Made>(who: string, make: () => Promise<Made>): Promise<Made | NoTurn> {
    const own = this.ofEach.get(who) ?? 0;
    if (own >= MOST_OF_ONE) return 'ONE_TOO_MANY';
    if (this.waiting.length >= MOST_WAITING) return 'CROWDED';
    this.ofEach.set(who, own + 1);
    try {
      if (this.underWay >= MOST_AT_ONCE) await new Promise<void>((turn) => this.waiting.push(turn));
      else this.underWay++;
      return await make();
    } finally {
      const next = this.waiting.shift();
      // The turn is handed on: the number under way stays.
      if (next) next();
      else this.underWay--;
      const left = this.ofEach.get(who)! - 1;
      if (left > 0) this.ofEach.set(who, left);
      else this.ofEach.delete(who);
    }
  }
}
