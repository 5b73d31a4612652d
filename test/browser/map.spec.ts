import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { anOrganisation, aRegion } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const STATES = ['ANCHORED', 'ANCHORING', 'INVITED', 'DECLINED', 'REANCHOR_REQUIRED', 'LEGALITY_REVIEW', 'WITHDRAWN'];
const STATUSES = ['ON_TRACK', 'AT_RISK', 'LATE', 'CANNOT_MAKE_IT', null];

/** The municipalities of Agder in a year: number, name. */
function municipalitiesOf(year: number): { number: string; name: string }[] {
  const text = readFileSync(resolve(__dirname, `../../data/municipalities/municipalities-agder-${year}.csv`), 'utf8');
  const [head = '', ...rows] = text.trim().split(/\r?\n/);
  const at = (column: string): number => head.split(',').indexOf(column);
  return rows.map((row) => ({ number: row.split(',')[at('number')]!, name: row.split(',')[at('name')]! }));
}

describe('the map of a case', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let before: BuiltCase;
  let today: BuiltCase;

  /** A case with all municipalities of a year but the last, in all states; each with a line as large as its place. */
  async function aCaseOn(year: number): Promise<BuiltCase> {
    const regionId = await aRegion(env, { name: `Agder ${year}` });
    const built = await aCase(env, { regionId });
    for (const [at, { number, name }] of municipalitiesOf(year).slice(0, -1).entries()) {
      const organisationId = await anOrganisation(env, regionId, { number, name });
      const state = STATES[at % STATES.length]!;
      const one = await aParticipation(env, { case: built, organisationId, state, choices: ['FIRM', 'FIRM'] });
      await env.admin.query('update participation set planning_status = $2, slack_days = $3 where id = $1', [
        one.participationId,
        STATUSES[at % STATUSES.length],
        at - 3,
      ]);
      if (at % 3 > 0) await aLine(env, one, { itemId: built.parts[0]!.itemIds[0]!, expected: String(at) });
    }
    return built;
  }

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER, worker: false });
    browser = await openBrowser(env);
    before = await aCaseOn(2016);
    today = await aCaseOn(2020);
    await browser.become((await env.as(before.coordinator)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const focused = (): Promise<string> => browser.page.evaluate('document.activeElement.getAttribute("aria-label")');

  it('shows all thirty of 2016: those that were not invited too', async () => {
    const { page } = browser;
    await browser.open(`/cases/${before.caseId}/map`);
    await page.locator('.map-place').first().waitFor();
    expect(await page.locator('.map-place').count()).toBe(30);
    const rows = await page.locator('.map-kind').allTextContents();
    const counts = rows.map((row) => Number(/(\d+)$/.exec(row)![1]));
    expect(rows).toHaveLength(STATES.length + 1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(rows.at(-1)).toBe('Ikke invitert 1');
  });

  it('the arrow keys go to neighbours, each says what holds for it, and Enter opens it (U2)', async () => {
    const { page } = browser;
    await page.locator('.map-place[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.locator('.map-place[data-place="0"]:focus').waitFor();
    expect(await focused()).toMatch(/^Arendal: Forankring: .*\. Margin: .*\. Ventet verdi: /);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toMatch(/^(Froland|Tvedestrand|Åmli)/);
    expect(await page.locator('.map-facts').textContent()).toContain('Ventet verdi');
    expect(await page.locator('.map-place[tabindex="0"]').count()).toBe(1);
    const name = /^[^:]+/.exec(await focused())![0];
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('the legend leads to the same places, and its patterns differ (U8)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${before.caseId}/map`);
    const links = page.locator('.map-legend a');
    await links.first().waitFor();
    expect(await links.count()).toBe(29);
    const fills = await page
      .locator('.map-place .map-area')
      .evaluateAll((areas) => areas.map((area) => area.getAttribute('class')));
    const patterns = await page
      .locator('.map-place .map-pattern')
      .evaluateAll((areas) => areas.map((area) => area.getAttribute('fill')));
    expect(new Set(patterns).size).toBe(new Set(fills).size);
  });

  it.each(['', '?show=status', '?show=share'])(
    'map%s: the table and its file say the same, no violation (U8)',
    async (show) => {
      const { page } = browser;
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await browser.open(`/cases/${before.caseId}/map${show}`);
        await page.locator('.map-place').first().waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
        expect(await violationsOn(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.locator('summary', { hasText: 'Vis som tabell' }).click();
      const table = page.getByRole('table');
      await table.waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Last ned CSV/ }).click(),
      ]);
      const parts: Buffer[] = [];
      for await (const part of await download.createReadStream()) parts.push(Buffer.from(part as Buffer));
      const lines = Buffer.concat(parts).toString('utf8').trim().split('\r\n');
      expect(lines).toHaveLength(await table.getByRole('row').count());
      expect(lines).toHaveLength(30);
      const shares = lines.slice(1).map((line) => Number(line.split(';').at(-1)!.replace(',', '.')));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    },
  );

  it('shows the twenty-five of today', async () => {
    const { page } = browser;
    await browser.become((await env.as(today.coordinator)).token);
    await browser.open(`/cases/${today.caseId}/map?show=status`);
    await page.locator('.map-place').first().waitFor();
    expect(await page.locator('.map-place').count()).toBe(25);
    expect(await page.locator('.map-kind').last().textContent()).toBe('Ikke invitert 1');
    expect(browser.complaints).toEqual([]);
    expect(browser.mutations).toEqual([]);
  });
});
