import { saltedWording } from '@samanker/decision-log';
import { anInvited, decide, submit } from '../builders/anchoring';
import { anOrganisation, aPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const CHOOSE = `mutation ($input: ChoosePartsInput!) { result: chooseParts(input: $input) { __typename ... on Participation { id }
  ... on UserError { code path } ... on InvalidInput { fault } } }`;
const DECLARE = `mutation ($input: DeclareVolumesInput!) { result: declareVolumes(input: $input) { __typename ... on VolumeSheet { declaredAt lines { expected }
  actsOnBehalf { because } } ... on UserError { code message path } ... on InvalidInput { fault } } }`;
const ACTS = `query ($id: UUID!, $caseId: UUID!) {
  participation(id: $id) { actsOnBehalf { verb subjectType subjectId hostOrganisationId because evidence attachmentId at } }
  participations(caseId: $caseId) { organisationId actsOnBehalf { verb } }
  mergedDemandReport(caseId: $caseId) { sha256 content { participants { organisationId registeredOnBehalf } } } }`;

const BECAUSE = 'Kommunen har ikke logget inn ennå';
const EVIDENCE = 'Brev av 14. november, arkivsak 2016/88-1';
const onBehalf = { because: BECAUSE, evidence: EVIDENCE };

type Result = Record<string, any>;

describe('what the host registers for a municipality (R29)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
  });
  afterAll(() => env?.stop());

  const run = async (client: Client, document: string, input: object): Promise<Result> =>
    (await client.mutate(document, { input })).result;

  async function aScene() {
    const built = await anInvited(env);
    const host = await env.as(built.case.coordinator);
    const { caseId, parts } = built.case;
    const { participationId } = built;
    const choices = parts.map(({ id }) => ({ partId: id, choice: 'OPTION' }));
    const cells = [{ itemId: parts[0]!.itemIds[0], year: 2017, expected: '10' }];
    const read = (client: Client = built.client) => client.query(ACTS, { id: participationId, caseId });
    return { ...built, host, participationId, caseId, choices, cells, read };
  }

  it('takes a reason and evidence: not one of them, and no link that leads nowhere', async () => {
    const { host, participationId, choices, read } = await aScene();
    const choose = (given?: object) => run(host, CHOOSE, { participationId, choices, onBehalf: given });
    const at = (...path: string[]) => ['input', 'onBehalf', ...path];
    expect(await choose()).toMatchObject({ fault: 'REQUIRED', path: at() });
    expect(await choose({ ...onBehalf, because: ' ' })).toMatchObject({ fault: 'REQUIRED', path: at('because') });
    expect(await choose({ ...onBehalf, evidence: '' })).toMatchObject({ fault: 'REQUIRED', path: at('evidence') });
    for (const evidence of ['http://arkiv.example/1', 'javascript:alert(1)', 'https://to ord'])
      expect(await choose({ ...onBehalf, evidence })).toMatchObject({ fault: 'NOT_A_LINK', path: at('evidence') });
    expect(await choose({ ...onBehalf, evidence: 'x'.repeat(1_001) })).toMatchObject({ fault: 'TOO_LONG' });
    const attachmentId = '01900000-0000-7000-8000-00000000dead';
    expect(await choose({ ...onBehalf, attachmentId })).toMatchObject({
      fault: 'UNKNOWN_REFERENCE',
      path: at('attachmentId'),
    });
    expect((await read()).participation.actsOnBehalf).toEqual([]);
  });

  it('marks every act for ever, for all to see; a later act of the municipality itself wipes nothing', async () => {
    const { host, client, participationId, caseId, choices, cells, steps, read, ...built } = await aScene();
    expect(await run(host, CHOOSE, { participationId, choices, onBehalf })).toMatchObject({ id: participationId });
    expect(await run(host, DECLARE, { participationId, cells, onBehalf })).toMatchObject({
      lines: [{ expected: '10' }],
      actsOnBehalf: [{ because: BECAUSE }],
    });
    expect(await decide(host, steps[0]!, 'RECOMMENDED', '2016-11-16', { onBehalf })).toMatchObject({
      decisions: [{ outcome: 'RECOMMENDED', onBehalfBecause: BECAUSE }],
    });
    expect(await submit(host, steps[1]!, built.executive.meetings['2016-11-30']!, { onBehalf })).toMatchObject({
      __typename: 'AnchoringStep',
    });
    // The same once more changes nothing, and is no act.
    await run(host, CHOOSE, { participationId, choices, onBehalf });

    const firm = choices.map(({ partId }) => ({ partId, choice: 'FIRM' }));
    const own = { participationId, choices: firm, localLeader: 'Kommunalsjefen' };
    expect(await run(client, CHOOSE, own)).toMatchObject({ id: participationId });
    expect(await run(client, DECLARE, { participationId, cells: [{ ...cells[0], expected: '12' }] })).toMatchObject({
      lines: [{ expected: '12' }],
      actsOnBehalf: [{ because: BECAUSE }],
    });

    const neighbour = await env.as(
      await aPerson(env, built.case.regionId, { organisationId: await anOrganisation(env, built.case.regionId) }),
    );
    const seen = await read(neighbour);
    const { hostOrganisationId } = built.case;
    expect(seen.participation.actsOnBehalf).toMatchObject([
      {
        verb: 'chooseParts',
        subjectType: 'Participation',
        subjectId: participationId,
        ...onBehalf,
        hostOrganisationId,
      },
      { verb: 'declareVolumes', subjectType: 'Participation', subjectId: participationId, ...onBehalf },
      { verb: 'decideAnchoringStep', subjectType: 'AnchoringStep', subjectId: steps[0], ...onBehalf },
      { verb: 'submitAnchoringStep', subjectType: 'AnchoringStep', subjectId: steps[1], ...onBehalf },
    ]);
    expect(seen.participations[0].actsOnBehalf).toHaveLength(4);
    expect(seen.mergedDemandReport.content.participants).toEqual([
      { organisationId: built.organisationId, registeredOnBehalf: true },
    ]);

    // R31, R32: the log says that it was on behalf, with salted hashes of the words.
    const entries: { entry: string }[] = await env.admin.query(
      `select entry from decision_log where case_id = $1 and entry::jsonb -> 'after' -> 'onBehalf' ->> 'becauseSha256' is not null order by seq`,
      [caseId],
    );
    expect(entries.map(({ entry }) => JSON.parse(entry).verb)).toEqual([
      'chooseParts',
      'declareVolumes',
      'decideAnchoringStep',
      'submitAnchoringStep',
    ]);
    for (const { entry } of entries) {
      const { by, after } = JSON.parse(entry);
      const [{ salt }] = await env.admin.query('select salt from decision_log_commitment where commitment = $1', [by]);
      expect(after.onBehalf).toMatchObject({
        becauseSha256: saltedWording(salt, BECAUSE),
        evidenceSha256: saltedWording(salt, EVIDENCE),
      });
      expect(entry).not.toContain('Brev av');
    }
  });

  it('what the municipality does itself is no act on behalf, whatever it says', async () => {
    const { client, participationId, choices, read } = await aScene();
    await run(client, CHOOSE, { participationId, choices, onBehalf });
    const seen = await read();
    expect(seen.participation.actsOnBehalf).toEqual([]);
    expect(seen.mergedDemandReport.content.participants[0].registeredOnBehalf).toBe(false);
  });

  it('the app cannot change or remove a mark', async () => {
    const { host, participationId, choices } = await aScene();
    await run(host, CHOOSE, { participationId, choices, onBehalf });
    const rights = await env.admin.query(
      `select has_table_privilege('samanker_app', 'act_on_behalf', 'delete') as delete,
         has_column_privilege('samanker_app', 'act_on_behalf', 'because', 'update') as because,
         has_column_privilege('samanker_app', 'act_on_behalf', 'evidence', 'update') as evidence,
         has_column_privilege('samanker_app', 'act_on_behalf', 'verb', 'update') as verb`,
    );
    expect(rights).toEqual([{ delete: false, because: false, evidence: false, verb: false }]);
  });

  it('an empty sheet is no answer; a zero is one (R20)', async () => {
    const { client, participationId, cells } = await aScene();
    const declared = async () =>
      (
        await env.admin.query('select count(*)::int as n from volume_declaration where participation_id = $1', [
          participationId,
        ])
      )[0].n;
    expect(await run(client, DECLARE, { participationId, cells: [] })).toMatchObject({
      code: 'NOTHING_TO_DECLARE',
      message: 'Arket er tomt. Fyll ut mengdene, eller skriv 0 der dere ikke skal kjøpe noe.',
      path: ['input', 'cells'],
    });
    expect(await declared()).toBe(0);
    expect(await run(client, DECLARE, { participationId, cells: [{ ...cells[0], expected: '0' }] })).toMatchObject({
      lines: [{ expected: '0' }],
    });
    expect(await declared()).toBe(1);
    // What was saved before is declared with an empty list.
    const other = await anInvited(env);
    const draft = {
      participationId: other.participationId,
      cells: [{ itemId: other.case.parts[0]!.itemIds[0], year: 2017, expected: '3' }],
    };
    await run(other.client, DECLARE, { ...draft, declare: false });
    expect(await run(other.client, DECLARE, { ...draft, cells: [] })).toMatchObject({ lines: [{ expected: '3' }] });
  });
});
