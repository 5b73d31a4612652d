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
