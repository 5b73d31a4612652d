import { everything, type Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

/** Width of an A4 sheet without its margins, in CSS pixels: upright for text, across for the board. */
const UPRIGHT = 680;
const ACROSS = 1046;

describe('on paper', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    all = await everything(env);
    await browser.become(all.all.token);
    await browser.page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const shown = (selector: string): Promise<number> => browser.page.locator(selector).filter({ visible: true }).count();
  const wider = (): Promise<unknown> =>
    browser.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  it.each<[string, number, (ids: Everything['ids']) => string]>([
    ['the board', ACROSS, ({ caseId }) => `/cases/${caseId}`],
    ['the report', UPRIGHT, ({ caseId }) => `/cases/${caseId}/report`],
    ['a decision', UPRIGHT, ({ caseId, participationId }) => `/cases/${caseId}/participations/${participationId}`],
  ])('%s has what is known, nothing to click, and fits the sheet', async (_, width, path) => {
    await browser.page.setViewportSize({ width, height: 900 });
    await browser.open(path(all.ids));
    for (const selector of ['.header', '.footer', 'nav', 'form', 'main button', '.ds-details:not([open])'])
      expect([selector, await shown(selector)]).toEqual([selector, 0]);
    expect(await shown('#content h1')).toBe(1);
    expect(await shown('table, dl')).toBeGreaterThan(0);
    expect(await wider()).toBeLessThanOrEqual(1);
  });

  it.each<[string, (ids: Everything['ids']) => string]>([
    ['the region', () => '/region'],
    ['the time line', ({ caseId }) => `/cases/${caseId}/timeline`],
    ['the map', ({ caseId }) => `/cases/${caseId}/map`],
    ['the calendars', ({ organisationId }) => `/administration/calendars?organisation=${organisationId}`],
    ['a decision', ({ caseId, participationId }) => `/cases/${caseId}/participations/${participationId}`],
  ])('%s: what is folded away is opened for paper, made and all, and closed again', async (_, path) => {
    const { page } = browser;
    await browser.open(path(all.ids));
    const folds = page.locator('main details');
    const open = (): Promise<boolean[]> => folds.evaluateAll((all) => all.map((one) => (one as never)['open']));
    await folds.first().waitFor({ state: 'attached' });
    const before = await open();
    expect(before.filter((one) => !one).length).toBeGreaterThan(0);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shown('main details:not([open]):not(.off-paper *)')).toBe(0);
    for (const fold of await page.locator('main details').filter({ visible: true }).all()) {
      const content = await fold.evaluate((one) => (one as unknown as { innerText: string }).innerText.split('\n'));
      expect([content[0], content.length > 1]).toEqual([content[0], true]);
    }
    for (const selector of ['form', 'main button:not(th button)', '.spinning'])
      expect([selector, await shown(selector)]).toEqual([selector, 0]);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect((await open()).filter(Boolean)).toEqual(before.filter(Boolean));
  });

  it('what the municipality chooses stands there although its form does not', async () => {
    const { caseId, participationId } = all.ids;
    await browser.open(`/cases/${caseId}/participations/${participationId}`);
    expect(await shown('#choices dl, #choices .print-only')).toBeGreaterThan(0);
  });

  it('the board becomes a PDF that lies across', async () => {
    await browser.open(`/cases/${all.ids.caseId}`);
    const pdf = (await browser.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(0);
    expect(Number(height)).toBeGreaterThan(0);
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => Number(w) > Number(h));
    expect(boxes).toContain(true);
  });

  it('prints nothing to the console, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
