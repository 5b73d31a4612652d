import Decimal from 'decimal.js';
import { Transactions, Work } from '@samanker/database';
import { Commitment, commitmentOf, type Choice, type ParticipationState } from '@samanker/participation';
import { aggregateVolumes } from '@samanker/volume';
import { aParticipation, anAnchoredParticipation, type BuiltParticipation } from '../builders/participation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const VALUES = 'values { commitment expectedValue maximumValue unpricedLines }';
const TOTALS = `query ($id: UUID!) { volumeTotals(caseId: $id) { aggregatedAt
  items { itemId year commitment expected maximum expectedValue maximumValue lines unpricedLines }
  parts { partId ${VALUES} } years { year ${VALUES} } ${VALUES} municipalities { participationId lines ${VALUES} }
  lines { participationId itemId year expected maximum expectedValue maximumValue commitment } } }`;

interface Line {
  participation_id: string;
  item_id: string;
  part_id: string;
  year: number;
  expected: string;
  maximum: string | null;
  price: string | null;
  state: ParticipationState;
  choice: Choice | null;
}

/** mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | number): Map<string | number, T[]> {
  const groups = new Map<string | number, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** What the endpoint answers, as far as this test looks into it. */
interface Totals {
  aggregatedAt: string | null;
  items: Record<string, unknown>[];
  parts: unknown[];
  years: unknown[];
  values: { expectedValue: string }[];
  municipalities: { participationId: string; lines: number }[];
  lines: { expectedValue: string }[];
}

describe('the totals of a case (R20, R21)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: '2016-02-10T09:00+01:00' });
  });
  afterAll(() => env.stop());

  const aggregate = (built: BuiltCase) =>
    env.api.get(Transactions).asService(built.regionId, 'test', (work) => aggregateVolumes(work, built.caseId));
  const ask = async (client: Client, caseId: string) =>
    (await client.query(TOTALS, { id: caseId })).volumeTotals as Totals;
  const linesOf = (caseId: string): Promise<Line[]> =>
    env.admin.query(
      `select l.participation_id, l.item_id, i.part_id, l.year, l.expected::text, l.maximum::text, coalesce(l.unit_price, i.unit_price)::text as price, p.state, h.choice
       from volume_line l join participation p on p.id = l.participation_id join volume_item i on i.id = l.item_id
       left join part_choice h on h.participation_id = p.id and h.part_id = i.part_id where p.case_id = $1`,
      [caseId],
    );

  /** An independent recomputation, line by line. */
  function recomputed(lines: Line[]) {
    const counted = lines.flatMap((line) => {
      const commitment = commitmentOf(line.state, line.choice);
      const value = (quantity: string) =>
        line.price === null ? null : new Decimal(quantity).times(line.price).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      return commitment === null
        ? []
        : [
            {
              ...line,
              commitment,
              expectedValue: value(line.expected),
              maximumValue: value(line.maximum ?? line.expected),
            },
          ];
    });
    const sum = (numbers: (Decimal | string | null)[]) =>
      numbers.reduce<Decimal>((total, number) => total.plus(number ?? 0), new Decimal(0));
    const valuesOf = (some: typeof counted) =>
      Object.values(Commitment).map((commitment) => {
        const same = some.filter((line) => line.commitment === commitment);
        return {
          commitment,
          expectedValue: sum(same.map((line) => line.expectedValue)).toFixed(2),
          maximumValue: sum(same.map((line) => line.maximumValue)).toFixed(2),
          unpricedLines: same.filter((line) => line.price === null).length,
        };
      });
    const groups = (keyOf: (line: (typeof counted)[number]) => string | number) => [...grouped(counted, keyOf)];
    return {
      items: groups((line) => `${line.item_id} ${line.year} ${line.commitment}`)
        .map(([key, some]) =>
          [
            key,
            sum(some.map((line) => line.expected)).toFixed(),
            sum(some.map((line) => line.maximum ?? line.expected)).toFixed(),
            sum(some.map((line) => line.expectedValue)).toFixed(2),
            sum(some.map((line) => line.maximumValue)).toFixed(2),
            some.length,
            some.filter((line) => line.price === null).length,
          ].join(' '),
        )
        .sort(),
      parts: groups((line) => line.part_id)
        .map(([partId, some]) => ({ partId, values: valuesOf(some) }))
        .sort((a, b) => (a.partId < b.partId ? -1 : 1)),
      years: groups((line) => line.year)
        .map(([year, some]) => ({ year, values: valuesOf(some) }))
        .sort((a, b) => Number(a.year) - Number(b.year)),
      municipalities: groups((line) => line.participation_id).map(([participationId, some]) => ({
        participationId,
        lines: some.length,
        values: valuesOf(some),
      })),
      values: valuesOf(counted),
      lines: counted.length,
    };
  }

  function holds(answer: Totals, lines: Line[]): void {
    const wanted = recomputed(lines);
    expect(
      answer.items
        .map((item) =>
          [
            item.itemId,
            item.year,
            item.commitment,
            item.expected,
            item.maximum,
            item.expectedValue,
            item.maximumValue,
            item.lines,
            item.unpricedLines,
          ].join(' '),
        )
        .sort(),
    ).toEqual(wanted.items);
    expect(answer.parts).toEqual(wanted.parts);
    expect(answer.years).toEqual(wanted.years);
    expect(answer.values).toEqual(wanted.values);
    expect(answer.lines).toHaveLength(wanted.lines);
    const own = new Map(wanted.municipalities.map((one) => [one.participationId, one]));
    for (const one of answer.municipalities) expect(own.get(one.participationId) ?? { ...one, lines: 0 }).toEqual(one);
  }

  /** A case with random members, choices, states, lines; some without a price, some with a maximum. */
  async function random(seed: number): Promise<{ built: BuiltCase; members: BuiltParticipation[] }> {
    const next = seeded(seed);
    const pick = <T>(...options: T[]): T => options[Math.floor(next() * options.length)]!;
    const quantity = () => new Decimal(next()).times(pick(1, 100, 1_000_000)).toFixed(pick(0, 1, 4));
    const built = await aCase(env, {
      parts: [1, 2, 3].map((part) => ({
        title: `Del ${part}`,
        items: [1, 2].map((item) => ({ name: `Vare ${part}.${item}`, unitPrice: pick(null, '0.01', '2499.99') })),
      })),
    });
    const members: BuiltParticipation[] = [];
    for (let at = 0; at < 7; at++) {
      const choice = () => pick<'FIRM' | 'OPTION' | 'OUT' | null>('FIRM', 'FIRM', 'OPTION', 'OUT', null);
      const member = await aParticipation(env, {
        case: built,
        state: pick('ANCHORED', 'ANCHORED', 'ANCHORING', 'DECLINED', 'REANCHOR_REQUIRED'),
        choices: [choice(), choice(), choice()],
      });
      members.push(member);
      for (const itemId of built.parts.flatMap((part) => part.itemIds))
        for (const year of [2017, 2018, 2022])
          if (next() < 0.6) {
            const expected = quantity();
            await aLine(env, member, {
              itemId,
              year,
              expected,
              maximum: next() < 0.4 ? new Decimal(expected).plus(quantity()).toFixed() : null,
              unitPrice: next() < 0.2 ? new Decimal(next()).times(5000).toFixed(2) : null,
            });
          }
    }
    return { built, members };
  }

  it.each([1, 2, 3, 4])(
    'are the exact sum of the lines in the same answer, aggregated or not (random case %i)',
    async (seed) => {
      const { built, members } = await random(seed);
      const client = await env.as(built.coordinator);
      const lines = await linesOf(built.caseId);
      const live = await ask(client, built.caseId);
      expect(live.aggregatedAt).toBeNull();
      holds(live, lines);
      await aggregate(built);
      const kept = await ask(client, built.caseId);
      expect(kept.aggregatedAt).not.toBeNull();
      expect({ ...kept, aggregatedAt: null }).toEqual(live);

      // What was kept is of an older version now: the answer must not use it.
      await env.admin.query(`update participation set state = 'ANCHORED' where id = $1`, [members[0]!.participationId]);
      await env.admin.query(`delete from volume_line where participation_id = $1`, [members[1]!.participationId]);
      await env.admin.query('update procurement_case set volume_version = volume_version + 1 where id = $1', [
        built.caseId,
      ]);
      const changed = await ask(client, built.caseId);
      expect(changed.aggregatedAt).toBeNull();
      holds(changed, await linesOf(built.caseId));
      await aggregate(built);
      const again = await ask(client, built.caseId);
      expect(again.aggregatedAt).not.toBeNull();
      holds(again, await linesOf(built.caseId));
    },
  );

  it('stay right while many declare and several workers aggregate at once', async () => {
    const built = await aCase(env);
    const client = await env.as(built.coordinator);
    const members = await Promise.all([1, 2, 3, 4].map(() => anAnchoredParticipation(env, { case: built })));
    const people = await Promise.all(members.map((member) => env.as(member.person)));
    const declare = (at: number, expected: string, choice: string) =>
      people[at]!.mutate(
        `mutation ($v: DeclareVolumesInput!, $c: ChoosePartsInput!) { declareVolumes(input: $v) { __typename } chooseParts(input: $c) { __typename } }`,
        {
          v: {
            participationId: members[at]!.participationId,
            cells: [{ itemId: built.parts[0]!.itemIds[0], year: 2017 + (Number(expected) % 3), expected }],
          },
          c: { participationId: members[at]!.participationId, choices: [{ partId: built.parts[0]!.id, choice }] },
        },
      );
    for (let round = 1; round <= 5; round++) {
      const answers = await Promise.all([
        ...members.map((_, at) => declare(at, String(round * 10 + at), ['FIRM', 'OPTION', 'OUT'][(round + at) % 3]!)),
        aggregate(built),
        aggregate(built),
        aggregate(built),
        ask(client, built.caseId),
      ]);
      const seen = answers.at(-1) as Totals;
      // In the middle of it all: one snapshot, so the totals are the sum of the lines beside them.
      expect(
        new Decimal(seen.values.reduce((sum: Decimal, one) => sum.plus(one.expectedValue), new Decimal(0))).toFixed(2),
      ).toBe(seen.lines.reduce((sum: Decimal, line) => sum.plus(line.expectedValue), new Decimal(0)).toFixed(2));
      await Promise.all([aggregate(built), aggregate(built)]);
      const after = await ask(client, built.caseId);
      expect(after.aggregatedAt).not.toBeNull();
      holds(after, await linesOf(built.caseId));
    }
  });

  it('leave nothing behind of a worker that was overtaken between adding up and its commit', async () => {
    const built = await aCase(env);
    const member = await anAnchoredParticipation(env, { case: built });
    const client = await env.as(member.person);
    const itemId = built.parts[0]!.itemIds[0]!;
    await aggregate(built);
    await aLine(env, member, { itemId, year: 2017, expected: '5' });
    const change = (state: string) =>
      env.admin.query(
        `with p as (update participation set state = $2 where id = $1 returning case_id)
         update procurement_case c set volume_version = volume_version + 1 from p where c.id = p.case_id`,
        [member.participationId, state],
      );
    let second = Promise.resolve();
    await env.api.get(Transactions).asService(built.regionId, 'first', async (work) => {
      await aggregateVolumes(work, built.caseId);
      // The first has added up as committed and not yet committed; then the lines count otherwise, and a second begins.
      await change('REANCHOR_REQUIRED');
      second = aggregate(built);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await second;
    const answer = await ask(client, built.caseId);
    expect(answer.aggregatedAt).not.toBeNull();
    expect(answer.items.map((item) => item.commitment)).toEqual(['NOT_ANCHORED']);
  });

  it('cost as many statements for many cells, lines and municipalities as for one', async () => {
    const spies = [jest.spyOn(Work.prototype, 'query'), jest.spyOn(Work.prototype, 'execute')];
    const statementsOf = async (act: () => Promise<unknown>): Promise<number> => {
      spies.forEach((spy) => spy.mockClear());
      await act();
      return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    };
    const built = await aCase(env);
    const member = await anAnchoredParticipation(env, { case: built });
    const [own, host] = [await env.as(member.person), await env.as(built.coordinator)];
    const items = built.parts.flatMap((part) => part.itemIds);
    const declare = (years: number[], expected: string) => () =>
      own.mutate('mutation ($input: DeclareVolumesInput!) { declareVolumes(input: $input) { __typename } }', {
        input: {
          participationId: member.participationId,
          cells: years
            .flatMap((year) => items.map((itemId) => ({ itemId, year, expected })))
            .slice(0, years.length === 1 ? 1 : undefined),
        },
      });
    await declare([2017], '1')();
    const one = await statementsOf(declare([2017], '2'));
    expect(await statementsOf(declare([2017, 2018, 2019, 2020, 2021, 2022], '3'))).toBe(one);
    expect(one).toBeLessThanOrEqual(20);
    const reading = await statementsOf(() => ask(host, built.caseId));
    for (let at = 0; at < 5; at++)
      await aLine(env, await anAnchoredParticipation(env, { case: built }), { itemId: items[0]! });
    expect(await statementsOf(() => ask(host, built.caseId))).toBe(reading);
    expect(reading).toBeLessThanOrEqual(3);
    spies.forEach((spy) => spy.mockRestore());
  });
});
