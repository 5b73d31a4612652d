/** One delivery of one event to one job. The payload holds ids only; the handler reloads and may find nothing left to do. */
export interface Delivery {
  readonly id: string;
  readonly regionId: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, string>>;
}

/**
 * What a worker does when an event has happened. `job` is imperative (`detect-overlap`) and the name of the file. Delivery
 * is at least once: a handler must be safe to run again. It opens its own transactions with Transactions.asService.
 */
export interface JobHandler {
  readonly job: string;
  carryOut(delivery: Delivery): Promise<void>;
}
