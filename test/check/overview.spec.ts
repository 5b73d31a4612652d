import Decimal from 'decimal.js';
import { Transactions } from '@samanker/database';
import { commitmentOf, type Choice, type ParticipationState } from '@samanker/participation';
import { aggregateVolumes } from '@samanker/volume';
import { aNeed } from '../builders/need';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REGION = `{ regionOverview { regionName today needs
  cases { caseId title stage hostName municipalities anchored noAnswer gone late cannotMakeIt overdue lastFinishOn needs
    minimumValue expectedValue maximumValue }
  municipalities { organisationId municipalityNumber cases anchored late cannotMakeIt overdue needs } } }`;
const OWN = `query ($id: UUID!) { organisationCases(organisationId: $id) { organisationName today
  cases { caseId hosts participationId state status municipalities anchored stepTitle stepState stepOn role responsibleName
    awaited dueOn overdue volumesDeclared lines expectedValue maximumValue } } }`;
const TODAY = '2016-11-16';
const STATES: ParticipationState[] = [
  'INVITED',
  'ANCHORING',
  'ANCHORED',
  'ANCHORED',
  'DECLINED',
  'REANCHOR_REQUIRED',
  'WITHDRAWN',
] as ParticipationState[];
const STATUSES = ['ON_TRACK', 'AT_RISK', 'LATE', 'CANNOT_MAKE_IT', null];
const CHOICES: (Choice | null)[] = ['FIRM', 'OPTION', null, 'OUT'] as (Choice | null)[];

interface Row {
  case_id: string;
  participation_id: string;
  organisation_id: string;
  state: ParticipationState;
  planning_status: string | null;
  planned_finish_on: string | null;
  due_on: string | null;
  /** Its meeting was yesterday, and nobody has recorded what it decided. */
  met: boolean;
}

interface ValueLine {
  case_id: string;
  participation_id: string;
  item_id: string;
  year: number;
  duty: boolean;
  state: ParticipationState;
  choice: Choice | null;
  expected: string;
  maximum: string | null;
  price: string | null;
}

describe('several cases seen together', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let cases: BuiltCase[];
  let organisations: string[];
  let client: Client;
  let foreigner: Client;

  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: `${TODAY}T09:00+01:00` });
    regionId = await aRegion(env);
    organisations = [];
    for (let at = 0; at < 9; at++)
      organisations.push(await anOrganisation(env, regionId, { name: `Kommune nr. ${at}`, number: `09${10 + at}` }));
    cases = [];
    for (const [at, stage] of (['INVITED', 'PAUSED', 'CANCELLED'] as const).entries())
      cases.push(
        await aCase(env, {
          regionId,
          stage,
          title: `Sak ${at}`,
          hostOrganisationId: organisations[at],
          decisionDeadline: `2017-0${9 - at}-01`,
        }),
      );
    for (const [of, built] of cases.entries())
      for (const [at, organisationId] of organisations.entries()) {
        if ((at + of) % 4 === 3) continue;
        const state = STATES[(at + of) % STATES.length]!;
        const choices = [CHOICES[(at + of) % 4]!, CHOICES[(at + 2 * of) % 4]!];
        const one = await aParticipation(env, { case: built, organisationId, state, choices });
        await env.admin.query(`update participation set planning_status = $2, planned_finish_on = $3 where id = $1`, [
          one.participationId,
          STATUSES[(at + of) % 5],
          at % 5 === 4 ? null : `2017-0${1 + (at % 6)}-1${of}`,
        ]);
        for (const [number, itemId] of built.parts.flatMap(({ itemIds }) => itemIds).entries())
          for (const year of (number + at) % 3 === 0 ? [] : (number + of) % 2 ? [2017, 2021] : [2017, 2020])
            await aLine(env, one, {
              itemId,
              year,
              expected: `${at + 1}.5`,
              maximum: at % 2 ? `${at + 3}.25` : null,
              unitPrice: (number + of) % 4 === 3 ? null : `${100 * (of + 1)}.33`,
            });
        for (const due of at % 3 === 0 ? ['2016-11-15', '2016-12-01'] : at % 3 === 1 ? ['2016-11-16'] : [])
          await env.admin.query(
            `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on)
             values ($1, 'VOLUMES', $2, $3, $3, $4, $5::text, 'COORDINATOR', $5::date)`,
            [regionId, built.caseId, one.participationId, organisationId, due],
          );
      }
    for (const [at, state] of (['DECLARED', 'DECLARED', 'DRAFT', 'IN_CASE', 'WITHDRAWN', 'IN_CASE'] as const).entries())
      await aNeed(env, regionId, organisations[at % 4]!, {
        state,
        caseId: state === 'IN_CASE' ? cases[0]!.caseId : null,
      });
    await env.admin.query('update volume_item set duty_to_buy = number % 2 = 1');
    await env.admin.query(
      `with met as (select id, organisation_id from participation where region_id = $1 and planning_status = 'LATE'
           and state not in ('DECLINED', 'WITHDRAWN') order by case_id, id limit 1),
         b as (insert into decision_body (region_id, organisation_id, name, kind)
           select $1, organisation_id, 'Formannskapet', 'EXECUTIVE_COMMITTEE' from met returning id),
         m as (insert into meeting (region_id, body_id, external_id, date) select $1, id, 'held', '2016-11-15' from b returning id)
       insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, body_id, state, meeting_id)
       select $1, met.id, 1, 1, 'POLITICAL', 'RECOMMENDING', 'Formannskapet', 'RECORDER', b.id, 'SUBMITTED', m.id from met, b, m`,
      [regionId],
    );
    // The worker's sums of one case are kept: the values are those of its lines all the same.
    await env.api.get(Transactions).asService(regionId, 'test', (work) => aggregateVolumes(work, cases[0]!.caseId));
    client = await env.as(await aPerson(env, regionId, { organisationId: organisations[5]!, roles: ['READER'] }));
    const elsewhere = await aRegion(env);
    foreigner = await env.as(
      await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere), roles: ['COORDINATOR'] }),
    );
  });
  afterAll(() => env?.stop());

  const rows = (): Promise<Row[]> =>
    env.admin.query(
      `select p.case_id, p.id as participation_id, p.organisation_id, p.state, p.planning_status, p.planned_finish_on::text,
         (select min(due_on)::text from expectation e where e.participation_id = p.id) as due_on,
         exists (select from anchoring_step s where s.participation_id = p.id) as met
       from participation p where p.region_id = $1`,
      [regionId],
    );
  const gone = ({ state }: Row): boolean => state === 'DECLINED' || state === 'WITHDRAWN';
  const late = ({ due_on: due }: Row): boolean => due !== null && due < TODAY;

  /** Line by line, as the merged-demand report has it (R21, R22, R26); four years and two that extend them. */
  async function valuesOf(where: (line: { case_id: string; participation_id: string }) => boolean) {
    const all: ValueLine[] = await env.admin.query(
      `select p.case_id, p.id as participation_id, l.item_id, l.year, i.duty_to_buy as duty, p.state, h.choice, l.expected::text,
         l.maximum::text, coalesce(l.unit_price, i.unit_price)::text as price
       from volume_line l join participation p on p.id = l.participation_id join volume_item i on i.id = l.item_id
       left join part_choice h on h.participation_id = p.id and h.part_id = i.part_id where p.region_id = $1`,
      [regionId],
    );
    const sums = { lines: 0, minimum: new Decimal(0), expected: new Decimal(0), maximum: new Decimal(0) };
    for (const line of all.filter(where)) {
      const commitment = commitmentOf(line.state, line.choice);
      if (commitment === null) continue;
      sums.lines++;
      const { price } = line;
      if (price === null || line.choice === null) continue;
      const value = (quantity: string): Decimal =>
        new Decimal(quantity).times(price).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      if (line.choice === 'FIRM' && line.year <= 2020) {
        sums.expected = sums.expected.plus(value(line.expected));
        if (commitment === 'COMMITTED' && line.duty) sums.minimum = sums.minimum.plus(value(line.expected));
      }
      const declared = all
        .filter((one) => one.participation_id === line.participation_id && one.item_id === line.item_id)
        .map((one) => one.year);
      // A year of an extension that nobody declared is as the last one that was declared.
      const carried = [2021, 2022].filter((year) => line.year === Math.max(...declared) && year > line.year);
      sums.maximum = sums.maximum.plus(value(line.maximum ?? line.expected).times(1 + carried.length));
    }
    return {
      lines: sums.lines,
      minimum: sums.minimum.toFixed(2),
      expected: sums.expected.toFixed(2),
      maximum: sums.maximum.toFixed(2),
    };
  }

  it('the region’s cases: every figure is that of its rows, every value that of its report; who has met is not late', async () => {
    const { regionOverview } = await client.query(REGION, {});
    expect(regionOverview).toMatchObject({ regionName: 'Agder', today: TODAY, needs: 2 });
    expect(regionOverview.cases.map(({ title }: { title: string }) => title)).toEqual(['Sak 2', 'Sak 1', 'Sak 0']);
    const all = await rows();
    for (const shown of regionOverview.cases) {
      const of = all.filter((row) => row.case_id === shown.caseId);
      const here = of.filter((row) => !gone(row));
      const value = await valuesOf((line) => line.case_id === shown.caseId);
      expect(shown).toMatchObject({
        municipalities: here.length,
        anchored: of.filter(({ state }) => state === 'ANCHORED').length,
        noAnswer: of.filter(({ state }) => state === 'INVITED').length,
        gone: of.length - here.length,
        late: here.filter((row) => row.planning_status === 'LATE' && !row.met).length,
        cannotMakeIt: here.filter((row) => row.planning_status === 'CANNOT_MAKE_IT').length,
        overdue: here.filter(late).length,
        lastFinishOn: here
          .flatMap((row) => row.planned_finish_on ?? [])
          .sort()
          .at(-1),
        needs: shown.caseId === cases[0]!.caseId ? 2 : 0,
        minimumValue: value.minimum,
        expectedValue: value.expected,
        maximumValue: value.maximum,
      });
      for (const one of [value.expected, value.maximum]) expect(one).not.toBe('0.00');
    }
    expect(all.filter(({ met }) => met)).toHaveLength(1);
    expect(regionOverview.cases.map((one: { minimumValue: string }) => one.minimumValue)).not.toEqual(
      Array.from({ length: 3 }, () => '0.00'),
    );
  });

  it('its members over all cases; a cancelled one counts in nothing, nor a draft', async () => {
    const { regionOverview } = await client.query(REGION, {});
    const running = (await rows()).filter((row) => !gone(row) && row.case_id !== cases[2]!.caseId);
    expect(regionOverview.municipalities).toHaveLength(organisations.length);
    for (const shown of regionOverview.municipalities) {
      const of = running.filter((row) => row.organisation_id === shown.organisationId);
      expect(shown).toMatchObject({
        municipalityNumber: `09${10 + organisations.indexOf(shown.organisationId)}`,
        cases: of.length,
        anchored: of.filter(({ state }) => state === 'ANCHORED').length,
        late: of.filter((row) => row.planning_status === 'LATE' && !row.met).length,
        cannotMakeIt: of.filter((row) => row.planning_status === 'CANNOT_MAKE_IT').length,
        overdue: of.filter(late).length,
        needs: organisations.indexOf(shown.organisationId) < 2 ? 1 : 0,
      });
    }
  });

  it('all cases of one organisation, those that it only hosts too, soonest first', async () => {
    const all = await rows();
    for (const [at, id] of organisations.entries()) {
      const { organisationCases } = await client.query(OWN, { id });
      expect(organisationCases).toMatchObject({ organisationName: `Kommune nr. ${at}`, today: TODAY });
      const of = all.filter((row) => row.organisation_id === id);
      const hosted = cases.filter(({ hostOrganisationId }) => hostOrganisationId === id).map(({ caseId }) => caseId);
      expect(organisationCases.cases.map((one: { caseId: string }) => one.caseId).sort()).toEqual(
        [...new Set([...of.map((row) => row.case_id), ...hosted])].sort(),
      );
      const dues = organisationCases.cases.map((one: { dueOn: string | null }) => one.dueOn ?? '9');
      expect(dues).toEqual([...dues].sort());
      for (const shown of organisationCases.cases) {
        const row = of.find(({ case_id: caseId }) => caseId === shown.caseId);
        const value = await valuesOf((line) => line.participation_id === row?.participation_id);
        expect(shown).toMatchObject({
          hosts: hosted.includes(shown.caseId),
          participationId: row?.participation_id ?? null,
          state: row?.state ?? null,
          status: row?.planning_status ?? null,
          municipalities: all.filter((one) => one.case_id === shown.caseId && !gone(one)).length,
          awaited: row?.due_on ? 'VOLUMES' : null,
          dueOn: row?.due_on ?? null,
          overdue: row ? late(row) : false,
          lines: value.lines,
          expectedValue: value.expected,
          maximumValue: value.maximum,
        });
      }
    }
  });

  it('another region is told nothing of either (R30)', async () => {
    const { organisationCases } = await foreigner.query(OWN, { id: organisations[0] });
    expect(organisationCases).toBeNull();
    const { regionOverview } = await foreigner.query(REGION, {});
    expect(regionOverview).toMatchObject({ needs: 0, cases: [] });
    expect(regionOverview.municipalities).toHaveLength(1);
  });

  it('each is one statement, whatever its length', async () => {
    const { organisationCases, regionOverview } = await import('@samanker/anchoring');
    await env.api.get(Transactions).asService(regionId, 'test', async (work) => {
      const query = jest.spyOn(work, 'query');
      await regionOverview(work);
      expect(query).toHaveBeenCalledTimes(1);
      await organisationCases(work, organisations[0]!);
      expect(query).toHaveBeenCalledTimes(2);
    });
  });
});
