import { createHash } from 'node:crypto';
import type { RoleKind } from '@samanker/request';
import { anInvited, decide, supersede, type BuiltRoute } from '../builders/anchoring';
import { aPdf, download, upload } from '../builders/attachment';
import { aPerson, anOrganisation } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const DETAILS = `mutation ($input: RecordDecisionDetailsInput!) { recordDecisionDetails(input: $input) { __typename
  ... on AnchoringStep { id } ... on UserError { code path } ... on InvalidInput { fault } } }`;
const SHOWN = `query ($id: UUID!) { participationRoute(participationId: $id) { steps { id decisions { id outcome minutesSha256
  attachment { id name bytes sha256 mediaType uploadedAt url } } } } }`;

describe('minutes of a decision as a file (R3, R28, R29)', () => {
  let env: SamankerUnderTest;
  let route: BuiltRoute;
  let people: Record<'reader' | 'neighbour' | 'secretariat' | 'auditor' | 'host', Client>;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    route = await anInvited(env);
    const { regionId } = route.case;
    const someone = async (organisationId: string | null, ...roles: RoleKind[]) =>
      env.as(await aPerson(env, regionId, { organisationId, roles }));
    people = {
      reader: await someone(route.organisationId, 'READER'),
      neighbour: await someone(await anOrganisation(env, regionId), 'READER'),
      secretariat: await someone(null, 'SECRETARIAT'),
      auditor: await someone(null, 'AUDITOR'),
      host: await env.as(route.case.coordinator),
    };
  });
  afterAll(() => env?.stop());

  const shown = async (client: Client, stepId: string) =>
    (await client.query(SHOWN, { id: route.participationId })).participationRoute.steps.find(
      ({ id }: { id: string }) => id === stepId,
    ).decisions;
  const opens = async (url: string): Promise<string[]> => {
    const found: string[] = [];
    for (const [name, client] of Object.entries(people))
      if ((await download(env, client, url, 'HEAD')).status === 200) found.push(name);
    return found;
  };
  const record = async (client: Client, input: object) =>
    (await client.mutate(DETAILS, { input })).recordDecisionDetails;
  const logged = async (verb: string) => {
    const [{ entry }] = await env.admin.query(
      'select entry from decision_log where verb = $1 order by seq desc limit 1',
      [verb],
    );
    return JSON.parse(entry);
  };

  it('a draft is its organisation’s own; as minutes every member of the region sees it; exempt from the public, few do', async () => {
    const pdf = aPdf('Rådmannens innstilling');
    const { body: file } = await upload(env, route.client, route.participationId, pdf, { name: 'Innstilling.pdf' });
    expect(await opens(file.url)).toEqual(['reader']);

    const step = await decide(route.client, route.steps[0]!, 'RECOMMENDED', '2016-11-16', {
      details: { minutesAttachmentId: file.id },
    });
    expect(step.__typename).toBe('AnchoringStep');
    const [decision] = await shown(people.neighbour, route.steps[0]!);
    expect(decision).toMatchObject({
      minutesSha256: sha(pdf),
      attachment: { ...file, name: 'Innstilling.pdf', uploadedAt: expect.stringMatching(/^2016-11-16T09:\d\d:.+Z$/) },
    });
    expect(await opens(file.url)).toEqual(['reader', 'neighbour', 'secretariat', 'auditor', 'host']);
    // R8: the same again is the same; other minutes are not lost behind an answer that sounds like yes.
    const again = (minutesAttachmentId: string) =>
      decide(route.client, route.steps[0]!, 'RECOMMENDED', '2016-11-16', { details: { minutesAttachmentId } });
    expect((await again(file.id)).__typename).toBe('AnchoringStep');
    const { body: second } = await upload(env, route.client, route.participationId, aPdf('en annen innstilling'));
    expect((await again(second.id)).__typename).toBe('StepAlreadyDecided');
    expect((await logged('decideAnchoringStep')).after).toMatchObject({
      attachmentId: file.id,
      attachmentSha256: sha(pdf),
      minutesSha256: sha(pdf),
    });

    expect(
      (await record(route.client, { decisionId: decision.id, details: { exemptBasis: 'offl. § 23' } })).__typename,
    ).toBe('AnchoringStep');
    expect(await opens(file.url)).toEqual(['reader', 'secretariat', 'auditor', 'host']);
    expect((await shown(people.neighbour, route.steps[0]!))[0].attachment).toBeNull();
    expect((await shown(people.reader, route.steps[0]!))[0].attachment.id).toBe(file.id);
    expect((await download(env, people.neighbour, file.url)).status).toBe(404);
    expect((await download(env, { token: '' }, file.url)).status).toBe(401);
  });

  it('comes later too, once; with the hash that was told, or not at all', async () => {
    const pdf = aPdf('Formannskapet');
    const { body: file } = await upload(env, route.client, route.steps[1]!, pdf);
    const { body: other } = await upload(env, route.client, route.steps[1]!, aPdf('en annen'));
    const step = await decide(route.client, route.steps[1]!, 'RECOMMENDED', '2016-11-16', {
      details: { minutesLink: 'https://amli.example/protokoll', minutesSha256: sha(pdf) },
    });
    const decisionId = step.decisions[0].id;
    const add = (minutesAttachmentId: string) => record(route.client, { decisionId, details: { minutesAttachmentId } });
    expect(await add(other.id)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'details', 'minutesAttachmentId'],
    });
    expect((await add(file.id)).__typename).toBe('AnchoringStep');
    expect((await logged('recordDecisionDetails')).after).toMatchObject({
      fields: ['minutesAttachmentId'],
      attachmentSha256: sha(pdf),
    });
    expect((await add(file.id)).__typename).toBe('AnchoringStep');
    expect(await add(other.id)).toMatchObject({ fault: 'NOT_ALLOWED_HERE' });
    const [decision] = await shown(people.neighbour, route.steps[1]!);
    expect(decision.attachment).toMatchObject({ id: file.id, url: `/attachments/${file.id}` });
  });

  it('a superseded decision keeps its minutes, the new one has its own', async () => {
    const [before] = await shown(route.client, route.steps[1]!);
    const { body: file } = await upload(env, route.client, route.steps[1]!, aPdf('rettet'));
    const step = await supersede(route.client, before.id, 'NOT_RECOMMENDED', '2016-11-16', {
      details: { minutesAttachmentId: file.id },
    });
    expect(step.__typename).toBe('AnchoringStep');
    expect((await shown(people.neighbour, route.steps[1]!)).map((one: any) => one.attachment.id)).toEqual([
      before.attachment.id,
      file.id,
    ]);
  });

  it('another participation’s file, and none at all, prove nothing', async () => {
    const other = await anInvited(env, { case: route.case });
    const { body: foreign } = await upload(env, other.client, other.participationId, aPdf('fremmed'));
    for (const id of [foreign.id, '01890a5d-ac96-774b-bcce-b302099a8057']) {
      expect(
        await decide(route.client, route.steps[2]!, 'TAKEN_NOTE', '2016-11-16', {
          details: { minutesAttachmentId: id },
        }),
      ).toMatchObject({ fault: 'UNKNOWN_REFERENCE', path: ['input', 'details', 'minutesAttachmentId'] });
      expect(
        await decide(people.host, route.steps[2]!, 'APPROVED', '2016-11-16', {
          onBehalf: { because: 'Brev', evidence: '2016/1234', attachmentId: id },
        }),
      ).toMatchObject({ fault: 'UNKNOWN_REFERENCE', path: ['input', 'onBehalf', 'attachmentId'] });
    }
    const wrong = await decide(route.client, route.steps[2]!, 'APPROVED', '2016-11-16', {
      details: {
        minutesAttachmentId: (await upload(env, route.client, route.steps[2]!, aPdf('bystyret'))).body.id,
        minutesSha256: '0'.repeat(64),
      },
    });
    expect(wrong).toMatchObject({ path: ['input', 'details', 'minutesSha256'] });
  });

  it('the written request that the host acts on is kept with the act, and opened by those who have to', async () => {
    const pdf = aPdf('Brev frå kommunen');
    const { body: file } = await upload(env, people.host, route.participationId, pdf, { name: 'Brev.pdf' });
    const step = await decide(people.host, route.steps[2]!, 'APPROVED', '2016-11-16', {
      onBehalf: { because: 'Etter brev av 14. november', evidence: '2016/1234-5', attachmentId: file.id },
    });
    expect(step.__typename).toBe('AnchoringStep');
    expect((await logged('decideAnchoringStep')).after.onBehalf).toMatchObject({
      attachmentId: file.id,
      attachmentSha256: sha(pdf),
    });
    expect(await opens(file.url)).toEqual(['reader', 'secretariat', 'auditor', 'host']);
  });
});
