import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { aPerson } from '../builders/organisation';
import type { BuiltParticipation } from '../builders/participation';
import { aLine } from '../builders/volume';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('what has changed in a report', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let built: BuiltParticipation;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-02-10T09:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    built = await anAnchoredMunicipality(env, { name: 'Lillesand' });
    const { caseId, regionId, hostOrganisationId, parts } = built.case;
    const itemId = parts[0]!.itemIds[0]!;
    await aLine(env, built, { itemId, expected: '240.5' });
    const other = await anAnchoredMunicipality(env, { case: built.case, name: 'Grimstad' });
    await aLine(env, other, { itemId, expected: '100' });
    const host = await env.as(await aPerson(env, regionId, { organisationId: hostOrganisationId }));
    await browser.become(host.token);
    await browser.open(`/cases/${caseId}/report`);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('after a freeze the page says what has come since, in words, as a table and as a file (U8)', async () => {
    const { page } = browser;
    const { caseId, parts } = built.case;
    await page.getByRole('button', { name: 'Lås rapporten' }).click();
    await page.getByText('Rapporten er låst som versjon 1.').waitFor();
    await browser.open(`/cases/${caseId}/report`);
    await page.getByRole('heading', { name: 'Endringer' }).waitFor();
    await page.getByText('Ingen endringer.').waitFor();

    await aLine(env, built, { itemId: parts[0]!.itemIds[0]!, year: 2018, expected: '777' });
    await browser.open(`/cases/${caseId}/report`);
    await page.getByText(/Lillesand regner med 1\s017,5 \S+ av \S+, opp 777\. Før: 240,5\./).waitFor();
    expect(await page.getByRole('combobox', { name: 'Fra' }).inputValue()).toBe('1');
    await page.locator('summary', { hasText: 'Endringer: Versjon 1 – Nå' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Last ned CSV: Endringer/ }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Buffer));
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
    expect(lines.some((line) => line.includes('Lillesand;') && line.includes(';240,5;1017,5;777;'))).toBe(true);
    const table = page.getByRole('table', { name: /Endringer: Versjon 1/ });
    expect(await table.locator('tbody tr').count()).toBe(lines.length - 1);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('a frozen version stands against the one before it', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'Lås rapporten' }).click();
    await page.getByText('Rapporten er låst som versjon 2.').waitFor();
    await page.getByRole('link', { name: 'Versjon 2' }).click();
    await page.getByText('Kontrollert: innholdet stemmer med SHA-256.').waitFor();
    await page.getByText(/opp 777\. Før: 240,5\./).waitFor();
    expect(await page.getByRole('combobox', { name: 'Til' }).inputValue()).toBe('2');
  });

  it('says what each municipality expects of an item, and who can mend what is missing', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.case.caseId}/report`);
    await page.locator('summary', { hasText: 'Mengder per kommune' }).first().click();
    const table = page.getByRole('table', { name: /^Mengder per kommune/ });
    await table.getByRole('row', { name: /Lillesand.*240,5.*777/ }).waitFor();
    await page.getByText('Kan ordnes av').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/report-${width}.png`, fullPage: true });
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    }
    expect(browser.complaints).toEqual([]);
  });
});
