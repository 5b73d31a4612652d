import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const SHEET = [
  'Oversikt felles responssenter',
  'Kommune\tStatus\tDato\tDeltakelse\tAntall alarmer\tKontaktperson\tSier de\tMerknad',
  'Risør kommune\tVedtatt i KS\t16.11.16\tja\t240\tKari Nordmann\t\tRinger selv',
  'Grimstad\tnesten i mål\t\topsjon\t120\t\ti mars\t',
  'Sogne\t?\t\t\t\t\t\t',
  'Birkenes\tvedtatt\t31.11.16\tja\t60\t\t\t',
  'Sum\t\t\t\t420',
].join('\n');

describe('a case out of a spreadsheet, in the browser', () => {
  let env: SamankerUnderTest;
  let browser: Browser;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-20T10:00+01:00', webFolder: WEB_FOLDER, worker: false });
    browser = await openBrowser(env);
    const regionId = await aRegion(env);
    const ids = [];
    for (const name of ['Kristiansand', 'Risør', 'Grimstad', 'Søgne', 'Birkenes'])
      ids.push(await anOrganisation(env, regionId, { name }));
    const coordinator = await aPerson(env, regionId, { organisationId: ids[0]!, name: 'Anne Vert' });
    await browser.become((await env.as(coordinator)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('is pasted, checked, mended and made, by keyboard alone (U2)', async () => {
    const { page } = browser;
    await browser.open('/cases');
    await page.getByRole('link', { name: 'Hent inn en sak fra regneark' }).press('Enter');
    await page.getByRole('button', { name: 'Les arket' }).press('Enter');
    await page.getByText('Lim inn radene, eller velg en fil.').waitFor();
    await page.getByLabel('Lim inn radene her').fill(SHEET);
    await look('1-paste');
    await page.getByRole('button', { name: 'Les arket' }).press('Enter');

    await page.getByRole('heading', { level: 2, name: '3 celler må avklares' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await look('2-check');
    await page.getByLabel('Rad 5: hvilken kommune er «Sogne»?').selectOption({ label: 'Søgne' });
    // Back to a mended sheet: what is answered needs no second answer.
    await page.getByRole('button', { name: 'Tilbake' }).press('Enter');
    await page.getByText('Svarene du har gitt, gjelder også neste gang arket leses.').waitFor();
    await page.getByRole('button', { name: 'Les arket' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: '2 celler må avklares' }).waitFor();
    expect(await page.getByLabel('Rad 5: hvilken kommune er «Sogne»?').count()).toBe(0);
    await page.getByLabel('Hva betyr «nesten i mål»?').selectOption({ label: 'Under behandling' });
    await page.getByRole('button', { name: 'Utelat rad 6' }).press('Enter');
    await page.getByRole('button', { name: 'Kontroller på nytt' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Vi fant 4 kommuner i arket.' }).waitFor();
    await page.getByText('Kommunestyret: vedtatt 16.11.2016').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await look('3-checked');
    await page.getByRole('button', { name: 'Gå videre' }).press('Enter');

    await page.getByRole('heading', { level: 2, name: 'Dette blir laget' }).waitFor();
    await page.getByRole('button', { name: 'Opprett saken' }).press('Enter');
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(3);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Tittel').fill('Felles responssenter');
    await page.getByLabel('Frist for vedtak i kommunene').fill('31.3.2017');
    await page.getByLabel('Navn på delen').fill('Teknologi');
    await page.getByLabel('CPV-kode').fill('pasientoverv');
    await page.getByRole('button', { name: /^33195000/ }).press('Enter');
    expect(await page.getByLabel('CPV-kode').inputValue()).toBe('33195000');
    await page.getByLabel('Hvor ligger svarene fra kommunene?').fill('Arkivsak 2016/55');
    await look('4-create');
    await page.getByRole('button', { name: 'Opprett saken' }).press('Enter');

    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1, name: 'Felles responssenter' }).waitFor();
    expect(await page.getByText('Risør').count()).toBeGreaterThan(0);
    expect(browser.complaints).toEqual([]);
  });

  it('is not offered to those who coordinate nothing', async () => {
    const { page } = browser;
    const [{ region }] = await env.admin.query('select id as region from region limit 1');
    const reader = await aPerson(env, region, { roles: ['AUDITOR'] });
    await browser.become((await env.as(reader)).token);
    await browser.open('/cases');
    expect(await page.getByRole('link', { name: 'Hent inn en sak fra regneark' }).count()).toBe(0);
    await browser.open('/cases/import');
    await page.getByText('Koordinatoren hos verten henter inn saken.').waitFor();
  });

  /** LOOK=folder keeps pictures, wide and narrow. */
  async function look(name: string): Promise<void> {
    const folder = process.env.LOOK;
    if (!folder) return;
    for (const width of [320, 1280]) {
      await browser.page.setViewportSize({ width, height: 900 });
      await browser.page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    }
  }
});
