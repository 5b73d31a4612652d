import { aNeed } from '../builders/need';
import { aPerson, anOrganisation, type BuiltPerson } from '../builders/organisation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { OPERATOR, startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('when something does not work', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let built: BuiltCase;
  let person: BuiltPerson;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER, worker: false });
    browser = await openBrowser(env);
    built = await aCase(env);
    const organisationId = await anOrganisation(env, built.regionId, { name: 'Lillesand' });
    person = await aPerson(env, built.regionId, { organisationId, roles: ['COORDINATOR'] });
  });
  beforeEach(async () => browser.become((await env.as(person)).token));
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const shot = async (name: string): Promise<void> => {
    if (process.env.SHOTS) await browser.page.screenshot({ path: `${process.env.SHOTS}${name}.png` });
  };
  /** The person looks at the page again; by then what it shows has grown stale. */
  const lookAgain = async (): Promise<void> => {
    await browser.page.waitForTimeout(5_100);
    await browser.page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  };

  it('an address without a page: says so, and leads on', async () => {
    const { page } = browser;
    await browser.open('/nowhere/at/all');
    await page.getByRole('heading', { level: 1, name: 'Siden finnes ikke' }).waitFor();
    await page.getByText('/nowhere/at/all').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('no-page');
    await page.locator('#content').getByRole('link', { name: 'Saker' }).click();
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
  });

  it('what is not there, or is another’s: the same answer, for whom one acts, and who helps (R28)', async () => {
    const { page } = browser;
    const draft = await aNeed(env, built.regionId, built.hostOrganisationId, { state: 'DRAFT', title: 'Hemmelig' });
    const seen: string[] = [];
    for (const id of [draft, '00000000-0000-7000-8000-000000000000']) {
      await browser.open(`/needs/${id}`);
      await page.getByRole('heading', { level: 1, name: 'Vi finner ikke det du leter etter' }).waitFor();
      seen.push((await page.locator('#content').textContent()) ?? '');
    }
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]).toContain('Du handler nå for Lillesand.');
    expect(await violationsOn(page)).toEqual([]);
    await shot('no-thing');
  });

  it('a session that ends leaves what is written; logged in elsewhere, the page goes on', async () => {
    const { page } = browser;
    await browser.open('/needs/new');
    const field = page.getByRole('textbox', { name: 'Problem' });
    await field.fill('Alarmene når ikke fram om natten.');
    await env.admin.query('delete from session');
    await lookAgain();
    await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
    expect(await field.inputValue()).toBe('Alarmene når ikke fram om natten.');
    expect(await page.getByRole('link', { name: 'Logg inn i en ny fane' }).getAttribute('target')).toBe('_blank');
    expect(await violationsOn(page)).toEqual([]);
    await shot('ended');
    await browser.become((await env.as(person)).token);
    await lookAgain();
    await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Alarmene når ikke fram om natten.');
  });

  it('a page that cannot be asked for any more offers the log-in, which leads back to it', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await env.admin.query('delete from session');
    await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Region' }).click();
    await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
    await page.getByRole('button', { name: 'Logg inn her' }).click();
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/region');
    await browser.become((await env.as(person)).token);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Agder' }).waitFor();
  });

  it('a fault of the service: the number to hand on, and another try that works', async () => {
    const { page } = browser;
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query ProcurementCases')
        ? route.fulfill({ status: 500, headers: { 'x-request-id': 'nr-123' }, json: { errors: [{ message: 'x' }] } })
        : route.continue(),
    );
    await page.goto(`${env.url}/cases`);
    await page.getByText('Tjenesten hadde en feil').waitFor();
    expect(await page.locator('code').textContent()).toBe('nr-123');
    await page.getByRole('button', { name: 'Kopier nummeret' }).waitFor();
    await page.getByText(`Hjelper det ikke? Kontakt ${OPERATOR.name}`).waitFor();
    await page.getByRole('link', { name: OPERATOR.email }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('fault');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByText('Tjenesten hadde en feil').waitFor({ state: 'detached' });
    await page.locator('.spinning').waitFor({ state: 'detached' });
    await page
      .getByRole('link', { name: /Kommunalt responssenter/ })
      .first()
      .waitFor();
  });

  it('asked too often: wait, and nothing is asked again by itself', async () => {
    const { page } = browser;
    let asked = 0;
    await page.route('**/graphql', (route) => {
      if (!route.request().postData()?.includes('query ProcurementCases')) return route.continue();
      asked++;
      return route.fulfill({ status: 429, json: { error: 'Too many requests.' } });
    });
    await page.goto(`${env.url}/cases`);
    await page.getByText('For mange forespørsler').waitFor();
    await page.waitForTimeout(1_500);
    expect(asked).toBe(1);
    await page.unroute('**/graphql');
  });

  it('without a connection: says so on every page, keeps the way to the others, and goes on by itself', async () => {
    const { page, context } = browser;
    await browser.open('/tasks');
    await context.setOffline(true);
    const told = page.getByText('Du er uten nett.');
    await told.waitFor();
    await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Region' }).click();
    await page.locator('.spinning').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('offline');
    await context.setOffline(false);
    await told.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'Agder' }).waitFor();
  });

  it('a page whose file cannot be had: the frame stays, and another try fetches it', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await page.route('**/assets/accessibility*', (route) => route.abort());
    await page.getByRole('contentinfo').getByRole('link', { name: 'Tilgjengelighet' }).click();
    await page.getByText('Siden kunne ikke vises').waitFor();
    await page.getByRole('navigation', { name: 'Hovedmeny' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('page-fault');
    await page.unroute('**/assets/accessibility*');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tilgjengelighet' }).waitFor();
  });
});
