import { anOrganisation } from '../builders/organisation';
import { anInvited, decide, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

describe('around every page', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    const [{ regionId }] = await env.admin.query('select region_id as "regionId" from role where person_id = $1', [
      route.person.personId,
    ]);
    const amli = await anOrganisation(env, regionId, { name: 'Åmli' });
    await env.admin.query(
      `insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, 'COORDINATOR')`,
      [regionId, route.person.personId, amli],
    );
    await env.admin.query(`update person set name = 'Kari Nordmann' where id = $1`, [route.person.personId]);
    await browser.become(route.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const heading = (name: string) => browser.page.getByRole('heading', { level: 1, name });
  const places = () => browser.page.getByRole('navigation', { name: 'Hovedmeny' });

  it('marks where one is, also on the pages below', async () => {
    const current = async (path: string): Promise<string | null> => {
      await browser.open(path);
      return places().locator('[aria-current="page"]').textContent();
    };
    expect(await current('/tasks')).toBe('Mine oppgaver');
    expect(await current('/proposals')).toBe('Behov');
    expect(await current(`/cases/${route.case.caseId}`)).toBe('Saker');
  });

  it('by keyboard: opens the menu of the person, closes it with Escape, and the focus is where it was', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await tabTo(page, /Kari Nordmann/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bytt til Åmli' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Bytt til Åmli' }).count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Kari Nordmann');
  });

  it('changes the language for good: the pages speak it, and the mails will (U4)', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
    await page.getByRole('button', { name: 'Nynorsk' }).click();
    await heading('Mine oppgåver').waitFor();
    await browser.open('/tasks');
    await heading('Mine oppgåver').waitFor();
    const [{ language }] = await env.admin.query('select language from person where id = $1', [route.person.personId]);
    expect(language).toBe('NN');
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
    await page.getByRole('button', { name: 'Bokmål' }).click();
    await heading('Mine oppgaver').waitFor();
  });

  it('acts for another organisation from every page, and shows it', async () => {
    const { page } = browser;
    await browser.open('/cases');
    const button = page.getByRole('button', { name: /Kari Nordmann/ });
    expect(await button.textContent()).toContain('for Grimstad');
    await button.click();
    await page.getByRole('button', { name: 'Bytt til Åmli' }).click();
    await page.getByText('for Åmli').waitFor();
    await heading('Mine oppgaver').waitFor();
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
    await page.getByRole('button', { name: 'Bytt til Grimstad' }).click();
    await page.getByText('for Grimstad').waitFor();
  });

  it('on a phone a button opens the menu; nothing scrolls sideways', async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 320, height: 700 });
    await browser.open('/tasks');
    expect(await places().isVisible()).toBe(false);
    await tabTo(page, /^Meny$/, 4);
    await page.keyboard.press('Enter');
    await places().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
    await page.getByRole('button', { name: 'Bytt til Åmli' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    await places().getByRole('link', { name: 'Saker' }).click();
    await heading('Saker').waitFor();
    expect(await places().isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('says how much is new, what it is, and forgets it when it was seen; looking changes nothing', async () => {
    const { page } = browser;
    const host = await env.as(route.case.coordinator);
    await browser.become(host.token);
    await decide(await env.as(route.person), route.steps[0]!, 'RECOMMENDED', '2016-09-05');
    await env.drain();
    const before = browser.mutations.length;
    await browser.open('/news');
    await page.getByRole('link', { name: 'Rådmannen i Grimstad: tilrådd.' }).waitFor();
    await page.getByRole('link', { name: /^Nytt.*\d+ du ikke har sett/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Merk alt som sett' }).click();
    await page.getByRole('link', { name: 'Nytt', exact: true }).waitFor();
    await browser.open('/tasks');
    await page.getByRole('link', { name: 'Nytt', exact: true }).waitFor();
    expect(browser.mutations.length).toBe(before);
    await page.getByRole('link', { name: 'Nytt', exact: true }).click();
    await page.getByRole('link', { name: 'Rådmannen i Grimstad: tilrådd.' }).click();
    await heading('Grimstad').waitFor();
  });

  it('says that it works when an answer is long on its way', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await page.route('**/graphql', async (asked) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await asked.continue();
    });
    await page.getByRole('link', { name: 'Behov', exact: true }).click();
    await page.locator('.progress').getByText('Henter …').waitFor({ timeout: 1_900 });
    await heading('Behov').waitFor();
    await page.unroute('**/graphql');
    await page.locator('.progress-line').waitFor({ state: 'detached' });
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
