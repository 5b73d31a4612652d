import { cpvCodesByCode, unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { needsByIds, type Need } from '@samanker/need';
import type { Language } from '@samanker/request';
import {
  MergeProposal,
  MergeProposalAcceptance,
  MergeProposalPair,
  OverlapReasonSaid,
  type MergeProposalState,
} from './merge-proposal.entity';
import { decidesSql } from './merge-proposal.permissions';
import { termsShown } from './merge-terms';
import type { NeedToMerge, Terms } from './merge-terms.rules';
import { reasonSentence, type Names } from './overlap-reason.texts';
import type { OverlapReason } from './overlap.rules';

const MOST_PROPOSALS = 200;
const PAIRS_IN_LIST = 20;
const PAIRS_OF_ONE = 500;

const PROPOSALS = `select p.id, p.region_id as "regionId", p.state, p.fingerprint, p.score::float8 as score,
    p.proposed_at as "proposedAt", p.reason, p.case_id as "caseId", p.closed_at as "closedAt", p.terms, p.version,
    array(select n.need_id from merge_proposal_need n where n.proposal_id = p.id) as "needIds",
    (select coalesce(json_agg(json_build_object('personId', a.person_id, 'personName', w.name, 'acceptedAt', a.accepted_at,
         'counts', ${decidesSql('a.person_id', 'p.region_id')})
       order by a.accepted_at, a.person_id), '[]')
     from merge_proposal_acceptance a join person w on w.id = a.person_id where a.proposal_id = p.id) as acceptances
  from merge_proposal p`;

type ProposalRow = Omit<MergeProposal, 'terms'> & { terms: Terms | null; needIds: string[] };
type PairRow = MergeProposalPair & { names: Record<string, { nb: string; nn: string; en: string }> };

/** The proposals of the region, the strongest first: three statements, whatever their number. */
export async function mergeProposals(work: Work, state: MergeProposalState | null): Promise<MergeProposal[]> {
  const rows = await work.query<ProposalRow>(
    `${PROPOSALS} where p.region_id = $1 and ($2::text is null or p.state = $2) order by p.score desc, p.id limit $3`,
    [work.regionId, state, MOST_PROPOSALS],
    'merge-proposals',
  );
  return proposalsOf(work, rows, PAIRS_IN_LIST);
}

/** One proposal, or null. */
export async function mergeProposalById(work: Work, id: string): Promise<MergeProposal | null> {
  const rows = await work.query<ProposalRow>(`${PROPOSALS} where p.id = $1`, [id], 'merge-proposal-by-id');
  return (await proposalsOf(work, rows, PAIRS_OF_ONE))[0] ?? null;
}

/** These proposals as somebody reads them in a language: for mail, which the service writes to several people. */
export async function mergeProposalsIn(
  work: Work,
  ids: readonly string[],
  language: Language,
): Promise<MergeProposal[]> {
  const rows = await work.query<ProposalRow>(`${PROPOSALS} where p.id = any($1::uuid[])`, [ids], 'merge-proposals-in');
  return proposalsOf(work, rows, PAIRS_IN_LIST, language);
}

async function proposalsOf(
  work: Work,
  rows: readonly ProposalRow[],
  mostPairs: number,
  language = work.actor.language,
): Promise<MergeProposal[]> {
  if (rows.length === 0) return [];
  const needs = new Map(
    (
      await needsByIds(
        work,
        rows.flatMap((row) => row.needIds),
      )
    ).map((need) => [need.id, need]),
  );
  const pairs = await pairsOf(
    work,
    rows.map((row) => row.id),
    mostPairs,
    language,
  );
  return rows.map(({ needIds, terms, ...row }) =>
    Object.assign(new MergeProposal(), row, {
      terms: terms && termsShown(terms),
      needs: needIds.flatMap((id) => needs.get(id) ?? []).sort(byOrganisation),
      pairs: pairs.filter((pair) => pair.proposalId === row.id),
      acceptances: row.acceptances.map((a) =>
        Object.assign(new MergeProposalAcceptance(), a, { acceptedAt: new Date(a.acceptedAt) }),
      ),
    }),
  );
}

function byOrganisation(a: Need, b: Need): number {
  return a.organisationName.localeCompare(b.organisationName, 'nb') || (a.id < b.id ? -1 : 1);
}

/** The strongest pairs of each proposal, with the names that their sentences need, in one statement. */
async function pairsOf(
  work: Work,
  proposalIds: readonly string[],
  most: number,
  language: Language,
): Promise<MergeProposalPair[]> {
  const rows = await work.query<PairRow>(
    `select r.proposal_id as "proposalId", r.need_a as "needA", r.need_b as "needB", r.score::float8 as score, r.reasons as parameters,
       (select coalesce(json_object_agg(code, names), '{}') from (
          select c.code, json_build_object('nb', c.name_nb, 'nn', c.name_nb, 'en', c.name_en) as names from cpv_code c
          where c.code in (select reason ->> key from jsonb_array_elements(r.reasons) reason, unnest(array['codeA', 'codeB']) key)
          union all
          select u.code, json_build_object('nb', u.name_nb, 'nn', u.name_nn, 'en', u.name_en) from unit u
          where u.code in (select reason ->> key from jsonb_array_elements(r.reasons) reason, unnest(array['unitA', 'unitB']) key)
        ) known) as names
     from (select p.*, row_number() over (partition by proposal_id order by score desc, need_a, need_b) as place
           from merge_proposal_pair p where proposal_id = any($1::uuid[])) r
     where r.place <= $2 order by r.proposal_id, r.place`,
    [proposalIds, most],
    'merge-proposal-pairs',
  );
  return rows.map(({ names, ...row }) =>
    Object.assign(new MergeProposalPair(), row, {
      reasons: row.parameters.map((reason) => said(reason, language, names)),
    }),
  );
}

function said(reason: OverlapReason, language: Language, known: PairRow['names']): OverlapReasonSaid {
  const nameOf = (code: string): string =>
    known[code]?.[language === 'NN' ? 'nn' : language === 'EN' ? 'en' : 'nb'] ?? code;
  const names: Names = { cpv: nameOf, unit: nameOf };
  return Object.assign(new OverlapReasonSaid(), {
    kind: reason.kind,
    speaksFor: reason.speaksFor,
    sentence: reasonSentence(reason, language, names),
  });
}

/** The needs with the units that the terms are worked out with. */
export async function needsToMerge(work: Work, needs: readonly Need[]): Promise<NeedToMerge[]> {
  const units = await unitsByCode(
    work,
    needs.map((need) => need.unitCode),
  );
  return needs.map(({ id, organisationId, cpvCodes, quantity, unitCode, wantedFrom, wantedTo }) => {
    return { id, organisationId, cpvCodes, quantity, unit: units.get(unitCode)!, wantedFrom, wantedTo };
  });
}

/** Names of CPV codes for the suggested parts: in Norwegian, as the documents of the case are. */
export async function cpvNamesOf(work: Work, needs: readonly Need[]): Promise<(code: string) => string> {
  const codes = await cpvCodesByCode(
    work,
    needs.flatMap((need) => need.cpvCodes),
  );
  return (code) => codes.get(code)?.nameNb ?? code;
}
