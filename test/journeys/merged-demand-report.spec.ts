import { createHash } from 'node:crypto';
import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { aParticipation } from '../builders/participation';
import { aLine } from '../builders/volume';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const LIVE = `query ($caseId: UUID!) { mergedDemandReport(caseId: $caseId) {
  sha256 equalsLatestFrozen latestFrozen { number sha256 }
  content { title figuresOrigin host { name organisationNumber }
    parts { title firm firmAnchored option out unanswered values { minimum expected maximum } }
    participants { name anchored choices { choice } values { maximum } }
    items { name maximumQuantity } totals { year commitment expected maximum expectedValue organisations extension }
    lines { expected year choice carriedForward } values { minimum expected maximum }
    threshold { class verified noticeOn findings { contractKind value class reached { kind amount } next { amount } } }
    timeLine { date event anchored } missing { gap organisationId sentence } } } }`;
const OVERVIEWS = `query ($organisationId: UUID!) {
  regionOverview { cases { caseId minimumValue expectedValue maximumValue } }
  organisationCases(organisationId: $organisationId) { cases { expectedValue maximumValue } } }`;
const FREEZE = `mutation ($input: FreezeMergedDemandReportInput!) { freezeMergedDemandReport(input: $input) {
  __typename ... on MergedDemandReport { id number sha256 canonicalContent content { values { maximum } } } ... on UserError { code message } } }`;

describe('the merged-demand report', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-12-01T10:00+01:00' });
  });
  afterAll(() => env.stop());

  async function aCaseWithThree() {
    const built = await aCase(env, { years: 2, optionYears: 1 });
    const [alarm, , connection] = built.parts.flatMap((part) => part.itemIds) as [string, string, string];
    await env.admin.query('update volume_item set duty_to_buy = true where id = $1', [alarm]);
    const arendal = await anAnchoredMunicipality(env, { case: built, name: 'Arendal' });
    const åmli = await anAnchoredMunicipality(env, { case: built, name: 'Åmli', choices: ['OPTION', 'OUT'] });
    const valle = await aParticipation(env, { case: built, name: 'Valle' });
    await aLine(env, arendal, { itemId: alarm, year: 2017, expected: '100', maximum: '120' });
    await aLine(env, arendal, { itemId: alarm, year: 2018, expected: '80.5' });
    await aLine(env, arendal, { itemId: connection, year: 2017, expected: '100' });
    await aLine(env, åmli, { itemId: alarm, year: 2018, expected: '10', unitPrice: '2000.00' });
    await aLine(env, åmli, { itemId: connection, year: 2018, expected: '10' });
    const client = await env.as(built.coordinator);
    return { built, alarm, connection, arendal, åmli, valle, client };
  }

  it('R22, R26: says who takes part, how much, worth how much, over which threshold, and what is missing', async () => {
    const { built, client, valle, arendal, åmli } = await aCaseWithThree();
    const { mergedDemandReport: live } = await client.query(LIVE, { caseId: built.caseId });
    const { content } = live;
    expect(content.host).toMatchObject({ name: 'Kristiansand' });
    expect(content.parts[0]).toMatchObject({ firm: 1, firmAnchored: 1, option: 1, out: 0, unanswered: 1 });
    expect(content.parts[1]).toMatchObject({ firm: 1, option: 0, out: 1, unanswered: 1 });
    // By hand. Bound: Arendal's alarms, 180.5 at 2500 = 451 250. Expected: with 100 connections at 1200 = 571 250.
    // At most: alarms 120 + 80.5 + 80.5 carried into 2019 = 281 at 2500 = 702 500; connections 100 + 100 carried = 240 000;
    // Åmli's option: 10 + 10 carried at 2000 = 40 000. In all 982 500.
    expect(content.values).toEqual({ minimum: '451250.00', expected: '571250.00', maximum: '982500.00' });
    // The overviews say the same: of the region's cases, and of what is each municipality's own.
    const values = { minimumValue: '451250.00', expectedValue: '571250.00', maximumValue: '982500.00' };
    for (const [{ organisationId }, own] of [
      [arendal, { expectedValue: '571250.00', maximumValue: '942500.00' }],
      [åmli, { expectedValue: '0.00', maximumValue: '40000.00' }],
    ] as const) {
      const { regionOverview, organisationCases } = await client.query(OVERVIEWS, { organisationId });
      expect(regionOverview.cases).toEqual([{ caseId: built.caseId, ...values }]);
      expect(organisationCases.cases).toEqual([own]);
    }
    expect(content.items[0]).toEqual({ name: 'Trygghetsalarm', maximumQuantity: '301' });
    const sumOfLines = content.lines
      .filter((one: { year: number }) => one.year === 2018)
      .reduce((sum: number, one: { expected: string }) => sum + Number(one.expected), 0);
    const sumOfTotals = content.totals
      .filter((one: { year: number }) => one.year === 2018)
      .reduce((sum: number, one: { expected: string }) => sum + Number(one.expected), 0);
    expect([sumOfLines, sumOfTotals]).toEqual([90.5, 90.5]);
    // Goods 742 500 is over the national 500 000 of 2016 and under 1 750 000; the connections are special services.
    expect(content.threshold).toMatchObject({ class: 'PART_II', noticeOn: '2016-12-15' });
    expect(content.threshold.findings).toContainEqual(
      expect.objectContaining({
        contractKind: 'GOODS_AND_SERVICES',
        value: '742500.00',
        reached: { kind: 'NATIONAL', amount: '500000.00' },
        next: { amount: '1750000.00' },
      }),
    );
    expect(
      content.timeLine.map(
        (one: { event: string; date: string; anchored: number }) => `${one.date} ${one.event} ${one.anchored}`,
      ),
    ).toEqual([
      '2016-01-15 OPENED 0',
      '2016-01-28 ANCHORED 1',
      '2016-01-28 ANCHORED 2',
      '2016-12-15 DECISION_DEADLINE 2',
      '2017-01-01 TERM_STARTS 2',
      '2018-12-31 TERM_ENDS 2',
      '2019-12-31 EXTENSIONS_END 2',
    ]);
    expect(
      content.missing
        .filter((one: { organisationId: string }) => one.organisationId === valle.organisationId)
        .map((one: { gap: string }) => one.gap),
    ).toEqual(['NO_ANSWER', 'NO_ANSWER']);
    expect(live).toMatchObject({ equalsLatestFrozen: false, latestFrozen: null });
  });

  it('R22: freezing keeps a numbered version with the hash of its bytes; the same data again is the same version', async () => {
    const { built, client, arendal, alarm } = await aCaseWithThree();
    const { freezeMergedDemandReport: first } = await client.mutate(FREEZE, { input: { caseId: built.caseId } });
    expect(first).toMatchObject({
      __typename: 'MergedDemandReport',
      number: 1,
      content: { values: { maximum: '982500.00' } },
    });
    expect(createHash('sha256').update(first.canonicalContent, 'utf8').digest('hex')).toBe(first.sha256);
    await env.setClock('2016-12-02T10:00+01:00');
    const { freezeMergedDemandReport: again } = await client.mutate(FREEZE, { input: { caseId: built.caseId } });
    expect([again.id, again.number, again.sha256]).toEqual([first.id, 1, first.sha256]);
    expect((await client.query(LIVE, { caseId: built.caseId })).mergedDemandReport).toMatchObject({
      equalsLatestFrozen: true,
      sha256: first.sha256,
    });

    await env.admin.query(
      'update volume_line set expected = 81 where participation_id = $1 and item_id = $2 and year = 2018',
      [arendal.participationId, alarm],
    );
    expect((await client.query(LIVE, { caseId: built.caseId })).mergedDemandReport).toMatchObject({
      equalsLatestFrozen: false,
      latestFrozen: { number: 1 },
    });
    const { freezeMergedDemandReport: second } = await client.mutate(FREEZE, { input: { caseId: built.caseId } });
    expect(second.number).toBe(2);

    const { frozenReports, frozenReport } = await client.query(
      'query ($caseId: UUID!, $id: UUID!) { frozenReports(caseId: $caseId) { number sha256 } frozenReport(id: $id) { number sha256 content { values { maximum } missing { gap sentence } } } }',
      { caseId: built.caseId, id: first.id },
    );
    expect(frozenReports.map((one: { number: number }) => one.number)).toEqual([2, 1]);
    expect(frozenReport).toMatchObject({
      number: 1,
      sha256: first.sha256,
      content: { values: { maximum: '982500.00' } },
    });
    expect(frozenReport.content.missing).toContainEqual({
      gap: 'NO_ANSWER',
      sentence: 'Kommunen har ikke svart for denne delen.',
    });

    const differing = async (toVersion?: number) =>
      (
        await client.query(
          'query ($caseId: UUID!, $toVersion: Int) { reportDifferences(caseId: $caseId, fromVersion: 1, toVersion: $toVersion) { from { number sha256 frozenAt } to { number frozenAt } differences { kind sentence before after change } } }',
          { caseId: built.caseId, toVersion },
        )
      ).reportDifferences;
    const against = await differing(2);
    expect(against).toMatchObject({ from: { number: 1, sha256: first.sha256 }, to: { number: 2 } });
    expect(
      against.differences.map(({ kind, change }: { kind: string; change: string }) => [kind, change]),
    ).toContainEqual(['QUANTITY_CHANGED', '0.5']);
    expect(await differing()).toMatchObject({ to: { number: null, frozenAt: null }, differences: against.differences });
    expect((await differing(1)).differences).toEqual([]);
    expect(await differing(7)).toBeNull();
  });

  it('R22: the application cannot change or delete a frozen version', async () => {
    const [{ rights }] = await env.admin.query(
      `select array_agg(privilege_type::text order by privilege_type) as rights from information_schema.role_table_grants
       where table_name = 'merged_demand_report' and grantee = 'samanker_app'`,
    );
    expect(rights).toEqual(['INSERT', 'SELECT']);
  });

  it('freezes once when twenty click at the same time', async () => {
    const { built, client } = await aCaseWithThree();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.mutate(FREEZE, { input: { caseId: built.caseId } })),
    );
    expect(new Set(answers.map(({ freezeMergedDemandReport }) => freezeMergedDemandReport.id)).size).toBe(1);
    const [{ count }] = await env.admin.query(
      `select count(*)::int as count from decision_log where case_id = $1 and entry like '%freezeMergedDemandReport%'`,
      [built.caseId],
    );
    expect(count).toBe(1);
  });

  it('R28, R30: only the host’s coordinator and the secretariat freeze; another region sees no case at all', async () => {
    const { built, arendal } = await aCaseWithThree();
    const member = await env.as(arendal.person);
    expect((await member.query(LIVE, { caseId: built.caseId })).mergedDemandReport).not.toBeNull();
    expect((await member.mutate(FREEZE, { input: { caseId: built.caseId } })).freezeMergedDemandReport.code).toBe(
      'NOT_PERMITTED',
    );
    const secretariat = await env.as(await aPerson(env, built.regionId, { roles: ['SECRETARIAT'] }));
    expect(
      (await secretariat.mutate(FREEZE, { input: { caseId: built.caseId } })).freezeMergedDemandReport.number,
    ).toBe(1);

    const otherRegion = await aRegion(env, { name: 'Lister' });
    const stranger = await env.as(
      await aPerson(env, otherRegion, { organisationId: await anOrganisation(env, otherRegion) }),
    );
    expect((await stranger.query(LIVE, { caseId: built.caseId })).mergedDemandReport).toBeNull();
    expect((await stranger.mutate(FREEZE, { input: { caseId: built.caseId } })).freezeMergedDemandReport.code).toBe(
      'NOT_FOUND',
    );
  });

  it('refuses a paused case', async () => {
    const built = await aCase(env, { stage: 'PAUSED' });
    const client = await env.as(built.coordinator);
    expect((await client.mutate(FREEZE, { input: { caseId: built.caseId } })).freezeMergedDemandReport.code).toBe(
      'CASE_CLOSED',
    );
  });

  it('shows the thresholds with their sources', async () => {
    const client = await env.as((await aCase(env)).coordinator);
    const { procurementThresholds } = await client.query(
      '{ procurementThresholds { kind validFrom amount source verified } }',
    );
    expect(procurementThresholds).toContainEqual({
      kind: 'NATIONAL',
      validFrom: '2018-04-06',
      amount: '1300000.00',
      source: expect.stringContaining('ks.no'),
      verified: true,
    });
  });
});
