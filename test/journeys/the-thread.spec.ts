import { anOrganisation, aPerson, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

/** The product's one thread: from needs that three municipalities register to the frozen participants of a joint tender. */
describe('the thread: needs become a case, are anchored, reminded, added up and frozen', () => {
  let env: SamankerUnderTest;
  const town: Record<string, { id: string; coordinator: Client; recorder: Client; chief: Client }> = {};
  let secretary: Client;
  let chair: Client;
  let caseId: string;
  let technology: { id: string; items: { id: string; unitCode: string }[] };

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-01-11T09:00+01:00' });
    const regionId = await aRegion(env);
    for (const [name, language, population] of [
      ['Kristiansand', 'NB', 88_447],
      ['Åmli', 'NN', 1_848],
      ['Risør', 'NEUTRAL', 6_920],
    ] as const) {
      const id = await anOrganisation(env, regionId, { name, language, population });
      const someone = async (role: 'COORDINATOR' | 'RECORDER' | 'CHIEF_EXECUTIVE') =>
        env.as(
          await aPerson(env, regionId, {
            organisationId: id,
            roles: [role],
            name: `${role} ${name}`,
            email: `${role.toLowerCase()}@${id.slice(-4)}.kommune.example`,
            language: language === 'NN' ? 'NN' : 'NB',
          }),
        );
      town[name] = {
        id,
        coordinator: await someone('COORDINATOR'),
        recorder: await someone('RECORDER'),
        chief: await someone('CHIEF_EXECUTIVE'),
      };
    }
    secretary = await env.as(await aPerson(env, regionId, { roles: ['SECRETARIAT'], name: 'Sekretariatet' }));
    chair = await env.as(await aPerson(env, regionId, { roles: ['REGIONAL_GROUP'], name: 'Regional gruppe' }));
  });
  afterAll(() => env?.stop());

  /** Runs a mutation whose result must be the named type. */
  async function does(client: Client, mutation: string, input: object, selection: string, type: string): Promise<any> {
    const inputType = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const data = await client.mutate(
      `mutation ($input: ${inputType}) { result: ${mutation}(input: $input) { __typename ... on ${type} ${selection} ... on UserError { code message path } } }`,
      { input },
    );
    if (data.result.__typename !== type) throw new Error(`${mutation}: ${JSON.stringify(data.result)}`);
    return data.result;
  }

  it('each municipality gives its bodies and its meeting calendar, and its route', async () => {
    for (const { id, recorder, coordinator } of Object.values(town)) {
      const body = async (name: string, kind: string, submissionDays: number) =>
        (
          await does(
            recorder,
            'saveDecisionBody',
            { organisationId: id, name, kind, submissionDays, handoverDays: 7 },
            '{ id }',
            'DecisionBody',
          )
        ).id as string;
      const executive = await body('Formannskapet', 'EXECUTIVE_COMMITTEE', 14);
      const council = await body('Kommunestyret', 'COUNCIL', 14);
      const csv = [
        'body;meeting_id;date;kind',
        'Formannskapet;f1;2016-03-09;ORDINARY',
        'Formannskapet;f2;2016-04-20;ORDINARY',
        'Kommunestyret;k1;2016-03-30;ORDINARY',
        'Kommunestyret;k2;2016-05-11;ORDINARY',
      ].join('\n');
      await does(recorder, 'importMeetings', { organisationId: id, csv, dryRun: false }, '{ dryRun }', 'MeetingImport');
      await does(
        coordinator,
        'saveRouteTemplate',
        {
          organisationId: id,
          name: 'Fellesanskaffelser',
          steps: [
            {
              title: 'Rådmannens innstilling',
              kind: 'ADMINISTRATIVE',
              weight: 'RECOMMENDING',
              role: 'CHIEF_EXECUTIVE',
              workingDays: 5,
            },
            { title: 'Formannskapet', kind: 'POLITICAL', weight: 'RECOMMENDING', role: 'RECORDER', bodyId: executive },
            { title: 'Kommunestyret', kind: 'POLITICAL', weight: 'DECIDING', role: 'RECORDER', bodyId: council },
          ],
        },
        '{ id }',
        'RouteTemplate',
      );
    }
  });

  it('needs in Bokmål and Nynorsk overlap; two people make a case of them, every line pointing at its need', async () => {
    const titles = {
      Kristiansand: 'Digitale trygghetsalarmer til hjemmeboende',
      Åmli: 'Digitale tryggleiksalarmar til heimebuande',
      Risør: 'Trygghetsalarmer til hjemmeboende eldre',
    };
    for (const [name, title] of Object.entries(titles)) {
      await does(
        town[name]!.coordinator,
        'registerNeed',
        {
          fields: {
            title,
            problem: `${title}: de analoge alarmene slutter å virke når telefonnettet legges om.`,
            cpvCodes: ['33195000'],
            quantity: '100',
            unitCode: 'STK',
            wantedFrom: '2017-01-01',
            wantedTo: '2020-12-31',
          },
        },
        '{ id }',
        'Need',
      );
    }
    await env.drain();
    const { mergeProposals } = await secretary.query(
      '{ mergeProposals(state: PROPOSED) { id version needs { id title } pairs { score } } }',
    );
    expect(mergeProposals).toHaveLength(1);
    expect(mergeProposals[0].needs).toHaveLength(3);

    const proposalId = mergeProposals[0].id;
    const terms = {
      title: 'Trygghetsteknologi',
      hostOrganisationId: town.Kristiansand!.id,
      decisionDeadline: '2016-06-30',
      firstYear: 2017,
      years: 2,
      parts: [
        {
          title: 'Teknologi',
          items: [
            {
              name: 'Trygghetsalarm',
              unitCode: 'STK',
              cpvCode: '33195000',
              needIds: mergeProposals[0].needs.map(({ id }: { id: string }) => id),
              unitPrice: { amount: '2500.00', vat: 'EXCLUDED' },
            },
          ],
        },
      ],
    };
    const first = await does(
      secretary,
      'acceptMergeProposal',
      { proposalId, version: mergeProposals[0].version, terms },
      '{ state version acceptances { __typename } }',
      'MergeProposal',
    );
    expect(first.state).toBe('PROPOSED');
    const second = await does(
      chair,
      'acceptMergeProposal',
      { proposalId, version: first.version },
      '{ state caseId }',
      'MergeProposal',
    );
    expect(second.state).toBe('ACCEPTED');
    caseId = second.caseId;

    const { procurementCase } = await secretary.query(
      'query ($id: UUID!) { procurementCase(id: $id) { title parts { id items { id unitCode } } } }',
      { id: caseId },
    );
    [technology] = procurementCase.parts;
    const { volumeTotals } = await secretary.query(
      'query ($id: UUID!) { volumeTotals(caseId: $id) { lines { expected needIds origin } } }',
      { id: caseId },
    );
    expect(volumeTotals.lines.length).toBeGreaterThanOrEqual(3);
    for (const line of volumeTotals.lines) expect(line.needIds).toHaveLength(1);
  });

  it('the host invites; each gets its own route, dates and mails in its own language', async () => {
    await does(
      town.Kristiansand!.coordinator,
      'inviteMunicipalities',
      { caseId, organisationIds: Object.values(town).map(({ id }) => id) },
      '{ __typename }',
      'InvitedMunicipalities',
    );
    await env.drain();
    const { caseBoard } = await secretary.query(
      'query ($id: UUID!) { caseBoard(caseId: $id) { rows { organisationName status slackDays plannedFinishOn steps { title plannedOn submissionDeadline responsibleName } } } }',
      { id: caseId },
    );
    expect(caseBoard.rows).toHaveLength(3);
    for (const row of caseBoard.rows) {
      expect(row.status).toBe('ON_TRACK');
      expect(row.steps.map(({ plannedOn }: { plannedOn: string }) => plannedOn)).toEqual([
        expect.any(String),
        '2016-03-09',
        '2016-03-30',
      ]);
    }
    const mails = (await env.mailbox.list({ limit: 50 })).messages;
    const toAamli = mails.filter(({ recipients }) => JSON.stringify(recipients).includes(town.Åmli!.id.slice(-4)));
    expect(toAamli.length).toBeGreaterThan(0);
    expect(toAamli[0]!.subject).toContain('Åmli');
  });

  it('the chief executive, the committee and the council decide; who is late in telling is asked the day after', async () => {
    for (const name of ['Kristiansand', 'Åmli', 'Risør']) {
      await env.setClock('2016-01-18T10:00+01:00');
      const { id, chief, recorder } = town[name]!;
      const steps = async () => {
        const { caseBoard } = await secretary.query(
          'query ($id: UUID!) { caseBoard(caseId: $id) { rows { organisationId steps { id title } } } }',
          { id: caseId },
        );
        return caseBoard.rows.find((row: { organisationId: string }) => row.organisationId === id).steps as {
          id: string;
        }[];
      };
      const [administration, executive, council] = await steps();
      await does(
        chief,
        'decideAnchoringStep',
        { stepId: administration!.id, outcome: 'RECOMMENDED', decidedOn: '2016-01-18' },
        '{ state }',
        'AnchoringStep',
      );
      const { meetings } = await recorder.query(
        'query ($o: UUID!) { meetings(organisationId: $o, from: "2016-01-01", to: "2016-12-31") { id date bodyId } }',
        { o: id },
      );
      const on = (date: string): string => meetings.find((meeting: { date: string }) => meeting.date === date).id;
      await does(
        recorder,
        'submitAnchoringStep',
        { stepId: executive!.id, meetingId: on('2016-03-09') },
        '{ state }',
        'AnchoringStep',
      );
      await does(
        recorder,
        'submitAnchoringStep',
        { stepId: council!.id, meetingId: on('2016-03-30') },
        '{ state }',
        'AnchoringStep',
      );

      await env.setClock('2016-03-10T09:00+01:00');
      await env.drain();
      await does(
        recorder,
        'decideAnchoringStep',
        { stepId: executive!.id, outcome: 'RECOMMENDED', decidedOn: '2016-03-09', meetingId: on('2016-03-09') },
        '{ state }',
        'AnchoringStep',
      );
      await env.setClock('2016-03-31T09:00+02:00');
      await does(
        recorder,
        'decideAnchoringStep',
        { stepId: council!.id, outcome: 'APPROVED', decidedOn: '2016-03-30', meetingId: on('2016-03-30') },
        '{ state decidedOn }',
        'AnchoringStep',
      );
    }
    await env.drain();
    const asked = (await env.mailbox.list({ limit: 500 })).messages.map(({ subject }) => subject);
    expect(asked.some((subject) => /Risør/.test(subject))).toBe(true);
  });

  it('each chooses, confirms the gain, declares its volumes and gives its power of attorney', async () => {
    for (const [name, { id, coordinator, chief }] of Object.entries(town)) {
      const { participations } = await coordinator.query(
        'query ($id: UUID!) { participations(caseId: $id) { id organisationId } }',
        { id: caseId },
      );
      const participationId = participations.find((one: { organisationId: string }) => one.organisationId === id).id;
      const choice = name === 'Risør' ? 'OPTION' : 'FIRM';
      await does(
        coordinator,
        'chooseParts',
        { participationId, choices: [{ partId: technology.id, choice }], localLeader: 'Enhetsleder hjemmetjenesten' },
        '{ state }',
        'Participation',
      );
      await does(chief, 'confirmLocalGain', { participationId }, '{ state }', 'Participation');
      const cells = technology.items.flatMap((item) =>
        [2017, 2018].map((year) => ({ itemId: item.id, year, expected: '120' })),
      );
      await does(coordinator, 'declareVolumes', { participationId, cells }, '{ declaredAt }', 'VolumeSheet');
      await does(
        chief,
        'recordPowerOfAttorney',
        { participationId, signatory: 'Rådmannen', authority: 'Kommunestyrets vedtak', signedOn: '2016-03-31' },
        '{ state }',
        'Participation',
      );
      await does(
        coordinator,
        'recordPowerOfAttorney',
        { participationId, signatory: 'Rådmannen', authority: 'Kommunestyrets vedtak', signedOn: '2016-03-31' },
        '{ state }',
        'Participation',
      );
    }
    await env.drain();
    const { caseBoard } = await secretary.query(
      'query ($id: UUID!) { caseBoard(caseId: $id) { rows { organisationName state } } }',
      { id: caseId },
    );
    expect(caseBoard.rows.map((row: { state: string }) => row.state)).toEqual(['ANCHORED', 'ANCHORED', 'ANCHORED']);
  });

  it('the report adds up, is frozen, and two people freeze the participants', async () => {
    const { mergedDemandReport } = await secretary.query(
      'query ($id: UUID!) { mergedDemandReport(caseId: $id) { sha256 content { participants { name anchored choices { choice } } missing { gap sentence } lines { expected } } } }',
      { id: caseId },
    );
    expect(mergedDemandReport.content.participants).toHaveLength(3);
    // 3 municipalities × 2 years × 120 alarms; the thresholds of 2016 are not verified against their source, and it says so.
    expect(mergedDemandReport.content.lines.map(({ expected }: { expected: string }) => Number(expected))).toEqual(
      Array(6).fill(120),
    );
    expect(mergedDemandReport.content.missing.map(({ gap }: { gap: string }) => gap)).toEqual([
      'THRESHOLD_NOT_VERIFIED',
    ]);
    const frozen = await does(
      secretary,
      'freezeMergedDemandReport',
      { caseId },
      '{ number sha256 }',
      'MergedDemandReport',
    );
    expect(frozen).toMatchObject({ number: 1, sha256: mergedDemandReport.sha256 });

    const { jointTenderReadiness } = await secretary.query(
      'query ($id: UUID!) { jointTenderReadiness(caseId: $id) { ready conditions { code sentence } } }',
      { id: caseId },
    );
    expect(jointTenderReadiness).toEqual({ ready: true, conditions: [] });
    await does(town.Kristiansand!.coordinator, 'proposeParticipants', { caseId }, '{ state }', 'JointTender');
    const tender = await does(secretary, 'confirmParticipants', { caseId }, '{ state }', 'JointTender');
    expect(tender.state).toBe('PARTICIPANTS_FROZEN');
  });

  it('everything that was done stands in the log, and the log verifies', async () => {
    const verbs = (await env.admin.query(`select distinct entry::json->>'verb' as verb from decision_log`)).map(
      ({ verb }: { verb: string }) => verb,
    );
    expect(verbs).toEqual(
      expect.arrayContaining([
        'registerNeed',
        'acceptMergeProposal',
        'inviteMunicipalities',
        'submitAnchoringStep',
        'decideAnchoringStep',
        'chooseParts',
        'declareVolumes',
        'recordPowerOfAttorney',
        'freezeMergedDemandReport',
        'confirmParticipants',
      ]),
    );
  });
});
