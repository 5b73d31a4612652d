import { anInvited, decide, type BuiltRoute } from '../builders/anchoring';
import { aPdf } from '../builders/attachment';
import { aPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

/** R29: the host registers for a municipality on its written request only, and that stays for all to see. */
describe('on a municipality’s behalf, on the pages (R29)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;
  let host: Client;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    const { regionId, hostOrganisationId } = route.case;
    host = await env.as(await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: ['COORDINATOR'] }));
    await browser.become(host.token);
    await browser.open(page());
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });
  const page = (): string => `/cases/${route.case.caseId}/participations/${route.participationId}`;

  it('asks for reason and evidence before anything is sent', async () => {
    const { page: shown } = browser;
    await shown.locator('summary', { hasText: 'Endre valgene på vegne av kommunen' }).click();
    const form = shown.getByRole('form', { name: 'Hva kommunen velger' });
    for (const group of await form.getByRole('group').all()) await group.getByLabel('Deltar', { exact: true }).check();
    await form.getByLabel(/^Lokal leder/).fill('Kommunalsjef helse');
    await form.getByRole('button', { name: 'Lagre valget' }).click();
    await form.locator('textarea[aria-invalid="true"]').waitFor();
    expect(browser.mutations).toEqual([]);
    expect(await violationsOn(shown)).toEqual([]);
  });

  it('takes the written request as a file, marks the page, and lets the two parties open it', async () => {
    const { page: shown } = browser;
    const form = shown.getByRole('form', { name: 'Hva kommunen velger' });
    await form.getByLabel(/^Hvorfor fører dere/).fill('Kommunen ba om det i brev.');
    await form
      .getByLabel(/^Anmodningen som fil/)
      .setInputFiles({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: aPdf('Anmodning', 5_000) });
    await shown.getByText(/brev\.pdf .* er lastet opp\./).waitFor();
    await form.getByRole('button', { name: 'Lagre valget' }).click();
    await shown.getByText('Valget er lagret.').waitFor();
    const marked = shown.locator('#on-behalf');
    await marked.getByText('Kommunen ba om det i brev.').waitFor();
    const href = await marked.getByRole('link', { name: 'Åpne anmodningen (PDF)' }).getAttribute('href');
    if (process.env.SCREENSHOTS)
      await shown.screenshot({ path: `${process.env.SCREENSHOTS}/on-behalf.png`, fullPage: true });
    const open = (client: Client): Promise<Response> =>
      fetch(env.url + href!, { headers: { authorization: `Bearer ${client.token}` } });
    for (const client of [host, route.client]) expect((await open(client)).status).toBe(200);

    const stranger = await env.as(
      await aPerson(env, route.case.regionId, {
        organisationId: (await anInvited(env, { case: route.case })).organisationId,
      }),
    );
    expect((await open(stranger)).status).toBe(404);
    await browser.become(stranger.token);
    await browser.open(page());
    await shown.locator('#on-behalf').getByText('Ligger som fil hos partene.').waitFor();
    expect(await violationsOn(shown)).toEqual([]);
  });

  it('changes the running route on written request; what is decided stands, and the page is marked (R1)', async () => {
    const { page: shown } = browser;
    await browser.become(host.token);
    await decide(route.client, route.steps[0]!, 'RECOMMENDED', '2016-11-16');
    await browser.open(page());
    const part = shown.locator('#route');
    await part.locator('summary', { hasText: 'Endre saksgangen' }).click();
    const form = part.getByRole('form', { name: 'Endre saksgangen' });
    await form.getByText(/^Ledd 1, .+: avgjort\.$/).waitFor();
    const council = form.getByRole('group', { name: 'Ledd 3' });
    await form.getByRole('checkbox', { name: 'Trengs ikke: Kommunestyret' }).check();
    await form.getByRole('button', { name: 'Lagre saksgangen' }).click();
    await form.locator('textarea[aria-invalid="true"]').waitFor();
    await form.getByLabel(/^Hvorfor fører dere/).fill('Kommunen ba om det på telefon og i brev.');
    await form.getByLabel(/^Skriftlig anmodning/).fill('2016/77');
    await form.getByRole('button', { name: 'Lagre saksgangen' }).click();
    await form.getByText('Noen må vedta.').waitFor();
    expect(await violationsOn(shown)).toEqual([]);
    await form.getByRole('checkbox', { name: 'Trengs ikke: Kommunestyret' }).uncheck();
    await council.getByLabel('Navn på leddet').fill('Kommunestyret, ekstra møte');
    await form.getByRole('checkbox', { name: 'Trengs ikke: Formannskapet' }).check();
    if (process.env.SHOTS) await shown.screenshot({ path: `${process.env.SHOTS}/adjust.png`, fullPage: true });
    await form.getByRole('button', { name: 'Lagre saksgangen' }).click();
    await shown.getByText('Saksgangen er endret, og datoene er regnet på nytt.').waitFor();
    await part.getByRole('heading', { name: '3. Kommunestyret, ekstra møte' }).waitFor();
    await shown.locator('#on-behalf').getByText('Endring av saksgangen').waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('the report marks the municipality', async () => {
    const { page: shown } = browser;
    await browser.open(`/cases/${route.case.caseId}/report`);
    await shown.getByRole('rowheader', { name: /Grimstad .*Ført på vegne av kommunen/ }).waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
