import type { Work } from '@samanker/database';
import {
  CHAIN_START,
  ChainVerifier,
  hashOf,
  isFiledRightly,
  type ChainedEntry,
  type ChainEnd,
  type ChainFault,
  type Filing,
} from './chain.rules';

const AT_A_TIME = 5_000;

/** How far a chain was followed, and what stopped it. */
export interface Followed {
  readonly end: ChainEnd;
  readonly fault: ChainFault | null;
}

/** Where the region's chain ends now, by its own account. */
export async function headOf(work: Work): Promise<ChainEnd> {
  const head = await work.one<ChainEnd>(
    `select seq, encode(hash, 'hex') as hash from decision_log_head where region_id = $1`,
    [work.regionId],
  );
  return head ?? CHAIN_START;
}

/**
 * Follows the chain from a place that is known to the end that it claims, and stops at the first entry that is not what
 * it was. `stated` are hashes known from elsewhere, by their number. A page is one text, because a million rows cost more
 * than their hashes; only where something does not fit is it read again entry by entry, to name what.
 */
export async function followChain(
  work: Work,
  {
    from = CHAIN_START,
    to,
    stated = new Map(),
    agreed: agreedBefore = from.seq,
  }: {
    from?: ChainEnd;
    /** Without a hash it is a place on the way, of which nobody claims anything. */
    to: { readonly seq: number; readonly hash: string | null };
    stated?: ReadonlyMap<number, string>;
    /** The last entry up to `from` whose hash is known from elsewhere. */
    agreed?: number;
  },
): Promise<Followed> {
  let at = from;
  let agreed = agreedBefore;
  let next = pageOf(work, at.seq, to.seq);
  while (at.seq < to.seq) {
    const page = await next;
    const upTo = Math.min(at.seq + AT_A_TIME, to.seq);
    if (upTo < to.seq) next = pageOf(work, upTo, to.seq);
    const followed = page === null ? null : followPage(page, at, upTo, stated);
    if (followed) {
      for (const seq of followed.stated) agreed = seq;
      at = followed.end;
      continue;
    }
    await next.catch(() => undefined);
    return nameFault(work, at, upTo, stated, agreed);
  }
  return { end: at, fault: to.hash === null || at.hash === to.hash ? null : { seq: at.seq, fault: 'CHANGED' } };
}

/** hash, previous hash, verb, subject, case, organisation, time, entry: tabs stand between them, line ends behind. */
async function pageOf(work: Work, after: number, end: number): Promise<string | null> {
  const row = await work.one<{ page: string | null }>(
    `select string_agg(line, chr(10)) as page from (
       select encode(hash, 'hex') || chr(9) || encode(previous_hash, 'hex') || chr(9) || verb || chr(9) ||
         coalesce(subject_id::text, '') || chr(9) || coalesce(case_id::text, '') || chr(9) ||
         coalesce(organisation_id::text, '') || chr(9) || (date_part('epoch', at) * 1000)::bigint || chr(9) || entry as line
       from decision_log where region_id = $1 and seq > $2 and seq <= least($2::bigint + ${AT_A_TIME}, $3::bigint)
       order by seq) as lines`,
    [work.regionId, after, end],
    'decision-log-page',
  );
  return row?.page ?? null;
}

function followPage(
  page: string,
  from: ChainEnd,
  upTo: number,
  stated: ReadonlyMap<number, string>,
): { end: ChainEnd; stated: number[] } | null {
  const lines = page.split('\n');
  if (lines.length !== upTo - from.seq) return null;
  let { seq, hash: previous } = from;
  const met: number[] = [];
  for (const line of lines) {
    seq++;
    const { hash, previousHash, entry, filing } = fieldsOf(line);
    if (previousHash !== previous || hashOf(previous, seq, entry) !== hash || !isFiledRightly(entry, filing))
      return null;
    const known = stated.get(seq);
    if (known !== undefined) {
      if (known !== hash) return null;
      met.push(seq);
    }
    previous = hash;
  }
  return { end: { seq, hash: previous }, stated: met };
}

/** Digits of a SHA-256. */
const HASH = 64;

function fieldsOf(line: string): { hash: string; previousHash: string; entry: string; filing: Filing } {
  let begins = 2 * HASH + 2;
  const field = (): string => {
    const ends = line.indexOf('\t', begins);
    const text = line.slice(begins, ends);
    begins = ends + 1;
    return text;
  };
  const filing = {
    verb: field(),
    subjectId: field() || null,
    caseId: field() || null,
    organisationId: field() || null,
    at: Number(field()),
  };
  return {
    hash: line.slice(0, HASH),
    previousHash: line.slice(HASH + 1, 2 * HASH + 1),
    entry: line.slice(begins),
    filing,
  };
}

async function nameFault(
  work: Work,
  from: ChainEnd,
  upTo: number,
  stated: ReadonlyMap<number, string>,
  agreedBefore: number,
): Promise<Followed> {
  const rows = await work.query<ChainedEntry & Filing>(
    `select seq, entry, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash, verb,
       subject_id as "subjectId", case_id as "caseId", organisation_id as "organisationId", (date_part('epoch', at) * 1000)::bigint as at
     from decision_log where region_id = $1 and seq > $2 and seq <= $3 order by seq`,
    [work.regionId, from.seq, upTo],
  );
  const verifier = new ChainVerifier(from);
  let agreed = agreedBefore;
  for (const row of rows) {
    const end = verifier.head;
    const known = stated.get(row.seq);
    const fault = verifier.next(row);
    if (fault) return { end, fault };
    if (known !== undefined && known !== row.hash)
      return { end, fault: { seq: row.seq, fault: 'REWRITTEN', since: agreed + 1 } };
    if (known !== undefined) agreed = row.seq;
    if (!isFiledRightly(row.entry, row)) return { end, fault: { seq: row.seq, fault: 'MISFILED' } };
  }
  // Every row is good, and there are too few of them: the last are gone.
  return { end: verifier.head, fault: { seq: verifier.head.seq + 1, fault: 'MISSING_OR_MOVED' } };
}
