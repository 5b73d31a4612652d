import { saltedWording } from '@samanker/decision-log';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aParticipation, anAnchoredParticipation, type BuiltParticipation } from '../builders/participation';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const FIELDS = `__typename ... on Participation { id state stateReason stateReasons { code } localLeader localGainConfirmedAt actsOnBehalf { verb because evidence }
  choices { partId partNumber choice } conditions { id state } powerOfAttorney { signatory signedOn ownMaximum onBehalfBecause } }
  ... on UserError { code message path } ... on InvalidInput { fault }`;
const act = (verb: string): string =>
  `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${FIELDS} } }`;

describe('a participation', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ worker: false, clock: '2016-02-10T09:00+01:00' });
  });
  afterAll(() => env.stop());

  const run = async (
    client: Client,
    verb: string,
    { participationId }: { participationId?: string },
    input: Record<string, unknown> = {},
  ) => (await client.mutate(act(verb), { input: { ...(participationId ? { participationId } : {}), ...input } }))[verb];
  const reasons = (answer: { stateReasons: { code: string }[] }): string[] =>
    answer.stateReasons.map(({ code }) => code);
  const eventsOf = async (participationId: string): Promise<number> => {
    const [{ count }] = await env.admin.query(
      `select count(*) from outbox_event where name = 'ParticipationStateChanged' and payload ->> 'participationId' = $1`,
      [participationId],
    );
    return count;
  };
  const versionOf = async (caseId: string): Promise<number> =>
    (await env.admin.query('select volume_version from procurement_case where id = $1', [caseId]))[0].volume_version;
  const twoParts = ({ case: { parts } }: BuiltParticipation, one: string, other: string) => ({
    choices: [
      { partId: parts[0]!.id, choice: one },
      { partId: parts[1]!.id, choice: other },
    ],
  });

  it('becomes anchored: technology firm, response centre with an option, gain confirmed, power of attorney recorded (R5)', async () => {
    const built = await aParticipation(env, { routeFinishedOn: '2016-02-05' });
    const client = await env.as(built.person);
    const chosen = await run(client, 'chooseParts', built, {
      ...twoParts(built, 'FIRM', 'OPTION'),
      localLeader: 'Enhetsleder Hjemmetjenesten',
    });
    expect(chosen).toMatchObject({
      state: 'ANCHORING',
      choices: [
        { partNumber: 1, choice: 'FIRM' },
        { partNumber: 2, choice: 'OPTION' },
      ],
    });
    expect(reasons(chosen)).toEqual(['LOCAL_GAIN_UNCONFIRMED', 'POWER_OF_ATTORNEY_MISSING']);
    expect(chosen.stateReason).toBe('Lokal leder har ikke bekreftet den lokale gevinsten.');
    expect(reasons(await run(client, 'confirmLocalGain', built))).toEqual(['POWER_OF_ATTORNEY_MISSING']);
    const anchored = await run(client, 'recordPowerOfAttorney', built, {
      signatory: 'Rådmannen',
      authority: 'Kommunestyrets vedtak PS 11/16',
      signedOn: '2016-02-09',
      ownMaximum: { amount: '900000', vat: 'EXCLUDED' },
    });
    expect(anchored).toMatchObject({
      state: 'ANCHORED',
      stateReasons: [],
      powerOfAttorney: { signatory: 'Rådmannen', ownMaximum: '900000.00', onBehalfBecause: null },
    });
    const { participations } = await client.query('query ($id: UUID!) { participations(caseId: $id) { id state } }', {
      id: built.case.caseId,
    });
    expect(participations).toEqual([{ id: built.participationId, state: 'ANCHORED' }]);
    expect(await eventsOf(built.participationId)).toBe(2);
    const log = await env.admin.query('select entry from decision_log where subject_id = $1 order by seq', [
      built.participationId,
    ]);
    expect(log.map(({ entry }: { entry: string }) => JSON.parse(entry).verb)).toEqual([
      'chooseParts',
      'recomputeParticipation',
      'confirmLocalGain',
      'recordPowerOfAttorney',
      'recomputeParticipation',
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Rådmannen|Enhetsleder/);
  });

  it('changes nothing and publishes nothing when the same choice comes again', async () => {
    const built = await anAnchoredParticipation(env);
    const client = await env.as(built.person);
    const version = await versionOf(built.case.caseId);
    expect(await run(client, 'chooseParts', built, twoParts(built, 'FIRM', 'FIRM'))).toMatchObject({
      state: 'ANCHORED',
    });
    expect([await eventsOf(built.participationId), await versionOf(built.case.caseId)]).toEqual([0, version]);
    await run(client, 'chooseParts', built, twoParts(built, 'FIRM', 'OPTION'));
    expect([await eventsOf(built.participationId), await versionOf(built.case.caseId)]).toEqual([1, version + 1]);
  });

  it('has declined when it is out of every part, and comes back when it chooses again', async () => {
    const built = await anAnchoredParticipation(env);
    const client = await env.as(built.person);
    expect(await run(client, 'chooseParts', built, twoParts(built, 'OUT', 'OUT'))).toMatchObject({
      state: 'DECLINED',
      stateReason: 'Kommunen deltar ikke i noen av delene.',
    });
    expect(await run(client, 'chooseParts', built, twoParts(built, 'OUT', 'OPTION'))).toMatchObject({
      state: 'ANCHORED',
    });
  });

  it('loses the confirmation of the gain with another local leader', async () => {
    const built = await anAnchoredParticipation(env);
    const client = await env.as(built.person);
    const answer = await run(client, 'chooseParts', built, { choices: [], localLeader: 'En annen leder' });
    expect(answer).toMatchObject({ state: 'ANCHORING', localGainConfirmedAt: null });
    expect(reasons(answer)).toEqual(['LOCAL_GAIN_UNCONFIRMED']);
    const nobody = await aParticipation(env);
    expect(await run(await env.as(nobody.person), 'confirmLocalGain', nobody)).toMatchObject({
      code: 'LOCAL_LEADER_MISSING',
    });
  });

  it('is no longer anchored without a power of attorney, and a new one is awaited (R5b); a new one replaces the old', async () => {
    const built = await anAnchoredParticipation(env);
    const client = await env.as(built.person);
    const withdrawn = await run(client, 'withdrawPowerOfAttorney', built, { because: 'Feil underskriver' });
    expect(withdrawn).toMatchObject({ state: 'ANCHORING', powerOfAttorney: null });
    const awaited = () =>
      env.admin.query(
        'select kind, due_on::text, fulfilled_at is not null as fulfilled from expectation where participation_id = $1',
        [built.participationId],
      );
    expect(await awaited()).toEqual([{ kind: 'POWER_OF_ATTORNEY', due_on: '2016-02-24', fulfilled: false }]);
    const signed = { signatory: 'Ordføreren', authority: 'PS 11/16', signedOn: '2016-02-10' };
    expect(await run(client, 'recordPowerOfAttorney', built, signed)).toMatchObject({ state: 'ANCHORED' });
    expect(await awaited()).toMatchObject([{ fulfilled: true }]);
    await run(client, 'recordPowerOfAttorney', built, signed);
    await run(client, 'recordPowerOfAttorney', built, { ...signed, signatory: 'Rådmannen' });
    const rows = await env.admin.query(
      'select signatory, withdrawn_at is null as in_force from power_of_attorney where participation_id = $1 and signatory <> $2 order by id',
      [built.participationId, '-'],
    );
    expect(rows).toEqual([
      { signatory: 'Rådmannen', in_force: false },
      { signatory: 'Ordføreren', in_force: false },
      { signatory: 'Rådmannen', in_force: true },
    ]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['signed in the future', { signedOn: '2016-02-11' }, 'signedOn', 'DATE_IN_FUTURE'],
    ['signed before the case', { signedOn: '2016-01-14' }, 'signedOn', 'DATE_TOO_EARLY'],
    ['without a signatory', { signatory: ' ' }, 'signatory', 'REQUIRED'],
    [
      'a maximum with three decimals',
      { ownMaximum: { amount: '1.001', vat: 'EXCLUDED' } },
      'ownMaximum.amount',
      'TOO_MANY_DECIMALS',
    ],
    ['a maximum with VAT', { ownMaximum: { amount: '1', vat: 'INCLUDED' } }, 'ownMaximum.vat', 'VAT_INCLUDED'],
    ['NUL', { deviations: 'a\u0000' }, 'deviations', 'ILLEGAL_CHARACTER'],
  ])('is refused a power of attorney %s', async (_, change, path, fault) => {
    const built = await aParticipation(env);
    const answer = await run(await env.as(built.person), 'recordPowerOfAttorney', built, {
      signatory: 'Rådmannen',
      authority: 'PS 1/16',
      signedOn: '2016-02-01',
      ...change,
    });
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', path: ['input', ...path.split('.')], fault });
    expect(
      await env.admin.query('select 1 from power_of_attorney where participation_id = $1', [built.participationId]),
    ).toEqual([]);
  });

  it('waits for a condition before the notice until the host settles it; not accepted means anchoring again (R3)', async () => {
    const built = await anAnchoredParticipation(env);
    const { regionId } = built.case;
    await env.admin.query('alter table condition drop constraint if exists condition_decision');
    const [{ id: conditionId }] = await env.admin.query(
      `insert into condition (region_id, participation_id, decision_id, text, kind) values ($1, $2, $2, 'Kostnaden dekkes i budsjettet for 2017', 'BEFORE_NOTICE') returning id`,
      [regionId, built.participationId],
    );
    const [own, host] = [await env.as(built.person), await env.as(built.case.coordinator)];
    expect(await run(own, 'settleCondition', {}, { conditionId, state: 'MET' })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await run(host, 'settleCondition', {}, { conditionId, state: 'OPEN' })).toMatchObject({
      fault: 'NOT_ALLOWED_HERE',
    });
    expect(await run(host, 'settleCondition', {}, { conditionId, state: 'NOT_ACCEPTED' })).toMatchObject({
      state: 'REANCHOR_REQUIRED',
      stateReason: 'Verten har ikke godtatt et vilkår i vedtaket.',
    });
    expect(await run(host, 'settleCondition', {}, { conditionId, state: 'MET' })).toMatchObject({
      state: 'ANCHORED',
      conditions: [{ state: 'MET' }],
    });
  });

  it('is acted for by its own people, or by the host on written behalf, marked so for ever (R29)', async () => {
    const built = await aParticipation(env, { routeFinishedOn: '2016-02-05' });
    const host = await env.as(built.case.coordinator);
    const input = twoParts(built, 'OPTION', 'OPTION');
    expect(await run(host, 'chooseParts', built, input)).toMatchObject({
      fault: 'REQUIRED',
      path: ['input', 'onBehalf'],
    });
    const because = 'Skriftlig fullmakt av 1.2.2016, sak 2016/1234';
    expect(
      await run(host, 'chooseParts', built, { ...input, onBehalf: { because, evidence: 'Sak 2016/1234' } }),
    ).toMatchObject({
      actsOnBehalf: [{ verb: 'chooseParts', because, evidence: 'Sak 2016/1234' }],
    });
    const [{ entry }] = await env.admin.query(
      `select entry from decision_log where subject_id = $1 and entry::jsonb ->> 'verb' = 'chooseParts'`,
      [built.participationId],
    );
    // The mark and a hash of the words: the log itself names nobody (R32).
    const { by, after } = JSON.parse(entry);
    const [{ salt }] = await env.admin.query('select salt from decision_log_commitment where commitment = $1', [by]);
    expect(after.onBehalf.becauseSha256).toBe(saltedWording(salt, because));
    expect(entry).not.toContain(because);

    const reader = await env.as(
      await aPerson(env, built.case.regionId, {
        organisationId: built.organisationId,
        roles: ['READER', 'CONTRIBUTOR'],
      }),
    );
    expect(await run(reader, 'chooseParts', built, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    const neighbour = await env.as(
      await aPerson(env, built.case.regionId, { organisationId: await anOrganisation(env, built.case.regionId) }),
    );
    expect(await run(neighbour, 'chooseParts', built, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    const elsewhere = await aRegion(env);
    const stranger = await env.as(
      await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere) }),
    );
    expect(await run(stranger, 'chooseParts', built, input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await stranger.query('query ($id: UUID!) { participation(id: $id) { id } }', { id: built.participationId }),
    ).toEqual({ participation: null });
  });

  it('names a part of another case, and one that comes twice', async () => {
    const built = await aParticipation(env);
    const client = await env.as(built.person);
    const foreign = (await aCase(env)).parts[0]!.id;
    expect(await run(client, 'chooseParts', built, { choices: [{ partId: foreign, choice: 'FIRM' }] })).toMatchObject({
      fault: 'UNKNOWN_REFERENCE',
      path: ['input', 'choices', '0', 'partId'],
    });
    const { id } = built.case.parts[0]!;
    expect(
      await run(client, 'chooseParts', built, {
        choices: [
          { partId: id, choice: 'FIRM' },
          { partId: id, choice: 'OUT' },
        ],
      }),
    ).toMatchObject({ fault: 'DUPLICATE' });
  });

  it('stands as it is once the participants are frozen (R24)', async () => {
    const frozen = await aCase(env, { stage: 'PARTICIPANTS_FROZEN' });
    const built = await anAnchoredParticipation(env, { case: frozen });
    const client = await env.as(built.person);
    for (const [verb, input] of [
      ['chooseParts', twoParts(built, 'OUT', 'OUT')],
      ['confirmLocalGain', {}],
      ['recordPowerOfAttorney', { signatory: 'A', authority: 'B', signedOn: '2016-02-01' }],
    ] as const)
      expect(await run(client, verb, built, input)).toMatchObject({ code: 'CASE_FROZEN' });
  });

  it('waits the three weeks for a legality review only where the case says so', async () => {
    const waiting = await aCase(env, { waitsForLegalityReview: true });
    const built = await anAnchoredParticipation(env, {
      case: waiting,
      state: 'ANCHORING',
      routeFinishedOn: '2016-02-05',
      choices: ['FIRM', null],
    });
    const client = await env.as(built.person);
    const choices = { choices: [{ partId: waiting.parts[1]!.id, choice: 'FIRM' }] };
    expect(await run(client, 'chooseParts', built, choices)).toMatchObject({
      state: 'LEGALITY_REVIEW',
      stateReason: 'Saken venter på fristen for lovlighetskontroll, 26.02.2016.',
    });
  });

  it('is under review from the demand of a legality review until it is settled (R5)', async () => {
    const built = await anAnchoredParticipation(env);
    const client = await env.as(built.person);
    expect(await run(client, 'recordLegalityReview', built, { demandedOn: '2016-02-11' })).toMatchObject({
      fault: 'DATE_IN_FUTURE',
    });
    expect(await run(client, 'recordLegalityReview', built, { demandedOn: '2016-02-08' })).toMatchObject({
      state: 'LEGALITY_REVIEW',
      stateReason: 'Det er krevd lovlighetskontroll av vedtaket.',
    });
    expect(await run(client, 'recordLegalityReview', built)).toMatchObject({ state: 'ANCHORED' });
  });

  it('two choices at once are both kept, one after the other', async () => {
    const built = await anAnchoredParticipation(env, { choices: ['FIRM', 'FIRM'] });
    const [one, other] = [
      await env.as(built.person),
      await env.as(
        await aPerson(env, built.case.regionId, { organisationId: built.organisationId, roles: ['DIRECTOR'] }),
      ),
    ];
    const [first, second] = built.case.parts;
    await Promise.all([
      run(one, 'chooseParts', built, { choices: [{ partId: first!.id, choice: 'OPTION' }] }),
      run(other, 'chooseParts', built, { choices: [{ partId: second!.id, choice: 'OUT' }] }),
    ]);
    const { participation } = await one.query(
      'query ($id: UUID!) { participation(id: $id) { state choices { choice } } }',
      { id: built.participationId },
    );
    expect(participation).toEqual({ state: 'ANCHORED', choices: [{ choice: 'OPTION' }, { choice: 'OUT' }] });
  });
});
