import { upload, download } from '../builders/attachment';
import { anInvited, decide, INVITE } from '../builders/anchoring';
import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { anOrganisation } from '../builders/organisation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const LEFT = 'leaving { decidedOn decidedBy decisionReference because decisionLink attachmentId onBehalf }';
const SAID = `... on Participation { state powerOfAttorney { id } ${LEFT} actsOnBehalf { verb because } }
  ... on UserError { code message path } ... on InvalidInput { fault }`;
const LEAVE = `mutation ($input: LeaveCaseInput!) { leaveCase(input: $input) { ${SAID} } }`;
const EFFECT = `query ($id: UUID!) { leavingEffect(participationId: $id) {
  now { participants thresholdClass values { expected maximum } } without { participants values { expected maximum } }
  items { name now without } sharesPassed { name sentence } frozenReportOutdated } }`;
const SEEN = `query ($caseId: UUID!) {
  mergedDemandReport(caseId: $caseId) { equalsLatestFrozen sha256 content { values { expected } parts { firm out }
    participants { name left { decidedOn decisionReference } choices { choice } } } }
  frozenReports(caseId: $caseId) { number sha256 }
  jointTenderReadiness(caseId: $caseId) { conditions { code organisationName } }
  volumeTotals(caseId: $caseId) { items { itemId } }
  caseBoard(caseId: $caseId) { rows { organisationName state dueOn status } } }`;
const STATE = `query ($id: UUID!) { participation(id: $id) { state stateReason choices { choice } ${LEFT} }
  participationRoute(participationId: $id) { steps { state decisions { outcome supersededAt } } } }`;
const DECISION = {
  decidedOn: '2016-11-30',
  decidedBy: 'Bystyret',
  decisionReference: 'PS 112/16',
  because: 'Kommunen kjøper selv. Kari Nordmann svarer.',
};

describe('leaving a case (R5b)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-12-01T10:00+01:00' });
  });
  afterAll(() => env.stop());

  const leave = async (client: Client, participationId: string, more: object = {}) =>
    (await client.mutate(LEAVE, { input: { participationId, ...DECISION, ...more } })).leaveCase;
  const state = async (client: Client, id: string) => client.query(STATE, { id });
  const awaited = async (participationId: string) =>
    (
      await env.admin.query(
        'select count(*)::int as open from expectation where participation_id = $1 and fulfilled_at is null and withdrawn_at is null',
        [participationId],
      )
    )[0].open;

  /** Three that are anchored, ten of each item; the third may bear four tenths of the costs. */
  async function three() {
    const built = await aCase(env, { optionYears: 0 });
    const all = [];
    for (const name of ['Arendal', 'Grimstad', 'Risør']) {
      const one = await anAnchoredMunicipality(env, { case: built, name });
      for (const itemId of built.parts.flatMap((part) => part.itemIds)) await aLine(env, one, { itemId });
      await env.admin.query(
        `update participation set volume_figures = (select jsonb_agg(jsonb_build_object('partId', i.part_id, 'year', 2017, 'value', (10 * i.unit_price)::text))
           from volume_item i where i.case_id = $2) where id = $1`,
        [one.participationId, built.caseId],
      );
      all.push(one);
    }
    const [arendal, grimstad, risor] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
    await env.admin.query('update participation set limit_share_of_cost = 40 where id = $1', [risor.participationId]);
    const coordinator = await env.as(built.coordinator);
    return { built, arendal, grimstad, risor, coordinator };
  }
  const freeze = (coordinator: Client, { caseId }: BuiltCase) =>
    coordinator.mutate(
      'mutation ($caseId: UUID!) { freezeMergedDemandReport(input: { caseId: $caseId }) { ... on UserError { code } } }',
      { caseId },
    );

  it('shows the effect first; then it counts no more, nothing is awaited, and the others’ shares are worked out anew', async () => {
    const { built, arendal, risor, coordinator } = await three();
    const { caseId } = built;
    await freeze(coordinator, built);
    const client = await env.as(arendal.person);
    const { leavingEffect } = await client.query(EFFECT, { id: arendal.participationId });
    expect(leavingEffect).toMatchObject({
      now: { participants: 3, values: { expected: '138000.00', maximum: '138000.00' } },
      without: { participants: 2, values: { expected: '92000.00', maximum: '92000.00' } },
      sharesPassed: [
        {
          name: 'Risør',
          sentence: 'Kommunen kan måtte bære 50 % av de samlede kostnadene, og vedtaket setter grensen ved 40 %.',
        },
      ],
      frozenReportOutdated: 1,
    });
    expect(leavingEffect.items).toContainEqual({ name: 'Trygghetsalarm', now: '30', without: '20' });
    // Looking changes nothing.
    expect((await coordinator.query(SEEN, { caseId })).mergedDemandReport.equalsLatestFrozen).toBe(true);

    const { body: file } = await upload(env, client, arendal.participationId);
    const [first, second] = await Promise.all(
      [1, 2].map(() =>
        leave(client, arendal.participationId, { attachmentId: file.id, decisionLink: 'https://arkiv.example/112' }),
      ),
    );
    const left = {
      state: 'WITHDRAWN',
      powerOfAttorney: null,
      actsOnBehalf: [],
      leaving: { ...DECISION, attachmentId: file.id, decisionLink: 'https://arkiv.example/112', onBehalf: false },
    };
    expect([first, second]).toEqual([left, left]);
    expect(await awaited(arendal.participationId)).toBe(0);
    await env.drain();

    const seen = await coordinator.query(SEEN, { caseId });
    expect(seen.mergedDemandReport).toMatchObject({
      equalsLatestFrozen: false,
      content: {
        values: { expected: '92000.00' },
        parts: [
          { firm: 2, out: 1 },
          { firm: 2, out: 1 },
        ],
      },
    });
    expect(seen.mergedDemandReport.content.participants).toContainEqual({
      name: 'Arendal',
      left: { decidedOn: '2016-11-30', decisionReference: 'PS 112/16' },
      choices: [{ choice: 'OUT' }, { choice: 'OUT' }],
    });
    expect(seen.jointTenderReadiness.conditions).toContainEqual({
      code: 'REPORT_OUTDATED',
      organisationName: 'Kristiansand',
    });
    expect(seen.jointTenderReadiness.conditions.map((one: any) => one.organisationName)).not.toContain('Arendal');
    expect(seen.caseBoard.rows).toContainEqual({
      organisationName: 'Arendal',
      state: 'WITHDRAWN',
      dueOn: null,
      status: null,
    });
    // R4: whose share has become too large must decide again.
    expect((await state(coordinator, risor.participationId)).participation).toMatchObject({
      state: 'REANCHOR_REQUIRED',
      stateReason: leavingEffect.sharesPassed[0].sentence,
    });
    // R28: minutes are for all members; another municipality opens the decision too.
    expect((await download(env, await env.as(risor.person), file.url)).status).toBe(200);

    // R32: people's words stand in the log as hashes only; the coordinator hears of it.
    const [entry] = await env.admin.query(
      `select entry from decision_log where verb = 'leaveCase' and subject_id = $1`,
      [arendal.participationId],
    );
    expect(entry.entry).toContain('PS 112/16');
    expect(entry.entry).not.toMatch(/Nordmann|kjøper selv|Bystyret/);
    const { news } = await coordinator.query('{ news(first: 20) { kind organisationName participationId } }');
    expect(news).toContainEqual({
      kind: 'LEFT',
      organisationName: 'Arendal',
      participationId: arendal.participationId,
    });

    // R10: the host's coordinator is written to, once.
    const mails = await env.admin.query(`select to_address, state from mail where kind = 'NOTICE' and case_id = $1`, [
      caseId,
    ]);
    expect(mails).toEqual([{ to_address: built.coordinator.email, state: 'SENT' }]);

    // Once left, another decision is no second one; nothing is chosen, declared or signed any more.
    expect(await leave(client, arendal.participationId, { decisionReference: 'PS 113/16' })).toMatchObject({
      code: 'PARTICIPATION_WITHDRAWN',
    });
    expect((await client.query(EFFECT, { id: arendal.participationId })).leavingEffect).toBeNull();
    for (const [verb, type, input] of [
      ['chooseParts', 'ChoosePartsInput', { choices: [{ partId: built.parts[0]!.id, choice: 'OPTION' }] }],
      ['declareVolumes', 'DeclareVolumesInput', { cells: [] }],
      [
        'recordPowerOfAttorney',
        'RecordPowerOfAttorneyInput',
        { signatory: 'A', authority: 'B', signedOn: '2016-12-01' },
      ],
    ] as const)
      expect(
        (
          await client.mutate(
            `mutation ($input: ${type}!) { result: ${verb}(input: $input) { ... on UserError { code } } }`,
            { input: { participationId: arendal.participationId, ...input } },
          )
        ).result,
      ).toEqual({ code: 'PARTICIPATION_WITHDRAWN' });
  });

  it('is for the municipality itself, or for the host with reason and evidence, marked for ever; its faults are said', async () => {
    const { arendal, grimstad, coordinator } = await three();
    const client = await env.as(arendal.person);
    expect(await leave(await env.as(grimstad.person), arendal.participationId)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await leave(coordinator, arendal.participationId)).toMatchObject({
      fault: 'REQUIRED',
      path: ['input', 'onBehalf'],
    });
    for (const [field, value, fault] of [
      ['decidedOn', '2016-12-02', 'DATE_IN_FUTURE'],
      ['decidedOn', '2016-01-14', 'DATE_TOO_EARLY'],
      ['decidedBy', ' ', 'REQUIRED'],
      ['decisionReference', '', 'REQUIRED'],
      ['because', ' ', 'REQUIRED'],
      ['decisionLink', 'http://arkiv.example', 'NOT_A_LINK'],
      ['attachmentId', '01900000-0000-7000-8000-00000000dead', 'UNKNOWN_REFERENCE'],
    ])
      expect(await leave(client, arendal.participationId, { [field!]: value })).toMatchObject({
        path: ['input', field],
        fault,
      });
    expect((await state(client, arendal.participationId)).participation).toMatchObject({
      state: 'ANCHORED',
      leaving: null,
    });
    const onBehalf = { because: 'De har ikke logget inn.', evidence: '16/00123-9' };
    expect(await leave(coordinator, arendal.participationId, { onBehalf })).toMatchObject({
      state: 'WITHDRAWN',
      leaving: { onBehalf: true },
      actsOnBehalf: [{ verb: 'leaveCase', because: onBehalf.because }],
    });
  });

  it.each([
    ['PARTICIPANTS_FROZEN', 'ANCHORED', 'PARTICIPANTS_ALREADY_FROZEN', /Trekk fullmakten tilbake/],
    ['PAUSED', 'ANCHORED', 'CASE_CLOSED', /pause/],
    ['CANCELLED', 'ANCHORED', 'CASE_CLOSED', /avlyst/],
    ['INVITED', 'DECLINED', 'NOT_TAKING_PART', /ikke med/],
  ] as const)('in a case that is %s one that is %s is told %s', async (stage, was, code, message) => {
    const one = await anAnchoredMunicipality(env, { case: await aCase(env, { stage }), state: was });
    expect(await leave(await env.as(one.person), one.participationId)).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('who has left comes back by a new invitation, and decides anew; what was decided stays to be seen', async () => {
    const route = await anInvited(env, { decisionDeadline: '2017-02-28' });
    const { client, participationId, organisationId, steps } = route;
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-30');
    await client.mutate(
      'mutation ($input: ChoosePartsInput!) { chooseParts(input: $input) { ... on UserError { code } } }',
      { input: { participationId, choices: route.case.parts.map(({ id }) => ({ partId: id, choice: 'OPTION' })) } },
    );
    await env.drain();
    expect(await awaited(participationId)).toBeGreaterThan(0);
    expect(await leave(client, participationId)).toMatchObject({ state: 'WITHDRAWN' });
    await env.drain();
    expect(await awaited(participationId)).toBe(0);
    expect(await decide(client, steps[1]!, 'RECOMMENDED', '2016-12-01')).toMatchObject({
      code: 'PARTICIPATION_WITHDRAWN',
    });

    const host = await env.as(route.case.coordinator);
    const other = await anOrganisation(env, route.case.regionId);
    await env.setClock('2016-12-05T10:00+01:00');
    const { inviteMunicipalities: invited } = await host.mutate(INVITE, {
      input: { caseId: route.case.caseId, organisationIds: [organisationId, other] },
    });
    expect(invited.participationIds).toHaveLength(2);
    await env.drain();
    const back = await state(client, participationId);
    expect(back.participation).toMatchObject({ state: 'INVITED', choices: [], leaving: null });
    expect(back.participationRoute.steps.map((one: any) => one.state)).toEqual(['OPEN', 'WAITING', 'WAITING']);
    expect(back.participationRoute.steps[0].decisions).toEqual([
      { outcome: 'RECOMMENDED', supersededAt: expect.any(String) },
    ]);
    expect(await awaited(participationId)).toBeGreaterThan(0);
    const days = await env.admin.query(
      `select distinct mail_on from mail where kind = 'INVITATION' and organisation_id = $1`,
      [organisationId],
    );
    expect(days).toHaveLength(2);
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-12-05')).toMatchObject({ state: 'DECIDED' });
  });
});
