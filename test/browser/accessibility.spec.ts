import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { cutOffWhenSpaced, movesSideways, unheardOn } from './look';
import { everyPage, type EveryPage } from './pages';

const HEIGHT = 900;
/** A window of 1280 pixels, enlarged to 200 % and to 400 %. */
const ENLARGED_TWICE = 640;
const NARROW = 320;

describe('every page for everybody (U1)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let pages: EveryPage;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    // What moves is not measured while it moves.
    await browser.page.emulateMedia({ reducedMotion: 'reduce' });
    pages = await everyPage(env);
    await browser.become(pages.all.all.token);
    // Whatever is pressed here changes nothing: the next page is to look the same.
    await browser.page.route('**', async (route) => {
      const request = route.request();
      if (request.method() === 'GET') return route.fallback();
      const said = request.url().endsWith('/graphql') ? (request.postData() ?? '') : 'mutation';
      if (!/"query":"\s*(\\n)?\s*mutation/.test(said) && said !== 'mutation') return route.fallback();
      return route.fulfill({ status: 200, json: { errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] } });
    });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const size = (width: number) => browser.page.setViewportSize({ width, height: HEIGHT });

  /** What is wrong with the page as it stands, wide and narrow. */
  async function faults(widths: readonly number[] = [NARROW, 1280]): Promise<string[]> {
    const found: string[] = [];
    for (const width of widths) {
      await size(width);
      await browser.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const here = await violationsOn(browser.page);
      if (await movesSideways(browser.page)) here.push('the page scrolls sideways');
      found.push(...here.map((fault) => `${width}: ${fault}`));
    }
    return found;
  }

  /** Opens what is folded in and what buttons open, and sends every form as it stands. */
  async function open(): Promise<string[]> {
    const { page } = browser;
    const address = page.url();
    for (let tries = 0; tries < 3; tries++) {
      const opened = await page.evaluate(`(() => {
        const closed = [...document.querySelectorAll('main details:not([open])')].slice(0, 20);
        for (const one of closed) one.querySelector('summary')?.click();
        const folded = [...document.querySelectorAll('main button[aria-expanded=false], main button[aria-haspopup=dialog]')].slice(0, 3);
        for (const one of folded) one.click();
        return closed.length + folded.length;
      })()`);
      if (!opened) break;
      await page.waitForTimeout(30);
    }
    const sent = browser.mutations.length;
    await page.evaluate(`(() => {
      for (const one of [...document.querySelectorAll('main form button[type=submit]:not([disabled])')].slice(0, 12)) one.click();
    })()`);
    await page.waitForTimeout(60);
    await page.locator('.spinning').first().waitFor({ state: 'detached' });
    if (page.url() !== address) return [];
    const told = await page.locator('[role="alert"], [aria-invalid="true"]').count();
    return browser.mutations.length > sent && told === 0 ? ['what was not saved is not told'] : [];
  }

  it.each(['NB', 'NN', 'EN'])(
    'in %s, wide and narrow, as it comes, opened, and with forms refused: axe finds nothing, nothing moves sideways',
    async (language) => {
      const { page } = browser;
      await env.admin.query('update person set language = $1', [language]);
      const found: Record<string, string[]> = {};
      for (const { path } of pages.places) {
        await size(1280);
        const opened = await browser.open(path).then(
          () => true,
          () => false,
        );
        if (!opened) {
          found[path] = ['the page does not come'];
          continue;
        }
        await page.locator(`html[lang="${language.toLowerCase()}"]`).waitFor();
        const here = await faults();
        if (language === 'NB') {
          here.push(...(await unheardOn(page)), ...(await cutOffWhenSpaced(page)));
          await size(ENLARGED_TWICE);
          if (await movesSideways(page)) here.push('200 %: the page scrolls sideways');
          await size(NARROW);
          here.push(...(await cutOffWhenSpaced(page)).map((fault) => `${NARROW}: ${fault}`));
          await size(1280);
        }
        // What is opened is the same in every language but for the length of its words, which tells where it is narrow.
        const widths = language === 'NB' ? [NARROW, 1280] : [NARROW];
        here.push(...(await open()), ...(await faults(widths)).map((fault) => `opened, ${fault}`));
        if (here.length > 0) found[path] = [...new Set(here)];
      }
      expect(found).toEqual({});
    },
    400_000,
  );
});
