import { diffDays, isWorkingDay, weekday } from '@samanker/clock';
import { dataSourceOf } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../../../test/environment/database';
import { agder } from './agder';
import { agder2016, agder2016Over80, agderToday } from './agder-organisations';
import { loadRegion } from './load-region';

describe('the seeded region of Agder', () => {
  const seed = agder();

  it('has the thirty municipalities of 2016 and the twenty-five of today, with memberships that meet at the reform', () => {
    const [then, now] = [agder2016(), agderToday()];
    expect([then.length, now.length]).toEqual([30, 25]);
    expect(then.reduce((sum, { population }) => sum + population, 0)).toBe(298_486);
    expect([...agder2016Over80().values()].reduce((sum, count) => sum + count, 0)).toBe(12_232);
    expect(then.find(({ name }) => name === 'Åmli')).toMatchObject({
      number: '0929',
      language: 'NN',
      officialAddress: 'postmottak@amli.kommune.example',
    });
    const members = (on: string) =>
      seed.memberships.filter(({ from, to }) => from <= on && (to === null || to >= on)).length;
    expect([members('2016-11-16'), members('2019-12-31'), members('2020-01-01')]).toEqual([30, 30, 25]);
    expect(seed.successions).toHaveLength(30);
    expect(new Set(seed.successions.map(({ toId }) => toId)).size).toBe(25);
  });

  it('names roles, never people, and every address is of a reserved domain', () => {
    expect(seed.people).toHaveLength(30 * 6 + 1 + 6);
    for (const { email } of [...seed.people, ...seed.organisations.map((one) => ({ email: one.officialAddress }))]) {
      expect(email).toMatch(/^[a-z0-9-]+@([a-z0-9-]+\.)+example$/);
    }
    expect(new Set(seed.people.map(({ email }) => email)).size).toBe(seed.people.length);
  });

  it('is the same each time', () => {
    expect(agder()).toEqual(seed);
    const ids = [
      seed.organisations,
      seed.people,
      seed.bodies,
      seed.bodies.flatMap(({ meetings }) => meetings),
      seed.routeTemplates,
    ]
      .flat()
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('generates calendars of the usual rhythm: nobody meets in July or on a day off, the budget is adopted in December', () => {
    for (const body of seed.bodies) {
      expect(body.meetings.length).toBeGreaterThan(12);
      for (const { date } of body.meetings) {
        expect(`${body.name} ${date} ${isWorkingDay(date)} ${date.slice(5, 7) === '07'}`).toBe(
          `${body.name} ${date} true false`,
        );
      }
    }
    for (const { meetings } of seed.bodies.filter(({ kind }) => kind === 'COUNCIL')) {
      for (const { date } of meetings) expect([3, 4]).toContain(weekday(date));
      expect(meetings.filter(({ kind }) => kind === 'BUDGET').map(({ date }) => date.slice(0, 7))).toEqual([
        '2016-12',
        '2017-12',
      ]);
      const gaps = meetings.slice(1).map(({ date }, index) => diffDays(meetings[index]!.date, date));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14);
    }
  });

  it('gives every council meeting a meeting of the executive committee that hands over in time', () => {
    for (const council of seed.bodies.filter(({ kind }) => kind === 'COUNCIL')) {
      const executive = seed.bodies.find(
        (one) => one.organisationId === council.organisationId && one.kind === 'EXECUTIVE_COMMITTEE',
      )!;
      for (const { date } of council.meetings) {
        const gap = Math.min(
          ...executive.meetings.map((one) => diffDays(one.date, date)).filter((days) => days >= council.handoverDays),
        );
        expect(gap).toBeLessThanOrEqual(21);
      }
    }
  });

  it('has routes of differing shapes, each ending in a body that decides', () => {
    const shapes = new Set(seed.routeTemplates.map(({ steps }) => steps.map(({ key }) => key).join(' ')));
    expect(shapes.size).toBeGreaterThanOrEqual(4);
    for (const { steps, organisationId } of seed.routeTemplates) {
      expect(steps.at(-1)!.weight).toBe('DECIDING');
      for (const { bodyId } of steps) {
        if (bodyId) expect(seed.bodies.find(({ id }) => id === bodyId)!.organisationId).toBe(organisationId);
      }
    }
  });
});

describe('seeding the database', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    owner = await dataSourceOf({
      url: database.MIGRATOR_DATABASE_URL,
      applicationName: 'test-seed',
      poolSize: 1,
      role: 'samanker_owner',
    }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('twice is once', async () => {
    const seed = agder();
    const counts = () =>
      owner.transaction(async (manager) => {
        await manager.query(`select set_config('samanker.region', $1, true)`, [seed.id]);
        return manager.query(`select (select count(*) from organisation) as organisations, (select count(*) from region_membership) as members,
          (select count(*) from role) as roles, (select count(*) from meeting) as meetings, (select count(*) from route_template_step) as steps,
          (select count(*) from closed_week) as closed, (select count(*) from decision_body where calendar_origin = 'MODELLED') as modelled`);
      });
    await loadRegion(owner, seed);
    const first = await counts();
    await loadRegion(owner, seed);
    expect(await counts()).toEqual(first);
    expect(first[0]).toMatchObject({
      organisations: 55,
      members: 55,
      roles: 187,
      closed: 120,
      modelled: seed.bodies.length,
    });
  });
});
