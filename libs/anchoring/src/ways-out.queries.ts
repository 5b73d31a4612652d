import type { LocalDate } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { DecisionBodyKind } from '@samanker/meeting-calendar';
import { ParticipationState } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { legalBases } from './legal-bases';
import { inputOf, loadRoutes, type LoadedRoutes } from './planning-inputs';
import { planRoute } from './planning.rules';
import { planningBody } from './route-plan.rules';
import { LegalBasis, WayOut, WaysOut } from './ways-out';
import { basesOf, waysOut, type WayOutFound, type WaysOutFound } from './ways-out.rules';
import { wayOutLetter, wayOutWords, type LetterFacts } from './ways-out-texts.rules';

interface Header {
  readonly organisationName: string;
  readonly bodies: {
    readonly id: string;
    readonly kind: DecisionBodyKind;
    readonly name: string;
    readonly handoverDays: number;
  }[];
  readonly finishes: { readonly id: string; readonly name: string; readonly on: LocalDate | null }[];
}

const HEADER = `
  select o.name as "organisationName",
    (select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'name', b.name, 'handoverDays', b.handover_days) order by b.name), '[]')
     from decision_body b where b.region_id = p.region_id and b.organisation_id = p.organisation_id) as bodies,
    (select coalesce(json_agg(json_build_object('id', q.id, 'name', r.name, 'on', q.planned_finish_on) order by r.name), '[]')
     from participation q join organisation r on r.id = q.organisation_id
     where q.case_id = p.case_id and q.state not in ('ANCHORED', 'DECLINED', 'WITHDRAWN')) as finishes
  from participation p join organisation o on o.id = p.organisation_id where p.id = $1`;

const RUNNING: readonly ParticipationState[] = [ParticipationState.INVITED, ParticipationState.ANCHORING];
const CHOOSING: readonly CaseStage[] = [CaseStage.PREPARING, CaseStage.INVITED];

/** R7b: the ways out of one participation in four statements; null when there is no such participation to be seen. */
export async function waysOutOf(work: Work, participationId: string): Promise<WaysOut | null> {
  const header = await work.one<Header>(HEADER, [participationId], 'ways-out-header');
  if (!header) return null;
  const loaded = await loadRoutes(work, [participationId]);
  const { subject, route } = loaded.routes[0]!;
  const found: WaysOutFound =
    RUNNING.includes(subject.state) && CHOOSING.includes(subject.stage)
      ? foundFor(work, header, loaded)
      : { because: null, step: null, ways: [] };
  const step = route.find(({ id }) => id === found.step?.id);
  const facts = {
    caseTitle: subject.caseTitle,
    organisationName: header.organisationName,
    bodyName: step?.bodyName ?? null,
    deadline: subject.deadline,
  };
  return Object.assign(new WaysOut(), {
    participationId,
    decisionDeadline: subject.deadline,
    because: found.because,
    stepTitle: step?.title ?? null,
    ways: found.ways.map((way) => shown(work, way, facts, header)),
  });
}

function foundFor(work: Work, { bodies, finishes }: Header, { routes, meetings }: LoadedRoutes): WaysOutFound {
  const { subject, route } = routes[0]!;
  const input = inputOf(routes[0]!, meetings, work.today, false);
  const kinds = new Map(bodies.map(({ id, kind }) => [id, kind]));
  const executive = bodies.find(({ kind }) => kind === 'EXECUTIVE_COMMITTEE');
  return waysOut({
    input: {
      ...input,
      deadline: subject.deadline,
      steps: input.steps.map((step) => ({ ...step, bodyKind: kinds.get(step.bodyId ?? '') ?? null })),
    },
    status: route.length === 0 ? null : planRoute(input).status,
    executiveCommittee: executive
      ? planningBody(meetings.get(executive.id) ?? [], executive.handoverDays, subject, work.today)
      : null,
    choicesOpen: true,
    finishOf: new Map(finishes.map(({ id, on }) => [id, on])),
  });
}

function shown(work: Work, { won, ...way }: WayOutFound, facts: LetterFacts, { finishes }: Header): WayOut {
  const { language } = work.actor;
  const names = new Map(finishes.map(({ id, name }) => [id, name]));
  return Object.assign(
    new WayOut(),
    way,
    wayOutWords(way.kind, language === 'NN' ? 'nn' : language === 'EN' ? 'en' : 'nb'),
    {
      won: won.map((id) => names.get(id) ?? '').sort((a, b) => a.localeCompare(b, 'nb')),
      legalBases: basesOf(way.kind, work.today, legalBases()).map((basis) => Object.assign(new LegalBasis(), basis)),
      letterNb: wayOutLetter(way, facts, 'NB'),
      letterNn: wayOutLetter(way, facts, 'NN'),
    },
  );
}
