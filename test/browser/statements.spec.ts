import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { OPERATOR, startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const OPEN = { '/glossary': 'Ordliste', '/accessibility': 'Tilgjengelighet', '/privacy': 'Personvern' };

describe('the product’s words, and what it says about itself', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER, worker: false });
    browser = await openBrowser(env);
    route = await anInvited(env);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  /** Who runs the service, how they are reached, and that this one is an example. */
  const contactStands = async (): Promise<void> => {
    const content = browser.page.locator('#content');
    await content.getByText(OPERATOR.name).waitFor();
    expect(await content.getByRole('link', { name: OPERATOR.email }).getAttribute('href')).toBe(
      `mailto:${OPERATOR.email}`,
    );
    expect(await content.getByRole('link', { name: OPERATOR.phone }).getAttribute('href')).toBe('tel:38000000');
    expect(await content.locator('.ds-tag').count()).toBe(1);
  };

  it('nobody has to log in to read them; each is there in three languages (U1, U4)', async () => {
    const { page } = browser;
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [path, title] of Object.entries(OPEN)) {
        await browser.open(path);
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        for (const language of ['Nynorsk', 'English', 'Bokmål']) {
          await page.getByRole('button', { name: language }).click();
          const lang = { Nynorsk: 'nn', English: 'en', Bokmål: 'nb' }[language];
          await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
          if (path !== '/glossary') await contactStands();
          expect(await violationsOn(page)).toEqual([]);
        }
        expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}${path.slice(1)}${width}.png`, fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('the foot of every page leads there; all else still asks for a log-in', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    for (const title of Object.values(OPEN)) {
      await page.getByRole('contentinfo').getByRole('link', { name: title }).click();
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    }
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Tilgjengelighet' }).waitFor();
  });

  it('a word is explained where it stands: by keyboard, with its name, and Escape closes it', async () => {
    const { page } = browser;
    await browser.become(route.client.token);
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
    const term = page.getByRole('button', { name: 'fullmakt', exact: true });
    await term.focus();
    const says = page.getByText('Dokumentet som lar verten handle for kommunen i saken.');
    expect(await says.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await says.waitFor();
    expect(await term.getAttribute('aria-expanded')).not.toBe('false');
    expect(await violationsOn(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}term.png` });
    await page.keyboard.press('Escape');
    await says.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('fullmakt');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Se hele ordlisten' }).locator('visible=true').click();
    await page.getByRole('heading', { level: 1, name: 'Ordliste' }).waitFor();
    expect(await page.locator('.glossary-found dt').textContent()).toBe('fullmakt');
  });

  it('the glossary is searched', async () => {
    const { page } = browser;
    await page.getByLabel('Søk i ordlisten').fill('opsjon');
    await page
      .getByRole('status')
      .filter({ hasText: /^1 ord$/ })
      .waitFor();
    expect(await page.locator('.glossary dt').allTextContents()).toEqual(['med opsjon']);
    expect(browser.complaints).toEqual([]);
    expect(browser.mutations).toEqual([]);
  });
});
