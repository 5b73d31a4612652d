import { randomBytes } from 'node:crypto';
import { aPerson, type Ground } from './organisation';

const REASONS = [
  { kind: 'UNIT', speaksFor: true, unitA: 'STK', unitB: 'STK' },
  { kind: 'TITLE', speaksFor: true, words: ['alarm'] },
];

/** A proposal to merge these needs, with the pair that speaks for it. */
export async function aProposal({ admin }: Ground, regionId: string, needIds: readonly string[]): Promise<string> {
  const [{ id }] = await admin.query(
    `insert into merge_proposal (region_id, fingerprint, score) values ($1, $2, 0.9) returning id`,
    [regionId, randomBytes(32).toString('hex')],
  );
  await admin.query(
    `insert into merge_proposal_need (region_id, proposal_id, need_id, need_version) select $1, $2, need, 1 from unnest($3::uuid[]) as need`,
    [regionId, id, needIds],
  );
  await admin.query(
    `insert into merge_proposal_pair (region_id, proposal_id, need_a, need_b, score, reasons) values ($1, $2, $3, $4, 0.9, $5)`,
    [regionId, id, needIds[0], needIds[1], JSON.stringify(REASONS)],
  );
  return id;
}

/** One that has become a case: with its terms, and what one of the two who accepted it was called. */
export async function anAcceptedProposal(
  ground: Ground,
  regionId: string,
  hostOrganisationId: string,
  needIds: readonly string[],
  caseId: string,
): Promise<string> {
  const id = await aProposal(ground, regionId, needIds);
  const item = { name: 'Alarm', unitCode: 'STK', cpvCode: '33195000', unitPrice: { amount: '10', vat: 'EXCLUDED' } };
  const terms = {
    hostOrganisationId,
    title: 'Felles',
    description: 'Felles anskaffelse',
    decisionDeadline: '2017-06-30',
    firstYear: 2018,
    years: 4,
    optionYears: 1,
    parts: [{ title: 'Del', items: [{ ...item, dutyToBuy: true, needIds }] }],
  };
  await ground.admin.query(
    `update merge_proposal set state = 'ACCEPTED', case_id = $2, closed_at = samanker_now(), reason = 'Like tjenester', terms = $3 where id = $1`,
    [id, caseId, JSON.stringify(terms)],
  );
  const { personId } = await aPerson(ground, regionId, { roles: ['SECRETARIAT'] });
  await ground.admin.query(
    'insert into merge_proposal_acceptance (region_id, proposal_id, person_id) values ($1, $2, $3)',
    [regionId, id, personId],
  );
  return id;
}
