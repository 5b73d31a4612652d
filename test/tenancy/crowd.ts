import { request } from 'node:http';
import { DATA_SOURCE } from '@samanker/database';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { MarkedRegion } from '../builders/marked-regions';
import type { SamankerUnderTest } from '../environment/samanker';

/** What one request came to. */
export interface Told {
  readonly region: MarkedRegion;
  readonly asked: string;
  /** `ABORTED` when the client went away. */
  readonly status: number | 'ABORTED';
  readonly body: string;
}

type Asked = readonly [name: string, document: string, variables: Record<string, unknown>];

/** Numbers that look random and are the same in each run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NEED = {
  problem: 'De analoge alarmene slutter å virke.',
  cpvCodes: ['33195000'],
  quantity: '5',
  unitCode: 'STK',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
};

/** Questions and changes, each with ids of the region; `other` is used where an id of somebody else's is tried. */
function asked(at: number, { mark, ...ids }: MarkedRegion, other: MarkedRegion, turn: number): Asked {
  const caseId = { c: ids.caseId };
  const all: readonly Asked[] = [
    [
      'caseBoard',
      'query ($c: UUID!) { caseBoard(caseId: $c) { title hostName rows { organisationId organisationName participationId steps { id title responsibleName } } } }',
      caseId,
    ],
    ['needs', '{ needs { id title problem organisationName organisationId } }', {}],
    ['organisations', '{ organisations { id name } me { name organisationName } region { id name } }', {}],
    ['procurementCases', '{ procurementCases { id title hostName parts { id title items { id name } } } }', {}],
    [
      'participations',
      'query ($c: UUID!) { participations(caseId: $c) { id organisationName localLeader powerOfAttorney { id } } }',
      caseId,
    ],
    [
      'volumeTotals',
      'query ($c: UUID!) { volumeTotals(caseId: $c) { lines { id itemId participationId } municipalities { organisationName } } }',
      caseId,
    ],
    [
      'mergedDemandReport',
      'query ($c: UUID!) { mergedDemandReport(caseId: $c) { content { title participants { name organisationId } lines { organisationId itemId } } } }',
      caseId,
    ],
    [
      'theirs',
      'query ($c: UUID!, $n: UUID!) { caseBoard(caseId: $c) { title } procurementCase(id: $c) { title } need(id: $n) { title } }',
      { c: other.caseId, n: other.needId },
    ],
    [
      'registerNeed',
      'mutation ($f: NeedFieldsInput!) { registerNeed(input: { fields: $f }) { __typename ... on Need { id title organisationName } } }',
      { f: { ...NEED, title: `Nytt ${mark} ${turn}` } },
    ],
    [
      'declareVolumes',
      'mutation ($p: UUID!, $i: UUID!, $e: Decimal!) { declareVolumes(input: { participationId: $p, declare: true, cells: [{ itemId: $i, year: 2017, expected: $e }] }) { __typename ... on VolumeSheet { participationId lines { id itemId } } ... on UserError { code } } }',
      { p: ids.participationId, i: ids.itemId, e: String(turn % 50) },
    ],
    [
      'chooseParts',
      'mutation ($p: UUID!, $k: UUID!) { chooseParts(input: { participationId: $p, choices: [{ partId: $k, choice: FIRM }] }) { __typename ... on Participation { id organisationName } ... on UserError { code } } }',
      { p: ids.participationId, k: ids.partId },
    ],
    [
      'addMeeting',
      'mutation ($b: UUID!, $x: String!) { addMeeting(input: { bodyId: $b, date: "2017-03-01", externalId: $x }) { __typename ... on Meeting { id bodyId } ... on UserError { code } } }',
      { b: ids.bodyId, x: `m${turn}` },
    ],
    [
      'changeTheirs',
      'mutation ($p: UUID!, $k: UUID!) { chooseParts(input: { participationId: $p, choices: [{ partId: $k, choice: OUT }] }) { __typename ... on Participation { id organisationName } ... on UserError { code } } }',
      { p: other.participationId, k: other.partId },
    ],
    ['invalid', 'query ($c: UUID!) { caseBoard(caseId: $c) { nothing } }', caseId],
  ];
  return all[at % all.length]!;
}

/** Sends it; goes away after so many milliseconds where that is given. */
function send(
  url: string,
  token: string,
  [, query, variables]: Asked,
  leaveAfter: number | null,
): Promise<Pick<Told, 'status' | 'body'>> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/graphql`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        timeout: 30_000,
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', () => resolve({ status: 'ABORTED', body }));
      },
    );
    outgoing.on('timeout', () => reject(new Error('A request hung for 30 seconds.')));
    outgoing.on('error', () => resolve({ status: 'ABORTED', body: '' }));
    outgoing.end(JSON.stringify({ query, variables }));
    if (leaveAfter !== null) setTimeout(() => outgoing.destroy(), leaveAfter);
  });
}

/** The pool of the API, and what each connection had left of its last owner when it was taken. */
export interface WatchedPool {
  readonly pool: Pool;
  readonly left: string[];
  /** How often a connection was taken. */
  taken(): number;
}

const LEFT = `select coalesce(current_setting('samanker.region', true), '') || case when pg_current_xact_id_if_assigned() is null then '' else ' in a transaction' end as left`;

/**
 * Looks at every connection before it is handed out: the setting must be empty and no transaction open. Now and then it is
 * given so little time that its next statements run into their limit.
 */
export function watchPool(env: SamankerUnderTest, random: () => number): WatchedPool {
  const real = (env.api.get<DataSource>(DATA_SOURCE, { strict: false }).driver as unknown as { master: Pool }).master;
  const connect = real.connect.bind(real) as () => Promise<PoolClient>;
  const left: string[] = [];
  let taken = 0;
  const heard = new WeakSet<PoolClient>();
  const looked = async (): Promise<PoolClient> => {
    const client = await connect();
    taken++;
    // Its owner listens from when it is handed over; until then it may be cut as well.
    if (!heard.has(client)) client.on('error', () => undefined);
    heard.add(client);
    try {
      const { rows } = await client.query<{ left: string }>(LEFT);
      if (rows[0]!.left !== '') left.push(rows[0]!.left);
      await client.query(`set statement_timeout = ${random() < 0.04 ? 2 : 15_000}`);
    } catch {
      // It was cancelled or cut just now: whoever has it next will notice.
    }
    return client;
  };
  type Handed = (error: Error | undefined, client: PoolClient | undefined, done: (release?: boolean) => void) => void;
  (real as unknown as { connect: unknown }).connect = (handed?: Handed) => {
    if (!handed) return looked();
    looked().then(
      (client) => handed(undefined, client, (release) => client.release(release)),
      (error: Error) => handed(error, undefined, () => undefined),
    );
  };
  return { pool: real, left, taken: () => taken };
}

/** Everybody at once: so many requests, some of whom go away, some of whose statements are cancelled or connections cut. */
export async function crowd(
  env: SamankerUnderTest,
  regions: readonly MarkedRegion[],
  requests: number,
  random: () => number,
): Promise<Told[]> {
  const told: Told[] = [];
  let turn = 0;
  let over = false;
  const lane = async (): Promise<void> => {
    while (turn < requests) {
      const now = turn++;
      const region = regions[Math.floor(random() * regions.length)]!;
      const other =
        regions[(regions.indexOf(region) + 1 + Math.floor(random() * (regions.length - 1))) % regions.length]!;
      const what = asked(Math.floor(random() * 14), region, other, now);
      const { token } = region.clients[Math.floor(random() * region.clients.length)]!;
      const leaveAfter = random() < 0.15 ? Math.floor(random() * 60) : null;
      told.push({ region, asked: what[0], ...(await send(env.url, token, what, leaveAfter)) });
    }
  };
  const trouble = async (): Promise<void> => {
    while (!over) {
      await new Promise((wake) => setTimeout(wake, 40));
      const how = random() < 0.2 ? 'pg_terminate_backend' : 'pg_cancel_backend';
      await env.admin.query(
        `select ${how}(pid) from pg_stat_activity where datname = current_database() and application_name = 'samanker-api'
           and state <> 'idle' order by random() limit 1`,
      );
    }
  };
  const troubling = trouble();
  try {
    await Promise.all(Array.from({ length: 24 }, lane));
  } finally {
    over = true;
    await troubling;
  }
  return told;
}
