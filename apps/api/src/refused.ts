import type { RefusedAttempts } from '@samanker/verb';
import type { Logger } from 'pino';
import type { Metrics } from './metrics';
import { nextLine, NOTHING_WRITTEN } from './refusal-lines.rules';

/**
 * Security events (ASVS 16.3): who tried what they may not, or what is not there for them. Each is counted; the log gets
 * a line with ids, as many in a minute as somebody can read.
 */
export function writeRefusals(refused: RefusedAttempts, logger: Logger, metrics: Metrics): void {
  let lines = NOTHING_WRITTEN;
  refused.listen(({ requestId, ...attempt }) => {
    metrics.refused(attempt.verb, attempt.because);
    const { after, write, unwritten } = nextLine(lines, attempt.personId ?? '', Date.now());
    lines = after;
    if (!write) return;
    const before = unwritten > 0 ? { unwrittenBefore: unwritten } : {};
    logger.warn({ event: 'refused', ...attempt, ...before, reqId: requestId }, 'refused');
  });
}
