import type { Work } from '@samanker/database';
import { sentenceOf } from '@samanker/participation';
import { leavingEffect } from './leaving-effect.rules';
import { LeavingEffect } from './leaving-effect.type';
import { currentReport, latestFrozen } from './merged-demand-report.queries';

/** R5b: what it would change that a participation is left; null when there is none in the region, or it has left. */
export async function leavingEffectOf(work: Work, participationId: string): Promise<LeavingEffect | null> {
  const of = await work.one<{ caseId: string }>(
    `select case_id as "caseId" from participation where id = $1 and state <> 'WITHDRAWN'`,
    [participationId],
    'case-to-leave',
  );
  const report = of && (await currentReport(work, of.caseId));
  if (!report) return null;
  const { sharesPassed, ...effect } = leavingEffect(report.facts, participationId);
  const frozen = await latestFrozen(work, of.caseId);
  return Object.assign(new LeavingEffect(), effect, {
    participationId,
    sharesPassed: sharesPassed.map(({ reason, ...who }) => ({
      ...who,
      sentence: sentenceOf(reason, work.actor.language),
    })),
    // Who has left is named so in the report: what equals the data now does not afterwards.
    frozenReportOutdated: frozen?.sha256 === report.sha256 ? frozen.number : null,
  });
}
