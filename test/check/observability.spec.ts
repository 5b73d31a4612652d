import { dataSourceOf } from '@samanker/database';
import { openSession } from '@samanker/identity';
import type { DataSource } from 'typeorm';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { testDatabase, type TestDatabase } from '../environment/database';
import { freePort, Program, programEnvironment } from '../environment/programs';

describe('what those who run the service see (O1)', () => {
  let db: TestDatabase;
  let admin: DataSource;
  let api: Program;
  let url: string;
  let token: string;
  let person: BuiltPerson;
  let environment: Record<string, string>;
  let forget: () => Promise<void>;
  beforeAll(async () => {
    db = await testDatabase();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    ({ environment, forget } = await programEnvironment(db, 'smtp://127.0.0.1:9', {
      METRICS_TOKEN: 'a-token-of-16-letters',
    }));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    api = await new Program('api', { ...environment, PORT: String(port) }).ready();
    const regionId = await aRegion({ admin });
    person = await aPerson({ admin }, regionId, { organisationId: await anOrganisation({ admin }, regionId) });
    token = await openSession(admin, person);
  });
  afterAll(async () => {
    await api?.kill();
    await admin?.destroy();
    await db?.drop();
    await forget?.();
  });

  const ask = (query: string, variables = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
  const logged = () => api.lines.map((line) => JSON.parse(line) as Record<string, any>);

  it('every request is one JSON line of the log with the id that the asker got', async () => {
    const answer = await ask('{ me { today } }');
    expect(answer.status).toBe(200);
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(logged().filter((line) => line.reqId === id)).toMatchObject([
      { service: 'api', msg: 'answered', url: '/graphql', status: 200 },
    ]);
  });

  it('a fault of ours is the same answer on the compiled and on the plain path, and its cause stands in the log only', async () => {
    const compiled = '{ organisations { name } }';
    const plain = '{ organisations { name }  }';
    for (let time = 1; time <= 3; time++) expect((await ask(compiled)).status).toBe(200);
    await admin.query('alter table region_membership rename to region_membership_gone');
    try {
      const answers = [await ask(compiled), await ask(plain), await ask(compiled)];
      const bodies = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(bodies).size).toBe(1);
      expect(JSON.parse(bodies[0]!).errors).toEqual([
        {
          message: expect.stringContaining('wrong on our side'),
          path: ['organisations'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
      expect(bodies[0]).not.toMatch(/region_membership|relation|stack|\.js/);
      expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const answer of answers) {
        const lines = logged().filter(
          (line) => line.reqId === answer.headers.get('x-request-id') && line.msg === 'fault',
        );
        expect(lines).toHaveLength(1);
        expect(lines[0]!.err.message).toContain('region_membership');
      }
    } finally {
      await admin.query('alter table region_membership_gone rename to region_membership');
    }
    expect((await ask(compiled)).status).toBe(200);
  });

  it('health: alive, ready, and not ready while the database does not answer', async () => {
    expect([(await fetch(`${url}/health/live`)).status, (await fetch(`${url}/health/ready`)).status]).toEqual([
      200, 200,
    ]);
    await admin.query('alter function samanker_now() rename to samanker_gone');
    try {
      const answer = await fetch(`${url}/health/ready`);
      expect([answer.status, (await fetch(`${url}/health/live`)).status]).toEqual([503, 200]);
      expect(await answer.json()).toMatchObject({ status: 'the database does not answer' });
    } finally {
      await admin.query('alter function samanker_gone() rename to samanker_now');
    }
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('metrics for Prometheus, for those who hold the token', async () => {
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer another-token-of-22' } })).status).toBe(
      404,
    );
    const answer = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a-token-of-16-letters' } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    expect(text).toMatch(/^samanker_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} \d+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('who tries what they may not, or what is of another region, stands in the log by ids and is counted (S2)', async () => {
    const cancel = (caseId: string) =>
      ask(
        `mutation ($input: CancelProcurementCaseInput!) { it: cancelProcurementCase(input: $input) { __typename } }`,
        { input: { caseId, reason: 'Noe som ikke skal stå i noen logg' } },
      );
    const seen = await aCase({ admin }, { regionId: person.regionId });
    const unseen = await aCase({ admin }, {});
    for (const [{ caseId }, because, typename] of [
      [seen, 'NOT_PERMITTED', 'NotPermitted'],
      [unseen, 'NOT_FOUND', 'NotFound'],
    ] as const) {
      const answer = await cancel(caseId);
      expect(await answer.json()).toEqual({ data: { it: { __typename: typename } } });
      const reqId = answer.headers.get('x-request-id');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const lines = logged().filter((line) => line.reqId === reqId && line.event === 'refused');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toEqual({
        level: 40,
        time: expect.any(Number),
        service: 'api',
        event: 'refused',
        msg: 'refused',
        verb: 'cancelProcurementCase',
        because,
        personId: person.personId,
        organisationId: person.organisationId,
        regionId: person.regionId,
        logIn: 'DEVELOPMENT',
        reqId,
      });
    }
    for (let time = 0; time < 20; time++) await cancel(unseen.caseId);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(logged().filter((line) => line.event === 'refused').length).toBe(10);
    const metrics = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a-token-of-16-letters' } });
    const text = await metrics.text();
    expect(text).toMatch(/^samanker_refused_total\{verb="cancelProcurementCase",because="NOT_PERMITTED"\} 1$/m);
    expect(text).toMatch(/^samanker_refused_total\{verb="cancelProcurementCase",because="NOT_FOUND"\} 21$/m);
    expect(text).not.toContain(person.personId);
  });

  it.each(['api', 'worker'] as const)(
    'wrong settings stop the %s at once: each error says what and how to mend it',
    async (name) => {
      const program = new Program(name, {
        ...environment,
        PORT: 'abc',
        DATABASE_URL: undefined,
        SMTP_URL: 'mail.example.no',
      });
      expect(await program.ended).toBe(1);
      const said = program.lines.join('\n');
      for (const setting of ['PORT', 'DATABASE_URL', 'SMTP_URL']) {
        expect(said).toMatch(new RegExp(`^${setting} .+: it must be .+, for example ${setting}=.+`, 'm'));
      }
      expect(said).not.toMatch(/\bat .+:\d+:\d+/);
    },
  );
});
