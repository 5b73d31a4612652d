// P1, P2: the case board by GraphQL over HTTP against the bare limit, in interleaved rounds.
import { deepStrictEqual } from 'node:assert';
import autocannon from 'autocannon';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../scripts/embedded-postgres.mjs';
import { boardGround } from './board-ground.mjs';
import { built, ROOT } from './stage.mjs';

export const BOARD = `query Board($caseId: UUID!) { caseBoard(caseId: $caseId) { caseId decisionDeadline hostName rows { answerOrigin choices { choice number partId }
  contact { name phone role } crossesElection dueIn7Days dueOn language latestSubmissionOn leaving { decidedOn decisionReference } municipalityNumber nobodyToAsk note { count organisationName
  text visibility writtenAt } organisationId organisationName overdue participationId plannedFinishOn population powerOfAttorneyRecorded provisional
  slackDays state status steps { decidedOn deputyFor dueOn id kind latestOn meetingOn nobodyToAsk outcome overdue parallelGroup plannedOn position
  responsibleId responsibleName role state status submissionDeadline title weight } theySay { heardOn on saidBy source visibility } volumesDeclared
  waitsForYou } stage title today totals { anchored atRisk cannotMakeIt declined dueIn7Days firm late municipalities noAnswer nobodyToAsk onTrack option
  overdue reanchorRequired volumesDeclared } } }`;

const CONNECTIONS = 8;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Two servers and how to ask each for the same board. */
export async function boardServers(stage, municipalities, steps) {
  const { caseId, token } = await boardGround(stage.admin, municipalities, steps);
  const { rows } = await stage.admin.query(
    `select samanker_today()::text as today, c.host_organisation_id as host, r.person_id as person
     from procurement_case c join role r on r.organisation_id = c.host_organisation_id and r.kind = 'COORDINATOR' and r.deputy_order = 0
     where c.id = $1`,
    [caseId],
  );
  const port = await freePort();
  await stage.start(join(ROOT, 'bench/bare-server.mjs'), {
    DATABASE_URL: stage.adminUrl,
    STATEMENT: built('libs/anchoring').CASE_BOARD,
    CASE_ID: caseId,
    HOST_ID: rows[0].host,
    PERSON_ID: rows[0].person,
    TODAY: rows[0].today,
    PORT: String(port),
  });
  const api = await stage.startApi();
  const body = JSON.stringify({ query: BOARD, variables: { caseId } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const askApi = { url: `${api.url}/graphql`, method: 'POST', headers, body };
  const askBare = { url: `http://127.0.0.1:${port}/`, method: 'POST', headers, body };
  const json = async ({ url, ...request }) => (await fetch(url, request)).json();
  deepStrictEqual(await json(askApi), await json(askBare));
  return { api, askApi, askBare };
}

/** Bytes over the line to a browser for the board as the web app asks for it. */
export async function boardBytes({ url, method, headers, body }) {
  const query = await readFile(join(ROOT, 'apps/web/src/anchoring/case-board.graphql'), 'utf8');
  const { variables } = JSON.parse(body);
  const asked = request(url, { method, headers: { ...headers, 'accept-encoding': 'gzip, br' } });
  const [answer] = await once(asked.end(JSON.stringify({ query, variables, operationName: 'CaseBoard' })), 'response');
  let bytes = 0;
  for await (const part of answer) bytes += part.length;
  if (answer.statusCode !== 200 || !answer.headers['content-encoding'])
    throw new Error(`${answer.statusCode}, ${answer.headers['content-encoding'] ?? 'not compressed'}`);
  return bytes;
}

async function rate(ask, seconds) {
  const result = await autocannon({ ...ask, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx || result.errors)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed at ${ask.url}`);
  return result.requests.total / result.duration;
}

/** Requests per second of both, round by round; the ratio is the median of the rounds' ratios. */
export async function race({ askApi, askBare }, { rounds = 7, seconds = 3 } = {}) {
  for (const ask of [askApi, askBare, askApi]) await rate(ask, 2);
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes, so that neither always runs on the warmer machine.
    const order = round % 2 ? [askApi, askBare] : [askBare, askApi];
    const figures = new Map();
    for (const ask of order) figures.set(ask, await rate(ask, seconds));
    pairs.push({ api: figures.get(askApi), bare: figures.get(askBare) });
  }
  return {
    api: median(pairs.map(({ api }) => api)),
    bare: median(pairs.map(({ bare }) => bare)),
    ratio: median(pairs.map(({ api, bare }) => api / bare)),
  };
}
