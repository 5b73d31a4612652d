/**
 * A fact, past tense, with ids only: whoever reacts loads what it needs and may find that nothing is left to do.
 * The class name is the name of the event in the outbox and in apps/worker/src/reactions.ts.
 */
export abstract class DomainEvent<Payload extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  constructor(readonly payload: Payload) {}

  get name(): string {
    return this.constructor.name;
  }
}
