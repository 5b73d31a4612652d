import { anInvited, decide } from '../builders/anchoring';
import { anOrganisation } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const HINTS = `query ($id: UUID!) { participationRoute(participationId: $id) { hints { participationId code sentence stepId } } }`;

describe('hints on a route (R1)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    await env.admin.query(
      `insert into procurement_threshold (kind, valid_from, amount, source, verified)
       values ('EEA_MUNICIPAL', '2016-01-01', 1750000, 'FOA', true) on conflict do nothing`,
    );
  });
  afterAll(() => env.stop());

  it('come with the invitation and with the route, say why, and hinder nothing', async () => {
    const built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2017-02-28', years: 4, optionYears: 2 });
    const organisationId = await anOrganisation(env, built.regionId);
    const host = await env.as(built.coordinator);
    const { inviteMunicipalities: invited } = await host.mutate(
      `mutation ($input: InviteMunicipalitiesInput!) { inviteMunicipalities(input: $input) {
         ... on InvitedMunicipalities { participationIds hints { participationId code sentence stepId } } } }`,
      { input: { caseId: built.caseId, organisationIds: [organisationId] } },
    );
    const [participationId] = invited.participationIds;
    const [{ id: stepId }] = await env.admin.query('select id from anchoring_step where participation_id = $1', [
      participationId,
    ]);
    // No bodies are known, so the chief executive decides alone (the default route).
    expect(invited.hints).toEqual([
      {
        participationId,
        code: 'LONG_TERM',
        sentence:
          'Avtalen kan vare i 6 år med opsjoner, mer enn fire. Kontroller hvem som kan binde kommunen så lenge.',
        stepId,
      },
    ]);
    await env.admin.query(`update participation set volume_figures = $2 where id = $1`, [
      participationId,
      JSON.stringify([{ partId: built.parts[0]!.id, year: 2018, value: '1750000.01' }]),
    ]);
    const codes = async (): Promise<string[]> =>
      (await host.query(HINTS, { id: participationId })).participationRoute.hints.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes()).toEqual(['DELEGATION_LIMIT', 'LONG_TERM']);
    await env.admin.query(`insert into part_choice values ($1, $2, $3, 'OUT')`, [
      built.regionId,
      participationId,
      built.parts[0]!.id,
    ]);
    expect(await codes()).toEqual(['LONG_TERM']);
  });

  it('tell where an approval says nothing of the money', async () => {
    const { client, participationId, steps } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    expect((await client.query(HINTS, { id: participationId })).participationRoute.hints).toEqual([]);
    expect(await decide(client, steps[2]!, 'APPROVED', '2016-11-16')).toMatchObject({ state: 'DECIDED' });
    const { participationRoute } = await client.query(HINTS, { id: participationId });
    expect(participationRoute.hints).toEqual([
      {
        participationId,
        code: 'BUDGET_COVERAGE_UNSTATED',
        sentence: 'Vedtaket sier ikke hvor pengene kommer fra. Kontroller at det er dekning i budsjettet.',
        stepId: steps[2],
      },
    ]);
  });
});
