/** What the endpoint answers to one document. */
export type Data = Readonly<Record<string, unknown>>;

/** One person who asks the real API; a fault throws. */
export interface Asks {
  query<Answer = Data>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** What a replay is driven with: over HTTP or in one process, the verbs are the same real ones. */
export interface Drive {
  /** A seeded person by the script's key: 0906:COORDINATOR, REGION:SECRETARIAT:1. */
  as(personKey: string): Promise<Asks>;
  /** Sets domain time to a wall clock in Europe/Oslo (2016-11-16T10:00); it runs on from there. */
  setClock(wallClock: string): Promise<void>;
  /** Runs sweeps, relay, jobs and mails until nothing is left to do. */
  drain(): Promise<void>;
  /** Marks the answers of a case as modelled: no verb does, since nobody makes up answers in earnest. */
  markModelled(caseId: string): Promise<void>;
}
