import { Transactions } from '@samanker/database';
import type { StoredMail } from '@samanker/mail';
import { MergeProposalMade } from '@samanker/merge-proposal';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const REGISTER = `mutation ($input: RegisterNeedInput!) { registerNeed(input: $input) { __typename ... on Need { id } ... on UserError { message path } } }`;
const PROPOSALS = `{ mergeProposals(state: PROPOSED) { id version needs { id } } }`;
const ACCEPT = `mutation ($input: AcceptMergeProposalInput!) { acceptMergeProposal(input: $input) { __typename ... on UserError { message } } }`;
const REJECT = `mutation ($input: RejectMergeProposalInput!) { rejectMergeProposal(input: $input) { __typename ... on UserError { message } } }`;

describe('the notice of a merge proposal', () => {
  let env: SamankerUnderTest;
  let count = 0;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-01-11T10:00+01:00' });
  });
  beforeEach(() => env.setClock('2016-01-11T10:00+01:00'));
  afterAll(() => env.stop());

  /** A region with a secretary, a member of the regional group who reads Nynorsk, and municipalities with the same need. */
  async function aScene(beforehand: (region: string, member: BuiltPerson) => Promise<void> = async () => {}) {
    const region = await aRegion(env);
    const at = `region${++count}.example`;
    const secretary = await aPerson(env, region, { roles: ['SECRETARIAT'], name: 'Siri', email: `siri@${at}` });
    const member = await aPerson(env, region, {
      roles: ['REGIONAL_GROUP'],
      name: 'Gro',
      email: `gro@${at}`,
      language: 'NN',
    });
    await beforehand(region, member);
    const register = async (name: string) => {
      const organisationId = await anOrganisation(env, region, { name });
      const coordinator = await aPerson(env, region, { organisationId, email: `coordinator${++count}@${at}` });
      const { registerNeed } = await (
        await env.as(coordinator)
      ).mutate(REGISTER, {
        input: {
          fields: {
            title: 'Trygghetsalarmer til hjemmeboende',
            problem: 'Analoge alarmer slutter å virke når telenettet legges om.',
            cpvCodes: ['33195000'],
            quantity: '100',
            unitCode: 'STK',
            wantedFrom: '2017-01-01',
            wantedTo: '2020-12-31',
          },
        },
      });
      expect(registerNeed.__typename).toBe('Need');
      return { organisationId, coordinator };
    };
    const [host, other] = [await register('Åmli'), await register('Arendal')];
    const proposal = async () => (await (await env.as(secretary)).query(PROPOSALS)).mergeProposals[0];
    return { region, secretary, member, register, host, other, proposal };
  }

  async function mailsTo({ email }: BuiltPerson): Promise<StoredMail[]> {
    const { messages } = await env.mailbox.list({ to: email });
    return Promise.all(messages.toReversed().map(async ({ id }) => (await env.mailbox.read(id))!));
  }

  it('tells the secretariat and the regional group, each in their language, once; nobody else (R13, R16)', async () => {
    const { region, secretary, member, register, host, proposal } = await aScene();
    await env.drain();
    const { id } = await proposal();
    const [mail, ...others] = await mailsTo(secretary);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('Arendal m.fl.: nytt samordningsforslag 11.01.2016');
    expect(mail!.text).toContain(
      `Vurder samordningsforslaget fra mandag 11. januar: 2 behov fra Arendal og Åmli kan høre sammen.\nhttp://localhost:3000/proposals/${id}\n`,
    );
    expect(mail!.text).toContain('* Begge har CPV-koden 33195000');
    const [nynorsk] = await mailsTo(member);
    expect(nynorsk!.text).toContain('2 behov frå Arendal og Åmli kan høyre saman.');
    expect(nynorsk!.headers.join('\n')).toContain('Content-Language: nn');
    expect(await mailsTo(host.coordinator)).toEqual([]);

    // It grows, keeps its id, and is told of no more; nor when the event comes again another day.
    await register('Risør');
    await env.drain();
    expect((await proposal()).needs).toHaveLength(3);
    await env.setClock('2016-01-12T10:00+01:00');
    await env.worker.context.app
      .get(Transactions, { strict: false })
      .asService(region, 'test', async (work) => work.publish(new MergeProposalMade({ proposalId: id })));
    await env.drain();
    expect([(await mailsTo(secretary)).length, (await mailsTo(member)).length]).toEqual([1, 1]);
  });

  it('goes to the deputy of who is away, who reads both names; so does a checkpoint of the log (R12, R31)', async () => {
    const away: BuiltPerson[] = [];
    const leave = async (region: string, holder: BuiltPerson, name: string) => {
      const deputy = await aPerson(env, region, {
        roles: [],
        name,
        email: `${name.toLowerCase()}@region${count}.example`,
      });
      await env.admin.query(
        `insert into role_delegation (region_id, role_id, person_id, from_on, to_on)
         select region_id, id, $2, '2016-01-11', '2016-01-15' from role where person_id = $1`,
        [holder.personId, deputy.personId],
      );
      away.push(deputy);
    };
    const { region, secretary, member } = await aScene((at, gro) => leave(at, gro, 'Dag'));
    await env.drain();
    expect(await mailsTo(member)).toEqual([]);
    const [told, ...more] = await mailsTo(away[0]!);
    expect(more).toEqual([]);
    expect(told!.text).toContain('Til Dag, stedfortreder for Gro.');
    expect((await mailsTo(secretary))[0]!.text).toContain('Til Siri.');

    const auditor = await aPerson(env, region, {
      roles: ['AUDITOR'],
      name: 'Ane',
      email: `ane@region${count}.example`,
    });
    await leave(region, auditor, 'Ola');
    await (
      await env.as(secretary)
    ).mutate('mutation { makeCheckpoint(input: {}) { __typename ... on UserError { message } } }');
    await env.drain();
    expect(await mailsTo(auditor)).toEqual([]);
    const [checkpoint] = await mailsTo(away[1]!);
    expect(checkpoint!.text).toContain('Til Ola, stedfortreder for Ane.');
    expect(await mailsTo(secretary)).toHaveLength(2);
  });

  it('waits for working hours, and says then what the proposal has become (R11)', async () => {
    await env.setClock('2016-01-15T17:00+01:00');
    const { secretary, register } = await aScene();
    await env.drain();
    await register('Risør');
    await env.drain();
    expect(await mailsTo(secretary)).toEqual([]);
    await env.setClock('2016-01-18T08:05+01:00');
    await env.drain();
    const mails = await mailsTo(secretary);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('3 behov fra Arendal, Risør og Åmli');
  });

  it('is not sent when the proposal has been decided meanwhile, nor to one who has accepted it (R12)', async () => {
    await env.setClock('2016-01-15T17:00+01:00');
    const [rejected, accepted] = [await aScene(), await aScene()];
    await env.drain();
    const { id, version } = await rejected.proposal();
    await (
      await env.as(rejected.member)
    ).mutate(REJECT, { input: { proposalId: id, version, reason: 'Ulike tenester' } });
    const open = await accepted.proposal();
    const { acceptMergeProposal } = await (
      await env.as(accepted.secretary)
    ).mutate(ACCEPT, {
      input: {
        proposalId: open.id,
        version: open.version,
        terms: {
          hostOrganisationId: accepted.host.organisationId,
          title: 'Felles anskaffelse av trygghetsalarmer',
          decisionDeadline: '2016-12-15',
          firstYear: 2017,
          years: 4,
          optionYears: 2,
        },
      },
    });
    expect(acceptMergeProposal.__typename).toBe('MergeProposal');
    await env.setClock('2016-01-18T08:05+01:00');
    await env.drain();
    expect([await mailsTo(rejected.secretary), await mailsTo(rejected.member)]).toEqual([[], []]);
    expect(await mailsTo(accepted.secretary)).toEqual([]);
    expect(await mailsTo(accepted.member)).toHaveLength(1);
  });
});
