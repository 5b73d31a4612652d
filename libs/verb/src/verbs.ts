import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type Work } from '@samanker/database';
import { canonicalJson } from '@samanker/decision-log';
import {
  checkInput,
  checkText,
  IdempotencyKeyReused,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  type Actor,
  type Asker,
  type Grant,
} from '@samanker/request';
import { isLogInEnough } from './log-in-strength.rules';
import { RefusedAttempts } from './refused-attempts';

/** Characters of an idempotency key: the width of its column. */
const LONGEST_KEY = 200;

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** What carrying out a verb comes to: the id of what it made or changed. */
export interface Done {
  readonly id: string;
}

/** A permission, or in a test a plain function: then whoever may not finds nothing. */
export interface MayAct<Subject> {
  (actor: Actor, subject: Subject): boolean;
  readonly grantFor?: (subject: Subject) => Grant;
  readonly sees?: (actor: Actor, subject: Subject) => boolean;
}

/** The six beats of a verb: load and lock → ask rules → refuse or change → tell words below → log → publish. */
export interface VerbFrame<Subject, Answer> {
  /** The name of the mutation. */
  readonly verb: string;
  /** Fields of the input that hold a whole file, at most a million characters. */
  readonly longFields?: readonly string[];
  /** Loads and locks what the verb is about; null or a refusal when it is not there. Locks are taken in ladder order. */
  readonly load: (work: Work) => Promise<Subject | Refusal | null>;
  /**
   * The one place where the verb is authorised, given what was loaded; stands in the word's permissions file. Who may see
   * the subject is told who may; to everybody else it is not found.
   */
  readonly may: MayAct<Subject>;
  /** Asks the rules, then refuses or changes; logs and publishes on `work`. */
  readonly carryOut: (work: Work, subject: Subject) => Promise<Done | Refusal>;
  /** Reads what is answered, also when the same request comes again. */
  readonly answer: (work: Work, id: string) => Promise<Answer>;
}

/** Carries out verbs: one transaction, input checked, authorised, idempotent; a refusal leaves nothing behind. */
@Injectable()
export class Verbs {
  constructor(
    private readonly transactions: Transactions,
    readonly refused: RefusedAttempts = new RefusedAttempts(),
  ) {}

  async run<Subject, Answer extends object>(
    asker: Asker,
    input: { readonly idempotencyKey?: string | null },
    frame: VerbFrame<Subject, Answer>,
  ): Promise<Answer | Refusal> {
    return this.transactions.asPerson<Answer | Refusal>(asker, async (work, undo) => {
      const refuse = (refusal: Refusal): never => {
        this.refused.tell(work.actor, frame.verb, refusal);
        return undo(refusal.speak(work.actor.language));
      };
      if (!isLogInEnough(frame.verb, work.actor)) return refuse(new LogInTooWeak(work.actor.logIn));
      const fault =
        checkInput(input, ['input'], frame.longFields) ??
        checkText(input.idempotencyKey, ['input', 'idempotencyKey'], LONGEST_KEY);
      if (fault) return refuse(fault);

      const before = await this.claimKey(work, frame.verb, input);
      if (before === 'REUSED') return refuse(new IdempotencyKeyReused(['input', 'idempotencyKey']));
      if (before) return frame.answer(work, before.id);

      const subject = await frame.load(work);
      if (subject instanceof Refusal) return refuse(subject);
      if (subject === null) return refuse(new NotFound(['input']));
      if (!frame.may(work.actor, subject)) {
        const { sees, grantFor } = frame.may;
        return refuse(
          sees?.(work.actor, subject) ? new NotPermitted(['input'], grantFor?.(subject)) : new NotFound(['input']),
        );
      }
      const outcome = await frame.carryOut(work, subject);
      if (outcome instanceof Refusal) return refuse(outcome);
      await this.keepOutcome(work, frame.verb, input, outcome);
      return frame.answer(work, outcome.id);
    });
  }

  /** Takes the key; a second request with the same key waits here until the first has committed, and gets its outcome. */
  private async claimKey(
    work: Work,
    verb: string,
    input: { readonly idempotencyKey?: string | null },
  ): Promise<Done | 'REUSED' | null> {
    if (!input.idempotencyKey) return null;
    const hash = inputHash(input);
    const scope = scopeOf(work, verb, input.idempotencyKey);
    const taken = await work.execute(
      `insert into idempotency_key (region_id, person_id, organisation_id, verb, key, input_hash) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [...scope, hash],
    );
    if (taken === 1) return null;
    const known = await work.one<{ input_hash: string; outcome_id: string | null }>(
      `select input_hash, outcome_id from idempotency_key where ${IN_SCOPE}`,
      scope,
    );
    return known?.input_hash === hash && known.outcome_id ? { id: known.outcome_id } : 'REUSED';
  }

  private async keepOutcome(
    work: Work,
    verb: string,
    input: { readonly idempotencyKey?: string | null },
    outcome: Done,
  ): Promise<void> {
    if (!input.idempotencyKey) return;
    await work.execute(`update idempotency_key set outcome_id = $6 where ${IN_SCOPE}`, [
      ...scopeOf(work, verb, input.idempotencyKey),
      outcome.id,
    ]);
  }
}

const IN_SCOPE = 'region_id = $1 and person_id = $2 and organisation_id = $3 and verb = $4 and key = $5';

/** A key belongs to one person who acts for one organisation; nil where the person acts for the region as such. */
function scopeOf({ actor, regionId }: Work, verb: string, key: string): (string | null)[] {
  return [regionId, actor.personId, actor.organisationId ?? NIL_UUID, verb, key];
}

function inputHash(input: object): string {
  return createHash('sha256')
    .update(canonicalJson({ ...input, idempotencyKey: null }))
    .digest('hex');
}
