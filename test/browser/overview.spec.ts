import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aNeed } from '../builders/need';
import { anOrganisation, aRegion } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const TITLES = ['Kommunalt responssenter', 'Bakervarer til sykehjem', 'Veisalt og strøsand'];
const STATES = ['ANCHORED', 'ANCHORING', 'INVITED', 'ANCHORED', 'DECLINED'];
const STATUSES = ['ON_TRACK', 'AT_RISK', 'ON_TRACK', 'LATE', 'CANNOT_MAKE_IT', null, 'ON_TRACK'];

describe('several cases seen together', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let cases: BuiltCase[];
  let arendal: string;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER, worker: false });
    browser = await openBrowser(env);
    const regionId = await aRegion(env);
    const text = readFileSync(resolve(__dirname, '../../data/municipalities/municipalities-agder-2016.csv'), 'utf8');
    const organisations = new Map<string, string>();
    for (const [number = '', name = ''] of text
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')))
      organisations.set(name, await anOrganisation(env, regionId, { number, name }));
    arendal = organisations.get('Arendal')!;
    cases = [];
    for (const [of, title] of TITLES.entries()) {
      const built = await aCase(env, {
        regionId,
        title,
        hostOrganisationId: organisations.get(of === 1 ? 'Arendal' : 'Kristiansand'),
        stage: of === 2 ? 'PAUSED' : 'INVITED',
        openedOn: `2016-0${of + 3}-01`,
        decisionDeadline: `2017-0${of + 1}-20`,
        firstYear: 2017 + of,
        optionYears: of,
      });
      cases.push(built);
      for (const [at, organisationId] of [...organisations.values()].slice(0, 12 + 9 * of).entries()) {
        const state = STATES[(at + of) % STATES.length]!;
        const one = await aParticipation(env, { case: built, organisationId, state, choices: ['FIRM', 'OPTION'] });
        await env.admin.query('update participation set planning_status = $2, slack_days = 9 where id = $1', [
          one.participationId,
          STATUSES[(at + of) % STATUSES.length],
        ]);
        await aLine(env, one, { itemId: built.parts[0]!.itemIds[0]!, expected: String(10 + at) });
        await env.admin.query(
          `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on)
           values ($1, 'VOLUMES', $2, $3, $3, $4, 'x', 'COORDINATOR', $5)`,
          [regionId, built.caseId, one.participationId, organisationId, at % 4 === 2 ? '2016-11-10' : '2016-11-25'],
        );
      }
    }
    await aNeed(env, regionId, arendal, {
      title: 'Nye medisindispensere',
      wantedFrom: '2018-01-01',
      wantedTo: '2021-12-31',
    });
    await aNeed(env, regionId, organisations.get('Bykle')!, { title: 'Brøyting av gangveier' });
    await browser.become((await env.as(cases[0]!.coordinator)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const titles = (): Promise<string[]> =>
    browser.page
      .getByRole('table', { name: /^Saker/ })
      .locator('tbody th')
      .allTextContents();

  it('the region’s cases are sorted, narrowed and taken out as a file', async () => {
    const { page } = browser;
    await browser.open('/region');
    expect(await titles()).toEqual(TITLES);
    await page.getByRole('button', { name: 'Fellesanskaffelse' }).click();
    expect(await titles()).toEqual([...TITLES].sort());
    await page.getByRole('button', { name: 'Fellesanskaffelse' }).click();
    expect(await titles()).toEqual([...TITLES].sort().reverse());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Last ned CSV: Saker/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Saker Agder.csv');
    await page.getByRole('radio', { name: 'På vent' }).check();
    await page.getByText('Viser 1 av 3 saker').waitFor();
    expect(await titles()).toEqual(['Veisalt og strøsand']);
    await page.getByRole('radio', { name: 'Alle' }).check();
    await page.getByLabel('Søk etter sak eller vert').fill('arendal');
    await page.getByText('Viser 1 av 3 saker').waitFor();
    expect(await titles()).toEqual(['Bakervarer til sykehjem']);
  });

  it('the map of the region says the most pressing thing of each, and leads to its cases', async () => {
    const { page } = browser;
    await browser.open('/region');
    await page.locator('.map-place').first().waitFor();
    expect(await page.locator('.map-place').count()).toBe(30);
    await page.locator('.map-place[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.locator('.map-place[aria-label^="Arendal: Saker: 2."]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Sakene i Arendal' }).waitFor();
  });

  it('one municipality: what comes next, its cases, and how needs and cases meet in time', async () => {
    const { page } = browser;
    await browser.open(`/organisations/${arendal}/cases`);
    expect(await page.getByText('Frist for mengdene').count()).toBeGreaterThan(0);
    expect(await page.locator('.coming time').allTextContents()).toEqual(
      [...(await page.locator('.coming time').allTextContents())].sort((a, b) =>
        a.split('.').reverse().join() < b.split('.').reverse().join() ? -1 : 1,
      ),
    );
    expect(await page.getByText('Kommunen er vert').count()).toBe(1);
    await page
      .getByText('«Nye medisindispensere» og «Kommunalt responssenter». Samme tid: 01.01.2018–31.12.2020.')
      .waitFor();
    await page.getByLabel('Velg kommune').selectOption({ label: 'Bykle' });
    await page.getByRole('heading', { level: 1, name: 'Sakene i Bykle' }).waitFor();
  });

  it('no violation, nothing sideways, nothing changed, no complaint (U1)', async () => {
    const { page } = browser;
    for (const path of ['/region', `/organisations/${arendal}/cases`])
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await browser.open(path);
        if (path === '/region') await page.locator('.map-place').first().waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
        expect(await violationsOn(page)).toEqual([]);
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}${path.length > 9 ? 'own' : 'region'}${width}.png`,
            fullPage: true,
          });
      }
    expect(browser.mutations).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
