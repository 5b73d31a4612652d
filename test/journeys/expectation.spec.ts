import { expectAll, fulfil, withdraw, type Expected } from '@samanker/expectation';
import { anAskedMunicipality, type AskedMunicipality } from '../builders/expectation';
import { MailGround } from '../environment/mail-ground';

// Thursday 24 November 2016: T-10 is the 10th, T-5 the 17th, T-1 the 23rd.
describe('what is awaited (R9)', () => {
  let ground: MailGround;
  let municipality: AskedMunicipality;
  beforeAll(async () => {
    ground = await MailGround.open('smtp://127.0.0.1:9', '2016-11-11T09:00+01:00');
  });
  beforeEach(async () => {
    await ground.setClock('2016-11-11T09:00+01:00');
    municipality = await anAskedMunicipality(ground);
  });
  afterAll(() => ground.close());

  const volumes = (wishes: Partial<Expected> = {}): Expected => ({
    kind: 'VOLUMES',
    caseId: municipality.caseId,
    participationId: municipality.participationId,
    organisationId: municipality.organisationId,
    subjectId: municipality.participationId,
    occasion: 'once',
    role: 'COORDINATOR',
    dueOn: '2016-11-24',
    ...wishes,
  });
  const await_ = (...expected: Expected[]) =>
    ground.transactions.asService(municipality.regionId, 'test', (work) => expectAll(work, expected));
  const rows = () =>
    ground.admin.query(
      `select occasion, due_on, next_reminder_on, escalation_on, fulfilled_at is not null as fulfilled, withdrawn_because
       from expectation where participation_id = $1 order by occasion`,
      [municipality.participationId],
    );

  it('is one row however often it is asked for, with its next reminder and the day after which it climbs', async () => {
    await await_(volumes());
    await await_(volumes(), volumes());
    expect(await rows()).toMatchObject([
      { due_on: '2016-11-24', next_reminder_on: '2016-11-17', escalation_on: '2016-11-28', fulfilled: false },
    ]);
  });

  it('keeps its reminder while the date stands, and counts afresh when it is moved', async () => {
    await await_(volumes());
    await ground.admin.query(`update expectation set next_reminder_on = '2016-11-23'`);
    await ground.setClock('2016-11-14T09:00+01:00');
    await await_(volumes({ facts: { bodyName: 'Bystyret' } }));
    expect(await rows()).toMatchObject([{ next_reminder_on: '2016-11-23' }]);
    await await_(volumes({ dueOn: '2016-12-01' }));
    expect(await rows()).toMatchObject([{ due_on: '2016-12-01', next_reminder_on: '2016-11-17' }]);
  });

  it('is replaced by another occasion, and comes back when the plan does', async () => {
    await await_(volumes({ occasion: 'february' }));
    await await_(volumes({ occasion: 'march', dueOn: '2016-12-20' }));
    expect(await rows()).toMatchObject([
      { occasion: 'february', withdrawn_because: 'REPLACED' },
      { occasion: 'march', withdrawn_because: null },
    ]);
    await await_(volumes({ occasion: 'february' }));
    expect(await rows()).toMatchObject([
      { withdrawn_because: null, next_reminder_on: '2016-11-17' },
      { withdrawn_because: 'REPLACED' },
    ]);
  });

  it('ends when it is fulfilled or withdrawn, once', async () => {
    await await_(volumes());
    const { regionId, participationId: subjectId } = municipality;
    const end = <T>(how: (work: Parameters<typeof fulfil>[0]) => Promise<T>) =>
      ground.transactions.asService(regionId, 'test', how);
    expect(await end((work) => fulfil(work, { kind: 'TEXT_IN', subjectId }))).toBe(0);
    expect(await end((work) => fulfil(work, { subjectId }))).toBe(1);
    expect(await end((work) => withdraw(work, { subjectId, because: 'DECLINED' }))).toBe(0);
    expect(await rows()).toMatchObject([{ fulfilled: true, withdrawn_because: null }]);
  });

  it('counts working days of the organisation: closed weeks move reminders earlier (R11)', async () => {
    await ground.admin.query(
      `insert into closed_week (region_id, organisation_id, from_date, to_date) values ($1, $2, '2016-11-14', '2016-11-18')`,
      [municipality.regionId, municipality.organisationId],
    );
    await await_(volumes());
    expect(await rows()).toMatchObject([{ next_reminder_on: '2016-11-23' }]);
  });
});
