import type { Transactions } from '@samanker/database';
import { expect as awaitIt, type Expected } from '@samanker/expectation';
import { anOrganisation, aRegion, type Ground } from './organisation';

/** A case with its host, and one municipality that has been asked. */
export interface AskedMunicipality {
  readonly regionId: string;
  readonly hostId: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly participationId: string;
}

interface Wishes {
  regionId?: string;
  hostId?: string;
  caseId?: string;
  caseTitle?: string;
  name?: string;
  language?: string;
  officialAddress?: string | null;
}

/** A municipality that takes part in a case; what is not given is made. Nothing is awaited of it yet. */
export async function anAskedMunicipality(
  ground: Ground,
  {
    regionId,
    hostId,
    caseId,
    caseTitle = 'Felles responssenter',
    name = 'Åmli',
    language = 'NB',
    officialAddress,
  }: Wishes = {},
): Promise<AskedMunicipality> {
  const region = regionId ?? (await aRegion(ground));
  const host = hostId ?? (await anOrganisation(ground, region, { name: 'Kristiansand' }));
  const organisationId = await anOrganisation(ground, region, {
    name,
    language,
    ...(officialAddress === undefined ? {} : { officialAddress }),
  });
  const [made] = caseId
    ? [{ id: caseId }]
    : await ground.admin.query(
        `insert into procurement_case (region_id, host_organisation_id, title, stage, opened_on, decision_deadline, first_year, years)
         values ($1, $2, $3, 'INVITED', '2016-01-04', '2017-06-30', 2017, 4) returning id`,
        [region, host, caseTitle],
      );
  const [participation] = await ground.admin.query(
    `insert into participation (region_id, case_id, organisation_id, state, invited_at) values ($1, $2, $3, 'ANCHORING', samanker_now()) returning id`,
    [region, made.id, organisationId],
  );
  return { regionId: region, hostId: host, caseId: made.id, organisationId, participationId: participation.id };
}

/** Awaits something of the municipality; answers the subject's id. */
export async function anExpectation(
  transactions: Transactions,
  { regionId, caseId, participationId, organisationId }: AskedMunicipality,
  expected: Pick<Expected, 'kind' | 'dueOn'> & Partial<Expected>,
): Promise<string> {
  const subjectId = expected.subjectId ?? participationId;
  await transactions.asService(regionId, 'test', (work) =>
    awaitIt(work, {
      caseId,
      participationId,
      organisationId,
      occasion: 'once',
      role: 'COORDINATOR',
      facts: { caseTitle: 'Felles responssenter', stepTitle: 'Kommunestyret', bodyName: 'kommunestyret' },
      ...expected,
      subjectId,
    }),
  );
  return subjectId;
}
