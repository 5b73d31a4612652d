import { Transactions } from '@samanker/database';
import { mergeProposals } from '@samanker/merge-proposal';
import { aNeed } from '../builders/need';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REGISTER = `mutation ($input: RegisterNeedInput!) { registerNeed(input: $input) { __typename ... on Need { id version } ... on UserError { message path } } }`;
const CHANGE = `mutation ($input: ChangeNeedInput!) { changeNeed(input: $input) { __typename ... on Need { id version } ... on UserError { message path } } }`;
const WITHDRAW = `mutation ($input: WithdrawNeedInput!) { withdrawNeed(input: $input) { __typename ... on UserError { message } } }`;
const PROPOSALS = `query ($state: MergeProposalState) { mergeProposals(state: $state) { id state version score reason caseId closedAt
  needs { id organisationId state caseId } acceptances { personId personName acceptedAt } terms { title hostOrganisationId parts { title items { name unitCode cpvCode needIds } } }
  pairs { needA needB score reasons { kind speaksFor sentence } } } }`;
const ACCEPT = `mutation ($input: AcceptMergeProposalInput!) { acceptMergeProposal(input: $input) { __typename
  ... on MergeProposal { id state caseId acceptances { personName } terms { title } } ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const REJECT = `mutation ($input: RejectMergeProposalInput!) { rejectMergeProposal(input: $input) { __typename
  ... on MergeProposal { id state reason closedAt } ... on UserError { code message path } ... on InvalidInput { fault } } }`;

interface Proposal {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly score: number;
  readonly caseId: string | null;
  readonly needs: { id: string; organisationId: string; state: string; caseId: string | null }[];
  readonly acceptances: { personName: string }[];
  readonly pairs: {
    needA: string;
    needB: string;
    score: number;
    reasons: { kind: string; speaksFor: boolean; sentence: string }[];
  }[];
}

const TITLES = {
  NB: [
    'Trygghetsalarmer til hjemmeboende',
    'Digitale trygghetsalarmer',
    'Nye trygghetsalarmer for eldre hjemme',
    'Trygghetsalarmer og varsling',
  ],
  NN: [
    'Tryggleiksalarmar til heimebuande',
    'Digitale tryggleiksalarmar',
    'Nye tryggleiksalarmar for eldre heime',
    'Tryggleiksalarmar og varsling',
  ],
};

const written = (over: Record<string, unknown> = {}) => ({
  title: 'Trygghetsalarmer til hjemmeboende',
  problem: 'Analoge alarmer slutter å virke når telenettet legges om.',
  cpvCodes: ['33195000'],
  quantity: '100',
  unitCode: 'STK',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
  ...over,
});

describe('overlapping needs become one case', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-01-11T10:00+01:00' });
  });
  afterAll(() => env.stop());

  /** A region with a secretariat and two members of the regional group. */
  async function aScene() {
    const region = await aRegion(env);
    const [first, second] = await Promise.all([
      aPerson(env, region, { roles: ['SECRETARIAT'], name: 'Sekretæren' }),
      aPerson(env, region, { roles: ['REGIONAL_GROUP'], name: 'Rådmannen', language: 'NN' }),
    ]);
    const member = async (name: string, language = 'NB') => {
      const organisationId = await anOrganisation(env, region, { name, language });
      return {
        organisationId,
        client: await env.as(await aPerson(env, region, { organisationId, roles: ['COORDINATOR'], language })),
      };
    };
    const register = async ({ client }: { client: Client }, over: Record<string, unknown> = {}) => {
      const { registerNeed } = await client.mutate(REGISTER, { input: { fields: written(over) } });
      if (registerNeed.__typename !== 'Need') throw new Error(JSON.stringify(registerNeed));
      return registerNeed.id as string;
    };
    const secretariat = await env.as(first);
    const proposals = async (state: string | null = 'PROPOSED', client = secretariat) =>
      (await client.query(PROPOSALS, { state })).mergeProposals as Proposal[];
    return { region, secretariat, group: await env.as(second), member, register, proposals };
  }
  const terms = (hostOrganisationId: string, over: Record<string, unknown> = {}) => ({
    hostOrganisationId,
    title: 'Felles anskaffelse av trygghetsalarmer',
    decisionDeadline: '2016-12-15',
    firstYear: 2017,
    years: 4,
    optionYears: 2,
    ...over,
  });
  const accept = async (client: Client, { id, version }: { id: string; version: number }, given?: object) =>
    (await client.mutate(ACCEPT, { input: { proposalId: id, version, ...(given ? { terms: given } : {}) } }))
      .acceptMergeProposal;
  const reject = async (client: Client, { id, version }: { id: string; version: number }, reason = 'Ulike tjenester') =>
    (await client.mutate(REJECT, { input: { proposalId: id, version, reason } })).rejectMergeProposal;
  const rows = async (sql: string, ...parameters: unknown[]) => env.admin.query(sql, parameters);
  const ids = (needs: readonly { id: string }[]) => needs.map(({ id }) => id).sort();

  it('thirty municipalities register the same need in Bokmål and Nynorsk; two people accept; one case takes them all (R15–R17, R19, R29)', async () => {
    const { secretariat, group, member, register, proposals } = await aScene();
    const members = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        member(`Kommune ${String(i + 1).padStart(2, '0')}`, i % 3 === 2 ? 'NN' : 'NB'),
      ),
    );
    const needs = await Promise.all(
      members.map((m, i) => {
        const title = (i % 3 === 2 ? TITLES.NN : TITLES.NB)[i % 4];
        const cpvCodes = i % 5 === 4 ? ['33195100', '35121700'] : ['33195000'];
        return register(m, {
          title,
          cpvCodes,
          quantity: String(50 + i),
          ...(i === 7 ? { quantity: '12', unitCode: 'DUSIN' } : {}),
        });
      }),
    );
    const salt = await register(members[0]!, {
      title: 'Veisalt levert på bil',
      cpvCodes: ['34927100'],
      quantity: '400',
      unitCode: 'TONN',
    });
    await env.drain();

    const made = await proposals();
    expect(made).toHaveLength(1);
    const proposal = made[0]!;
    expect(ids(proposal.needs)).toEqual([...needs].sort());
    expect(proposal.score).toBeGreaterThan(0.4);
    expect(proposal.pairs).toHaveLength(20);
    const sentences = proposal.pairs[0]!.reasons.map(({ sentence }) => sentence);
    expect(sentences[0]).toBe('Begge har CPV-koden 33195000 «Pasientovervåkningssystem».');
    expect(sentences[3]).toBe('Periodene møtes fra 01.01.2017 til 31.12.2020.');
    const [inNynorsk] = await proposals('PROPOSED', group);
    expect(inNynorsk!.pairs[0]!.reasons[3]!.sentence).toBe('Periodane møtest frå 01.01.2017 til 31.12.2020.');

    // R18: the dozen is converted, and the conversion is shown before anybody accepts.
    const { suggestedMergeParts } = await secretariat.query(
      `query ($id: UUID!) { suggestedMergeParts(proposalId: $id) { title items { unitCode cpvCode total contributions { needId quantity unitCode converted conversion } } } }`,
      { id: proposal.id },
    );
    expect(suggestedMergeParts).toHaveLength(1);
    const [item] = suggestedMergeParts[0].items;
    const total = needs.reduce((sum, _, i) => sum + (i === 7 ? 144 : 50 + i), 0);
    expect(item).toMatchObject({ unitCode: 'STK', cpvCode: '33195000', total: String(total) });
    expect(item.contributions).toContainEqual({
      needId: needs[7],
      quantity: '12',
      unitCode: 'DUSIN',
      converted: '144',
      conversion: '1 DUSIN = 12 STK',
    });

    const host = members[0]!.organisationId;
    expect(await accept(members[0]!.client, proposal, terms(host))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await accept(group, proposal)).toMatchObject({
      __typename: 'InvalidInput',
      fault: 'REQUIRED',
      path: ['input', 'terms'],
    });
    expect(await accept(secretariat, proposal, terms(host))).toMatchObject({
      state: 'PROPOSED',
      caseId: null,
      acceptances: [{ personName: 'Sekretæren' }],
      terms: { title: 'Felles anskaffelse av trygghetsalarmer' },
    });
    // The same person twice is one acceptance, whatever is said the second time (R29).
    expect(await accept(secretariat, proposal, terms(host, { title: 'Noe annet' }))).toMatchObject({
      state: 'PROPOSED',
      acceptances: [{ personName: 'Sekretæren' }],
      terms: { title: 'Felles anskaffelse av trygghetsalarmer' },
    });
    expect(await rows('select 1 from procurement_case where host_organisation_id = $1', host)).toEqual([]);
    expect(await accept(group, proposal, terms(host, { years: 5 }))).toMatchObject({
      code: 'MERGE_TERMS_DIFFER',
      message: expect.stringContaining('Ein annan'),
    });
    const accepted = await accept(group, proposal);
    expect(accepted).toMatchObject({
      state: 'ACCEPTED',
      acceptances: [{ personName: 'Sekretæren' }, { personName: 'Rådmannen' }],
    });
    expect(await accept(group, proposal)).toMatchObject({ state: 'ACCEPTED', caseId: accepted.caseId });
    await env.drain();

    const { procurementCase, needs: taken } = await secretariat.query(
      `query ($id: UUID!) { procurementCase(id: $id) { title hostOrganisationId decisionDeadline firstYear years optionYears parts { items { unitCode } } } needs(filter: { caseId: $id }) { id state caseId } }`,
      { id: accepted.caseId },
    );
    expect(procurementCase).toEqual({
      title: 'Felles anskaffelse av trygghetsalarmer',
      hostOrganisationId: host,
      decisionDeadline: '2016-12-15',
      firstYear: 2017,
      years: 4,
      optionYears: 2,
      parts: [{ items: [{ unitCode: 'STK' }] }],
    });
    expect(ids(taken)).toEqual([...needs].sort());
    expect(taken.every((need: { state: string }) => need.state === 'IN_CASE')).toBe(true);

    const [{ participations }] = await rows(
      'select count(*)::int as participations from participation where case_id = $1',
      accepted.caseId,
    );
    expect(participations).toBe(30);
    // R19: every line points at a need of its own organisation, and for each need the sum over the years is its quantity.
    const lines = await rows(
      `select n.need_id, p.organisation_id = d.organisation_id as own, sum(l.expected)::float8 as total, array_agg(l.year order by l.year) as years
       from volume_line l join participation p on p.id = l.participation_id left join volume_line_need n on n.line_id = l.id left join need d on d.id = n.need_id
       where p.case_id = $1 group by 1, 2`,
      accepted.caseId,
    );
    expect(lines).toHaveLength(30);
    for (const line of lines) {
      const index = needs.indexOf(line.need_id);
      expect(line).toEqual({
        need_id: needs[index],
        own: true,
        total: index === 7 ? 144 : 50 + index,
        years: [2017, 2018, 2019, 2020],
      });
    }
    expect((await rows('select state from need where id = $1', salt))[0].state).toBe('DECLARED');
    const entries = await rows(
      `select entry::json ->> 'verb' as verb, count(*)::int from decision_log where case_id = $1 group by 1 order by 1`,
      accepted.caseId,
    );
    expect(entries).toEqual([
      { verb: 'acceptMergeProposal', count: 1 },
      { verb: 'fillLinesFromNeeds', count: 30 },
      { verb: 'takeNeedIntoCase', count: 30 },
    ]);
  });

  it('two different needs do not become one blob', async () => {
    const { member, register, proposals } = await aScene();
    const [a, b, c, d] = await Promise.all(['A', 'B', 'C', 'D'].map((name) => member(name)));
    const alarms = [await register(a!), await register(b!, { title: 'Trygghetsalarmer og responssenter' })];
    const salt = [
      await register(c!, { title: 'Veisalt til vintervei', cpvCodes: ['34927100'] }),
      await register(d!, { title: 'Salt til vintervei', cpvCodes: ['34927100'] }),
    ];
    await env.drain();
    expect((await proposals()).map(({ needs }) => ids(needs)).sort()).toEqual([alarms.sort(), salt.sort()].sort());
  });

  it('needs of one organisation are never a pair, drafts are not looked at (R16, R28)', async () => {
    const { member, register, proposals } = await aScene();
    const [a, b] = [await member('A'), await member('B')];
    await register(a);
    await register(a);
    await b.client.mutate(REGISTER, { input: { fields: written(), draft: true } });
    await env.drain();
    expect(await proposals()).toEqual([]);
    await register(b);
    await env.drain();
    const [proposal] = await proposals();
    expect(proposal!.needs).toHaveLength(3);
    expect(proposal!.pairs).toHaveLength(2);
  });

  it('a proposal follows its needs while nobody has accepted it: a newcomer joins, one that is taken back leaves', async () => {
    const { member, register, proposals } = await aScene();
    const members = await Promise.all(['A', 'B', 'C'].map((name) => member(name)));
    await register(members[0]!);
    await register(members[1]!);
    await env.drain();
    const [before] = await proposals();
    const third = await register(members[2]!);
    await env.drain();
    const [grown] = await proposals();
    expect(grown).toMatchObject({ id: before!.id, version: before!.version + 1 });
    expect(grown!.needs).toHaveLength(3);
    await members[2]!.client.mutate(WITHDRAW, { input: { needId: third, version: 1 } });
    await env.drain();
    const [shrunk] = await proposals();
    expect(shrunk).toMatchObject({ id: before!.id, version: before!.version + 2 });
    expect(ids(shrunk!.needs)).toEqual(ids(before!.needs));
    expect(shrunk!.pairs).toHaveLength(1);
  });

  it('a rejected proposal is not made again, nor a part of it, until a need changes (R17)', async () => {
    const { secretariat, group, member, register, proposals } = await aScene();
    const members = await Promise.all(['A', 'B', 'C'].map((name) => member(name)));
    const needs = [];
    for (const m of members) needs.push(await register(m));
    await env.drain();
    const [proposal] = await proposals();
    expect(await reject(members[0]!.client, proposal!)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await reject(secretariat, proposal!, '  ')).toMatchObject({ fault: 'REQUIRED', path: ['input', 'reason'] });
    expect(await reject(secretariat, proposal!)).toMatchObject({ state: 'REJECTED', reason: 'Ulike tjenester' });
    expect(await reject(secretariat, proposal!)).toMatchObject({ state: 'REJECTED' });
    expect(await reject(group, proposal!, 'Noko anna')).toMatchObject({
      code: 'MERGE_PROPOSAL_CLOSED',
      message: expect.stringContaining('avvist'),
    });
    expect(await accept(group, proposal!, terms(members[0]!.organisationId))).toMatchObject({
      code: 'MERGE_PROPOSAL_CLOSED',
    });

    // Looked at again: nothing. One is taken back, the other two stand as they were: nothing.
    await rows(
      `insert into outbox_event (region_id, name, payload) select region_id, 'NeedChanged', jsonb_build_object('needId', id) from need where id = any($1::uuid[])`,
      needs,
    );
    await members[2]!.client.mutate(WITHDRAW, { input: { needId: needs[2], version: 1 } });
    await env.drain();
    expect(await proposals()).toEqual([]);

    const { changeNeed } = await members[1]!.client.mutate(CHANGE, {
      input: { needId: needs[1], version: 1, fields: written({ quantity: '900' }) },
    });
    expect(changeNeed).toMatchObject({ version: 2 });
    await env.drain();
    const [again] = await proposals();
    expect(ids(again!.needs)).toEqual([needs[0], needs[1]].sort());
    expect(again!.id).not.toBe(proposal!.id);
    expect((await proposals('REJECTED')).map(({ id }) => id)).toEqual([proposal!.id]);
  });

  it('a need that changes after the first acceptance takes the acceptance with it: the proposal is made anew (R17, R29)', async () => {
    const { secretariat, group, member, register, proposals } = await aScene();
    const [a, b] = [await member('A'), await member('B')];
    const need = await register(a);
    await register(b);
    await env.drain();
    const [proposal] = await proposals();
    await accept(secretariat, proposal!, terms(a.organisationId));
    await a.client.mutate(CHANGE, { input: { needId: need, version: 1, fields: written({ quantity: '5000' }) } });
    // Before the worker has looked: the needs are not what was accepted.
    expect(await accept(group, proposal!)).toMatchObject({ code: 'MERGE_PROPOSAL_CLOSED' });
    await env.drain();
    expect(await accept(group, proposal!)).toMatchObject({ code: 'MERGE_PROPOSAL_CLOSED' });
    const [anew] = await proposals();
    expect(anew!.id).not.toBe(proposal!.id);
    expect(anew!.acceptances).toEqual([]);
    expect(anew!.pairs).toHaveLength(1);
    expect(await accept(group, anew!)).toMatchObject({ fault: 'REQUIRED' });
  });

  it('an outdated version is refused: nobody accepts what they have not seen', async () => {
    const { secretariat, member, register, proposals } = await aScene();
    const members = await Promise.all(['A', 'B', 'C'].map((name) => member(name)));
    await register(members[0]!);
    await register(members[1]!);
    await env.drain();
    const [seen] = await proposals();
    await register(members[2]!);
    await env.drain();
    expect(await accept(secretariat, seen!, terms(members[0]!.organisationId))).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await reject(secretariat, seen!)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('two accept at once, also with a double click: one case (R29)', async () => {
    const { secretariat, group, member, register, proposals } = await aScene();
    const [a, b] = [await member('A'), await member('B')];
    await register(a);
    await register(b);
    await env.drain();
    const [proposal] = await proposals();
    const given = terms(a.organisationId);
    const answers = await Promise.all(
      [secretariat, group, secretariat, group].map((client) => accept(client, proposal!, given)),
    );
    expect(answers.map((answer) => answer.__typename)).toEqual(Array(4).fill('MergeProposal'));
    const [after] = await proposals('ACCEPTED');
    expect(after!.acceptances).toHaveLength(2);
    const cases = await rows('select id from procurement_case where host_organisation_id = $1', a.organisationId);
    expect(cases).toEqual([{ id: after!.caseId }]);
    expect((await rows('select count(*)::int as n from participation where case_id = $1', after!.caseId))[0].n).toBe(2);
  });

  it('the worker may run twice, and many at once: the same proposals', async () => {
    const { region, member, proposals } = await aScene();
    for (let i = 0; i < 6; i++)
      await aNeed(env, region, (await member(`K${i}`)).organisationId, { title: TITLES.NB[i % 4] });
    const announce = () =>
      rows(
        `insert into outbox_event (region_id, name, payload) select region_id, 'NeedDeclared', jsonb_build_object('needId', id) from need where region_id = $1`,
        region,
      );
    await announce();
    await announce();
    await env.drain();
    const [first, ...others] = await proposals();
    expect(others).toEqual([]);
    expect(first!.needs).toHaveLength(6);
    await announce();
    await env.drain();
    expect(await proposals()).toEqual([first]);
  });

  it('another region sees and decides nothing of it (R30)', async () => {
    const { member, register, proposals } = await aScene();
    await register(await member('A'));
    await register(await member('B'));
    const elsewhere = await aScene();
    await elsewhere.register(await elsewhere.member('C'));
    await env.drain();
    const [proposal] = await proposals();
    expect(proposal!.needs).toHaveLength(2);
    expect(await elsewhere.proposals(null)).toEqual([]);
    expect(await reject(elsewhere.secretariat, proposal!)).toMatchObject({ code: 'NOT_FOUND' });
  });

  describe('bad terms are refused by name of the field, and nothing is half done', () => {
    let scene: Awaited<ReturnType<typeof aScene>>;
    let proposal: Proposal;
    let host: string;
    beforeAll(async () => {
      scene = await aScene();
      const [a, b] = [await scene.member('A'), await scene.member('B')];
      host = a.organisationId;
      await scene.register(a);
      await scene.register(b, { unitCode: 'KG' });
      await env.drain();
      proposal = (await scene.proposals())[0]!;
    });
    const part = (items: object[]) => [{ title: 'Del', items }];
    const item = (over: object = {}) => ({
      name: 'Vare',
      unitCode: 'STK',
      cpvCode: '33195000',
      needIds: ids(proposal.needs),
      ...over,
    });

    it.each<[string, () => Record<string, unknown>, object]>([
      [
        'a deadline before today',
        () => ({ decisionDeadline: '2016-01-10' }),
        { fault: 'DATE_PASSED', path: ['input', 'terms', 'decisionDeadline'] },
      ],
      [
        'a host outside the region',
        () => ({ hostOrganisationId: '01900000-0000-7000-8000-000000000000' }),
        { fault: 'UNKNOWN_ORGANISATION', path: ['input', 'terms', 'hostOrganisationId'] },
      ],
      ['no title', () => ({ title: '' }), { fault: 'REQUIRED', path: ['input', 'terms', 'title'] }],
      ['too many years', () => ({ years: 16 }), { fault: 'TOO_LARGE', path: ['input', 'terms', 'years'] }],
      [
        'a need left out',
        () => ({ parts: part([item({ needIds: [proposal.needs[0]!.id] })]) }),
        { fault: 'REQUIRED', path: ['input', 'terms', 'parts'] },
      ],
      [
        'a need twice',
        () => ({ parts: part([item({ needIds: [proposal.needs[0]!.id] }), item()]) }),
        { fault: 'DUPLICATE' },
      ],
      [
        'a need from elsewhere',
        () => ({ parts: part([item({ needIds: ['01900000-0000-7000-8000-000000000000'] })]) }),
        { fault: 'UNKNOWN_REFERENCE' },
      ],
      ['an unknown unit', () => ({ parts: part([item({ unitCode: 'FAVN' })]) }), { fault: 'UNKNOWN_UNIT' }],
      ['an unknown CPV code', () => ({ parts: part([item({ cpvCode: '99999999' })]) }), { fault: 'UNKNOWN_CPV' }],
      [
        'a price with VAT',
        () => ({ parts: part([item({ unitPrice: { amount: '10', vat: 'INCLUDED' } })]) }),
        { fault: 'VAT_INCLUDED' },
      ],
      [
        'units that cannot be added (R18)',
        () => ({ parts: part([item()]) }),
        { code: 'UNITS_DO_NOT_AGREE', message: expect.stringContaining('KG') },
      ],
    ])('%s', async (_, over, expected) => {
      expect(await accept(scene.secretariat, proposal, terms(host, over()))).toMatchObject(expected);
      const [unchanged] = await scene.proposals();
      expect(unchanged).toEqual(proposal);
    });

    it('units that differ get a part each when nobody says otherwise (R18)', async () => {
      await accept(scene.secretariat, proposal, terms(host));
      const answer = await accept(scene.group, proposal);
      const { procurementCase } = await scene.secretariat.query(
        'query ($id: UUID!) { procurementCase(id: $id) { parts { items { unitCode } } } }',
        { id: answer.caseId },
      );
      expect(procurementCase.parts.map((p: { items: { unitCode: string }[] }) => p.items[0]!.unitCode).sort()).toEqual([
        'KG',
        'STK',
      ]);
    });
  });

  it('the list takes three statements, whatever its length', async () => {
    const { region, member, register } = await aScene();
    for (let i = 0; i < 3; i++) {
      const cpvCodes = [['33195000', '34927100', '15810000'][i]!];
      const title = ['Trygghetsalarmer', 'Veisalt på bil', 'Bakervarer til sykehjem'][i]!;
      await register(await member(`A${i}`), { title, cpvCodes });
      await register(await member(`B${i}`), { title, cpvCodes });
    }
    await env.drain();
    const transactions = env.api.get(Transactions, { strict: false });
    const { found, statements } = await transactions.asService(region, 'test', async (work) => {
      const query = jest.spyOn(work, 'query');
      const found = await mergeProposals(work, null);
      return { found, statements: query.mock.calls.length };
    });
    expect(found).toHaveLength(3);
    expect(statements).toBe(3);
  });
});
