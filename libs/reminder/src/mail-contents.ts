import type { Work } from '@samanker/database';
import { OUTLASTS_PAUSE, type ExpectationFacts } from '@samanker/expectation';
import { ANCHORED_OF_SQL } from '@samanker/participation';
import type { RoleKind } from '@samanker/request';
import type { Contact } from './sentences.rules';
import type { AskedItem } from './wording.rules';

/** An expectation with what a mail or a task list says of it. */
export interface Content {
  readonly expectationId: string;
  readonly kind: AskedItem['kind'];
  readonly subjectId: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly role: RoleKind;
  readonly personId: string | null;
  readonly dueOn: string;
  readonly facts: ExpectationFacts;
  readonly municipality: string;
  readonly caseTitle: string;
  readonly meetingOn: string | null;
  /** Who asked, where it is a question. */
  readonly askedBy: string | null;
  /** The text is asked for the last meeting that fits the deadline of the case. */
  readonly lastThatFits: boolean;
  /** R12: still awaited, the case goes on, the meeting stands. */
  readonly open: boolean;
}

/** One case, as mails tell why an answer matters (R13). */
export interface CaseContent {
  readonly caseId: string;
  readonly anchored: number;
  readonly of: number;
  readonly hostOrganisationId: string;
  readonly host: string;
  readonly coordinator: string | null;
}

/** R5b: nothing is asked in a cancelled case, and in a paused one only what outlasts the pause. */
const CASE_ASKS = `(c.stage not in ('PAUSED', 'CANCELLED') or (c.stage = 'PAUSED' and e.kind in (${OUTLASTS_PAUSE.map((kind) => `'${kind}'`).join(', ')})))`;

const CONTENT = `select e.id as "expectationId", e.kind, e.subject_id as "subjectId", e.case_id as "caseId",
    e.participation_id as "participationId", e.organisation_id as "organisationId", e.role, e.person_id as "personId",
    e.due_on as "dueOn", e.facts, o.name as municipality, c.title as "caseTitle", m.date as "meetingOn",
    (select a.name from question q join organisation a on a.id = case when q.by_host then c.host_organisation_id else p.organisation_id end
     where e.kind = 'QUESTION' and q.id = e.subject_id) as "askedBy",
    e.kind = 'TEXT_IN' and coalesce(p.planning_status in ('ON_TRACK', 'AT_RISK'), false) as "lastThatFits",
    e.fulfilled_at is null and e.withdrawn_at is null and ${CASE_ASKS} and m.cancelled_at is null as open
  from expectation e
  join organisation o on o.id = e.organisation_id
  join procurement_case c on c.id = e.case_id
  join participation p on p.id = e.participation_id
  left join meeting m on e.kind in ('TEXT_IN', 'DECISION_MADE')
    and m.id = case when e.occasion ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.occasion::uuid end`;

/** The expectations by id. One statement. */
export function contentsOf(work: Work, expectationIds: readonly string[]): Promise<Content[]> {
  if (expectationIds.length === 0) return Promise.resolve([]);
  return work.query<Content>(
    `${CONTENT} where e.region_id = $1 and e.id = any($2::uuid[])`,
    [work.regionId, expectationIds],
    'mail-contents',
  );
}

/** What is open and asked of these roles of an organisation, unless of somebody in particular, or of one person, soonest first. */
export function openContentsFor(
  work: Work,
  asked: { organisationId: string; roles: readonly RoleKind[]; personId: string },
): Promise<Content[]> {
  return work.query<Content>(
    `${CONTENT} where e.region_id = $1 and e.organisation_id = $2 and (e.person_id = $4 or (e.role = any($3::text[])
         and (e.person_id is null or not exists (select from role n where n.region_id = $1 and n.organisation_id = $2
           and n.person_id = e.person_id and n.active))))
       and e.fulfilled_at is null and e.withdrawn_at is null and ${CASE_ASKS} and m.cancelled_at is null
     order by e.due_on, c.title, e.kind, e.id limit 500`,
    [work.regionId, asked.organisationId, asked.roles, asked.personId],
    'open-contents-for',
  );
}

/** What is open of these participations, soonest first. One statement. */
export function openContentsOf(work: Work, participationIds: readonly string[]): Promise<Content[]> {
  if (participationIds.length === 0) return Promise.resolve([]);
  return work.query<Content>(
    `${CONTENT} where e.region_id = $1 and e.participation_id = any($2::uuid[])
       and e.fulfilled_at is null and e.withdrawn_at is null and ${CASE_ASKS} and m.cancelled_at is null
     order by e.due_on, e.kind, e.id`,
    [work.regionId, participationIds],
    'open-contents-of',
  );
}

/** How often somebody has been reminded of each of these. One statement. */
export async function remindersSent(work: Work, expectationIds: readonly string[]): Promise<Map<string, number>> {
  if (expectationIds.length === 0) return new Map();
  const rows = await work.query<{ expectationId: string; sent: number }>(
    `select r.expectation_id as "expectationId", count(*)::int as sent from reminder r join mail m on m.id = r.mail_id
     where r.region_id = $1 and r.expectation_id = any($2::uuid[]) and m.state = 'SENT' and m.kind in ('DIGEST', 'NOTICE') group by 1`,
    [work.regionId, expectationIds],
  );
  return new Map(rows.map(({ expectationId, sent }) => [expectationId, sent]));
}

/** Why it matters and who answers, by case. One statement. */
export async function casesOf(work: Work, caseIds: readonly string[]): Promise<Map<string, CaseContent>> {
  if (caseIds.length === 0) return new Map();
  const rows = await work.query<CaseContent>(
    `select c.id as "caseId", c.host_organisation_id as "hostOrganisationId", h.name as host, k.name as coordinator, n.anchored, n.of
     from procurement_case c
     join organisation h on h.id = c.host_organisation_id
     left join lateral (
       select p.name from acting_role() r join person p on p.id = r.person_id
       where r.region_id = $1 and r.organisation_id = c.host_organisation_id and r.kind = 'COORDINATOR' and r.active
       order by r.deputy_order, r.delegated_by nulls last, r.id limit 1
     ) k on true
     cross join lateral (
       select ${ANCHORED_OF_SQL} from participation p where p.case_id = c.id
     ) n
     where c.region_id = $1 and c.id = any($2::uuid[])`,
    [work.regionId, [...new Set(caseIds)]],
    'mail-cases',
  );
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** Where what is asked is answered: a question where the questions stand, everything else on the participation. */
export function answeredAt(
  publicUrl: string,
  content: { readonly kind: AskedItem['kind']; readonly caseId: string; readonly participationId: string },
): string {
  return content.kind === 'QUESTION' ? questionsUrl(publicUrl, content) : participationUrl(publicUrl, content);
}

/** Where the questions of a case stand. */
export function questionsUrl(publicUrl: string, { caseId }: { readonly caseId: string }): string {
  return `${publicUrl}/cases/${caseId}/questions`;
}

/** Where the participation is shown and answered: short, so that what is asked stands whole before it (U5). */
export function participationUrl(publicUrl: string, { participationId }: { readonly participationId: string }): string {
  return `${publicUrl}/participations/${participationId}`;
}

/** An expectation as the wording takes it. */
export function askedItem(content: Content, about: CaseContent | undefined, publicUrl: string): AskedItem {
  const { facts, kind, dueOn, municipality, caseTitle, subjectId } = content;
  return {
    kind,
    dueOn,
    municipality,
    caseTitle,
    subjectId,
    url: answeredAt(publicUrl, content),
    stepTitle: facts.stepTitle ?? null,
    bodyName: facts.bodyName ?? null,
    meetingOn: content.meetingOn ?? facts.meetingOn ?? null,
    ...('nextMeetingOn' in facts ? { nextMeetingOn: facts.nextMeetingOn } : {}),
    nextDecisionOn: facts.nextDecisionOn ?? null,
    askedBy: content.askedBy,
    anchored: about && about.of > 1 ? { anchored: about.anchored, of: about.of } : null,
  };
}

/** Who answers questions about the case. */
export function contactOf(about: CaseContent | undefined): Contact | null {
  return about?.coordinator ? { name: about.coordinator, organisation: about.host } : null;
}
