import Decimal from 'decimal.js';
import { replay } from '../../apps/console/src/replay/replay';
import { agder, HOST } from '../../apps/console/src/seed/agder';
import { agder2016, agder2016Over80 } from '../../apps/console/src/seed/agder-organisations';
import { PLAN } from '../../apps/console/src/seed/agder-2016-plan';
import {
  agder2016Script,
  BEGINS,
  CASE_TITLE,
  DEMO_STANDS_AT,
  ENDS,
} from '../../apps/console/src/seed/agder-2016-script';
import { loadRegion } from '../../apps/console/src/seed/load-region';
import { modelledCells, PARTS, TERM } from '../../apps/console/src/seed/modelled-volumes';
import type { Drive } from '../../apps/console/src/replay/drive';
import { driveOf } from '../environment/drive';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const REPORT = `query ($caseId: UUID!) { mergedDemandReport(caseId: $caseId) { equalsLatestFrozen latestFrozen { number } content { figuresOrigin
  parts { firm firmAnchored option out unanswered values { maximum } } participants { name anchored answerOrigin }
  values { minimum expected maximum } items { maximumQuantity } threshold { class } missing { gap organisationId } } }
  jointTender(caseId: $caseId) { state participants { choice } } procurementCase(id: $caseId) { stage } }`;

/** What the script's volumes come to, added up apart from the service: quantity at most times price, where not out. */
function atMost(): string {
  const items = PARTS.flatMap((part, at) => part.items.map((item) => ({ ...item, centre: at === 1 })));
  const over80 = agder2016Over80();
  let total = new Decimal(0);
  for (const { number } of agder2016())
    for (const { item, maximum } of modelledCells(over80.get(number)!, PLAN[number]!.centre !== 'OUT'))
      total = total.plus(new Decimal(maximum).times(items[item]!.unitPrice));
  return total.toFixed(2);
}

/** What the firm ones are bound to buy: expected alarms of the contract, extensions not counted, times the price. */
function bound(): string {
  const over80 = agder2016Over80();
  let total = new Decimal(0);
  for (const { number } of agder2016())
    if (PLAN[number]!.technology === 'FIRM')
      for (const { item, year, expected } of modelledCells(over80.get(number)!, PLAN[number]!.centre !== 'OUT'))
        if (item === 0 && year < TERM.firstYear + TERM.years)
          total = total.plus(new Decimal(expected).times('5100.00'));
  return total.toFixed(2);
}

describe('the case of 2016, replayed through the real verbs, worker and mail', () => {
  let env: SamankerUnderTest;
  let drive: Drive;
  const seed = agder();
  const script = agder2016Script(seed);
  const caseId = async () => {
    const { procurementCases } = await (
      await drive.as(`${HOST}:COORDINATOR`)
    ).query<{ procurementCases: { id: string; title: string }[] }>('{ procurementCases { id title } }');
    return procurementCases.find(({ title }) => title === CASE_TITLE)!.id;
  };
  const states = async () => {
    type Found = { participations: { organisationName: string; state: string; planningStatus: string }[] };
    const { participations } = await (
      await drive.as(`${HOST}:COORDINATOR`)
    ).query<Found>('query ($id: UUID!) { participations(caseId: $id) { organisationName state planningStatus } }', {
      id: await caseId(),
    });
    return participations;
  };

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-01-04T08:00+01:00' });
    await loadRegion(env.admin, seed);
    drive = driveOf(env, seed);
  });
  afterAll(() => env.stop());

  it('stands in the middle of things on 16 November 2016', async () => {
    await replay(drive, script, { from: BEGINS, until: DEMO_STANDS_AT });
    const all = await states();
    const count = (status: string) => all.filter(({ planningStatus }) => planningStatus === status).length;
    expect(all).toHaveLength(30);
    expect(all.filter(({ state }) => state === 'ANCHORED').length).toBeGreaterThan(18);
    expect(
      all
        .filter(({ planningStatus }) => planningStatus === 'CANNOT_MAKE_IT')
        .map(({ organisationName }) => organisationName),
    ).toEqual(['Sirdal']);
    expect([count('LATE') > 0, count('AT_RISK') > 0]).toEqual([true, true]);
    const { escalationOffers } = await (
      await drive.as(`${HOST}:COORDINATOR`)
    ).query<{ escalationOffers: { organisationName: string; state: string }[] }>(
      'query ($id: UUID!) { escalationOffers(caseId: $id) { organisationName state } }',
      { id: await caseId() },
    );
    expect(
      escalationOffers.filter(({ state }) => state === 'OFFERED').map(({ organisationName }) => organisationName),
    ).toContain('Kvinesdal');
  }, 200_000);

  it('ends with 21 firm and 9 with an option, anchored, counted and frozen', async () => {
    await replay(drive, script, { from: DEMO_STANDS_AT, until: ENDS });
    const found: any = await (await drive.as(`${HOST}:COORDINATOR`)).query(REPORT, { caseId: await caseId() });
    const { content, ...report } = found.mergedDemandReport;
    expect(content.parts).toMatchObject([
      { firm: 21, firmAnchored: 21, option: 9, out: 0, unanswered: 0 },
      { firm: 17, firmAnchored: 17, option: 8, out: 5, unanswered: 0 },
    ]);
    expect(content.values).toEqual({ minimum: bound(), expected: '23767060.00', maximum: '64202000.00' });
    expect(Number(content.values.minimum)).toBeGreaterThan(1_000_000);
    expect(content.values.maximum).toBe(atMost());
    expect(content.items.map((one: { maximumQuantity: string }) => one.maximumQuantity)).toEqual([
      '8108',
      '816',
      '651',
      '967',
      '245',
      '30040',
    ]);
    expect(content.threshold.class).toBe('PART_III');
    expect(content.figuresOrigin).toBe('MODELLED');
    expect(content.participants.every((one: { answerOrigin: string }) => one.answerOrigin === 'MODELLED')).toBe(true);
    expect(
      content.participants
        .filter((one: { anchored: boolean }) => !one.anchored)
        .map((one: { name: string }) => one.name),
    ).toEqual(['Sirdal']);
    expect(report).toEqual({ equalsLatestFrozen: true, latestFrozen: { number: 1 } });
    expect(found.jointTender.state).toBe('PARTICIPANTS_FROZEN');
    expect(found.jointTender.participants).toHaveLength(30 + 25);
    expect(found.procurementCase.stage).toBe('PARTICIPANTS_FROZEN');
  }, 120_000);

  it('wrote to nobody twice a day, outside working hours or in the closed weeks of July, and lost nothing', async () => {
    const [mail] = await env.admin.query(
      `select (select max(c)::int from (select count(*) as c from mail where kind = 'DIGEST' group by to_address, mail_on) d) as "mostPerDay",
         count(*) filter (where (sent_at at time zone 'Europe/Oslo')::time not between '08:00' and '16:00')::int as "outsideHours",
         count(*) filter (where (sent_at at time zone 'Europe/Oslo')::date between '2016-07-11' and '2016-07-31')::int as "inJuly",
         count(*) filter (where state <> 'SENT')::int as unsent, count(*) filter (where kind = 'ESCALATION')::int as escalations from mail`,
    );
    expect(mail).toEqual({ mostPerDay: 1, outsideHours: 0, inJuly: 0, unsent: 0, escalations: 1 });
    const [{ open }] = await env.admin.query('select count(*)::int as open from outbox_delivery where done_at is null');
    expect(open).toBe(0);
  });
});
