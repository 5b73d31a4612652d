import { dataSourceOf, setDomainClock } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../environment/database';
import { FaultySmtp } from '../environment/faulty-smtp';
import { freePort, Program, programEnvironment } from '../environment/programs';

/** A Wednesday morning on which mails may go out. */
export const MORNING = '2016-11-16T10:00+01:00';

/** Whether everything runs, or the quick half that every check has time for. */
export const whole = process.env.SAMANKER_CHAOS === 'whole';

/** What the endpoint answered, or null where the process died before it could. */
export type Reply = { readonly data?: Record<string, any> | null; readonly errors?: unknown[] } | null;

/** A database and a mail server, on which real processes run that may be killed. */
export class ChaosGround {
  /** What was answered with a decided step: each must be found again whatever happens. */
  readonly acknowledged: { stepId: string; decisionId: string }[] = [];
  private readonly programs = new Set<Program>();

  private constructor(
    readonly db: TestDatabase,
    readonly admin: DataSource,
    readonly smtp: FaultySmtp,
    private readonly environment: Record<string, string>,
    private readonly forget: () => Promise<void>,
  ) {}

  static async open(clock = MORNING): Promise<ChaosGround> {
    const db = await testDatabase();
    const admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'chaos', poolSize: 4 }).initialize();
    await setDomainClock(admin, new Date(clock));
    const smtp = new FaultySmtp();
    const { environment, forget } = await programEnvironment(db, await smtp.start());
    return new ChaosGround(db, admin, smtp, environment, forget);
  }

  /** Starts an API; answers its address too. */
  async api(more: Record<string, string> = {}): Promise<Program & { url: string }> {
    const port = await freePort();
    const program = await this.run('api', { PORT: String(port), ...more }).ready();
    return Object.assign(program, { url: `http://127.0.0.1:${port}` });
  }

  /** Starts a worker; with a kill point it may be dead before it is ready. */
  worker(more: Record<string, string> = {}): Program {
    return this.run('worker', more);
  }

  /** Asks like a program does: answers null when the connection breaks. */
  async ask(url: string, token: string, query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Reply;
    } catch {
      return null;
    }
  }

  /** Decides a step and remembers what was acknowledged. */
  async decide(url: string, token: string, input: Record<string, unknown>): Promise<Record<string, any> | null> {
    const reply = await this.ask(url, token, DECIDE, { input });
    if (reply?.errors) throw new Error(JSON.stringify(reply.errors));
    const result = reply?.data?.decideAnchoringStep ?? null;
    if (result?.__typename === 'AnchoringStep') {
      const decision = result.decisions.at(-1);
      this.acknowledged.push({ stepId: result.id, decisionId: decision.id });
    }
    return result;
  }

  /** Waits until nothing is left to do: outbox empty, no mail due. Answers how many seconds that took. */
  async settled(withinSeconds: number): Promise<number> {
    const began = performance.now();
    for (;;) {
      const [open] = await this.admin.query(
        `select (select count(*)::int from outbox_event where relayed_at is null) as events,
           (select count(*)::int from outbox_delivery where done_at is null and parked_at is null) as deliveries,
           (select count(*)::int from expectation where next_reminder_on <= samanker_today() and fulfilled_at is null and withdrawn_at is null) as reminders,
           (select count(*)::int from expectation where escalation_on <= samanker_today() and fulfilled_at is null and withdrawn_at is null) as escalations,
           (select count(*)::int from mail where state = 'QUEUED' and next_attempt_at <= samanker_now()) as mails`,
      );
      const seconds = (performance.now() - began) / 1000;
      if (Object.values(open).every((count) => count === 0)) return seconds;
      if (seconds > withinSeconds) throw new Error(`not settled after ${withinSeconds} s: ${JSON.stringify(open)}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.programs].map((program) => program.kill()));
    await this.smtp.stop();
    await this.admin.destroy();
    await this.db.drop();
    await this.forget();
  }

  private run(name: 'api' | 'worker', more: Record<string, string>): Program {
    const program = new Program(name, { ...this.environment, ...more });
    this.programs.add(program);
    return program;
  }
}

const DECIDE = `mutation ($input: DecideAnchoringStepInput!) { decideAnchoringStep(input: $input) { __typename
  ... on AnchoringStep { id state decisions { id outcome decidedOn } } ... on UserError { code message path } } }`;
