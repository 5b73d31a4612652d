import type { Work } from '@samanker/database';
import { verifyLog, type LogKeys } from '@samanker/decision-log';
import { entriesSeenSql, mayAudit, namesSeenSql } from './audit.permissions';
import { DecisionLogEntry, DecisionLogPage, DoneBy, type DecisionLogFilter } from './decision-log-entry.type';
import { DecisionLogVerification, LogCheckpoint } from './log-checkpoint.type';

/** The most entries of a page. */
export const LONGEST_PAGE = 200;

interface Row extends Omit<DecisionLogEntry, 'doneBy'> {
  readonly via: string | null;
  readonly by: string | null;
}

/**
 * What the subject of the entry `e` is called today, where every member of the region may know it: whoever may read the
 * entry may read this too. A draft is called by its name to nobody but its organisation (R28).
 */
const SUBJECT_NAME = `case e.said -> 'subject' ->> 'type'
    when 'AnchoringStep' then (select s.title from anchoring_step s where s.id = e."subjectId")
    when 'DecisionBody' then (select b.name from decision_body b where b.id = e."subjectId")
    when 'Meeting' then (select b.name from meeting m join decision_body b on b.id = m.body_id where m.id = e."subjectId")
    when 'Need' then (select n.title from need n where n.id = e."subjectId"
      and (n.state <> 'DRAFT' or n.organisation_id = $3::uuid))
  end as "subjectName"`;

const isName = (verb: string): boolean => /^\w{1,100}$/.test(verb);

/** A page of the log, the newest first, as far as the asker may read it (R28). One statement. */
export async function decisionLogPage(
  work: Work,
  filter: DecisionLogFilter,
  first: number,
  after: number | null,
): Promise<DecisionLogPage> {
  const most = Math.min(Math.max(first, 1), LONGEST_PAGE);
  const seen = entriesSeenSql(work.actor, 2);
  const rows = await work.query<Row>(
    `select e.number, e.at, e.verb, e.said -> 'subject' ->> 'type' as "subjectType", e."subjectId", e."caseId",
       e."organisationId", o.name as "organisationName", h.title as "caseTitle", ${SUBJECT_NAME}, e.said ->> 'via' as via, e.said ->> 'by' as by,
       case when ${namesSeenSql(2)} then p.name end as "personName", e.entry, e."previousHash", e.hash
     from (select l.seq as number, l.at, l.verb, l.subject_id as "subjectId", l.case_id as "caseId",
         l.organisation_id as "organisationId", l.entry, l.entry::json as said, encode(l.previous_hash, 'hex') as "previousHash",
         encode(l.hash, 'hex') as hash
       from decision_log l
       where l.region_id = $1 and ${seen.sql} and ($4::bigint is null or l.seq < $4)
         and ($5::uuid is null or l.case_id = $5) and ($6::uuid is null or l.organisation_id = $6)
         and ($7::uuid is null or l.subject_id = $7) and ($8::text is null or l.verb = $8)
         and ($12::text[] is null or l.verb = any($12))
         and ($9::timestamptz is null or l.at >= $9) and ($10::timestamptz is null or l.at < $10)
       order by l.seq desc limit $11) e
     left join organisation o on o.id = e."organisationId"
     left join procurement_case h on h.region_id = $1 and h.id = e."caseId"
     left join decision_log_commitment c on c.region_id = $1 and c.commitment = e.said ->> 'by'
     left join person p on p.id = c.person_id
     order by e.number desc`,
    [
      work.regionId,
      ...seen.parameters,
      after,
      filter.caseId ?? null,
      filter.organisationId ?? null,
      filter.subjectId ?? null,
      // A name that no verb can have finds nothing; the database takes no NUL to compare with.
      filter.verb == null ? null : isName(filter.verb) ? filter.verb : '',
      filter.from ?? null,
      filter.until ?? null,
      most + 1,
      filter.verbs?.filter(isName) ?? null,
    ],
  );
  const entries = rows
    .slice(0, most)
    .map(({ via, by, ...row }) =>
      Object.assign(new DecisionLogEntry(), row, { doneBy: doneBy(via, by), subjectType: row.subjectType ?? '' }),
    );
  const endCursor = rows.length > most ? (entries.at(-1)?.number ?? null) : null;
  return Object.assign(new DecisionLogPage(), { entries, endCursor });
}

function doneBy(via: string | null, by: string | null): DoneBy {
  if (by === null) return DoneBy.SERVICE;
  return via === 'MACHINE' ? DoneBy.PROGRAM : DoneBy.PERSON;
}

const CHECKPOINT = `select c.id, c.number, c.seq as entries, encode(c.head_hash, 'hex') as hash, c.daily, c.made_at as "madeAt",
    c.text, encode(c.signature, 'base64') as signature, c.key_id as "keyId", k.public_key as "publicKey"
  from decision_log_checkpoint c join decision_log_key k on k.region_id = c.region_id and k.key_id = c.key_id`;

/** The newest checkpoints of the region; none for those who do not audit. */
export async function logCheckpoints(work: Work, first: number): Promise<LogCheckpoint[]> {
  if (!mayAudit(work.actor, {})) return [];
  const rows = await work.query<object>(
    `${CHECKPOINT} where c.region_id = $1 order by c.number desc limit $2`,
    [work.regionId, Math.min(Math.max(first, 1), LONGEST_PAGE)],
    'log-checkpoints',
  );
  return rows.map((row) => Object.assign(new LogCheckpoint(), row));
}

/** These checkpoints, by id. */
export async function checkpointsByIds(work: Work, ids: readonly string[]): Promise<Map<string, LogCheckpoint>> {
  if (ids.length === 0) return new Map();
  const rows = await work.query<LogCheckpoint>(
    `${CHECKPOINT} where c.region_id = $1 and c.id = any($2::uuid[])`,
    [work.regionId, ids],
    'log-checkpoints-by-ids',
  );
  return new Map(rows.map((row) => [row.id, Object.assign(new LogCheckpoint(), row)]));
}

/** Which part of the log is to be followed, as it is asked for. */
export interface AskedPart {
  readonly after: number | null;
  readonly afterHash: string | null;
  readonly atMost: number | null;
}

/** The log followed, all of it or a part, for those who audit; null for others. */
export async function verifiedDecisionLog(
  work: Work,
  keys: LogKeys,
  { after, afterHash, atMost }: AskedPart,
): Promise<DecisionLogVerification | null> {
  if (!mayAudit(work.actor, {})) return null;
  const { fault, checkpointFault, ...verified } = await verifyLog(work, keys, {
    ...(after !== null && after > 0 ? { from: { seq: after, hash: afterHash ?? '' } } : {}),
    ...(atMost === null ? {} : { atMost: Math.max(atMost, 1) }),
  });
  return Object.assign(new DecisionLogVerification(), {
    ...verified,
    brokenEntry: fault?.seq ?? null,
    brokenSince: fault?.since ?? null,
    brokenCheckpoint: checkpointFault?.number ?? null,
    fault: fault?.fault ?? checkpointFault?.fault ?? null,
  });
}
