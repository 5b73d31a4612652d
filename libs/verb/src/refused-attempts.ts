import { Injectable } from '@nestjs/common';
import { LogInTooWeak, NotFound, NotPermitted, type Actor, type Refusal } from '@samanker/request';

/** Why somebody was turned away: it is another's, it is not there for them, or the way they logged in is not enough. */
export type RefusedBecause = 'NOT_PERMITTED' | 'NOT_FOUND' | 'LOG_IN_TOO_WEAK';

/** An attempt at what somebody may not, or does not see. Ids alone: no names, and nothing of what was sent. */
export interface RefusedAttempt {
  readonly verb: string;
  readonly because: RefusedBecause;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly regionId: string;
  readonly logIn: Actor['logIn'];
  readonly requestId: string;
}

/** Refusals that speak of a border; the others speak of the matter, and are no business of whoever guards the service. */
const BORDERS = [
  [NotPermitted, 'NOT_PERMITTED'],
  [NotFound, 'NOT_FOUND'],
  [LogInTooWeak, 'LOG_IN_TOO_WEAK'],
] as const;

/** Where attempts that were turned away are told; the host of the API listens, and writes them down. */
@Injectable()
export class RefusedAttempts {
  private listener: (attempt: RefusedAttempt) => void = () => undefined;

  /** Who is told from now on. */
  listen(listener: (attempt: RefusedAttempt) => void): void {
    this.listener = listener;
  }

  /** Tells of a refusal if it speaks of a border. */
  tell(actor: Actor, verb: string, refusal: Refusal): void {
    const because = BORDERS.find(([kind]) => refusal instanceof kind)?.[1];
    if (!because) return;
    const { personId, organisationId, regionId, logIn, requestId } = actor;
    this.listener({ verb, because, personId, organisationId, regionId, logIn, requestId });
  }
}
