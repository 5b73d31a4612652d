import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

describe('meeting calendars in the web app, by keyboard', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-01T09:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await browser.become(route.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });
  const shot = async (name: string): Promise<void> => {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    for (const width of [1280, 320]) {
      await browser.page.setViewportSize({ width, height: 900 });
      await browser.page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    }
    await browser.page.setViewportSize({ width: 1280, height: 900 });
  };

  it('a meeting is added and cancelled, on purpose', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars?year=2016');
    await tabTo(page, /^Kommunestyret: 5 møter i 2016/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Legg til et møte/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Dato/);
    await page.keyboard.type('20.12.2016');
    await page.keyboard.press('Tab');
    await page.keyboard.type('18');
    await page.keyboard.press('Enter');
    await page.getByText('Skriv klokkeslettet som 18:00.').waitFor();
    await page.keyboard.type(':00');
    await page.keyboard.press('Enter');
    await page.getByText('Møtet 20.12.2016 er lagt til.').waitFor();
    await page.getByText('Kommunestyret: 6 møter i 2016').waitFor();
    await tabTo(page, /^Avlys møtet 20.12.2016/);
    await page.keyboard.press('Enter');
    await page.getByText('Skal møtet 20.12.2016 avlyses?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Møtet 20.12.2016 er avlyst.').waitFor();
    await page.getByText('Kommunestyret: 5 møter i 2016').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('calendars');
  });

  it('a year without a plan stands as provisional', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars?year=2018');
    await page.getByText('Formannskapet: 1 møte i 2018, foreløpig').click();
    await page.getByText('Datoene følger mønsteret fra 2017').first().waitFor();
    expect(await page.getByRole('button', { name: /^Avlys/ }).count()).toBe(0);
  });

  it('the text of a plan becomes meetings: looked at first, a missing body added, then saved', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars');
    await tabTo(page, /^Les inn møteplan/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Les inn møteplan' }).waitFor();
    await page.getByText('En PDF kan ikke leses direkte.').waitFor();
    await tabTo(page, /^Møteplanen/);
    await page.keyboard.insertText(
      'Møteplan 2017\fFormannskapet: 8. februar, 8. mars kl. 09.00\nKommunestyret: 22. februar\nEldrerådet: 30. februar\n',
    );
    await tabTo(page, /^Se hva som blir endret/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vi fant 3 møter.' }).waitFor();
    await shot('import-found');
    await tabTo(page, /^Legg til Eldrerådet/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 feil må rettes først' }).first().waitFor();
    await page.getByText('«30.» er ingen dato. Kontroller dag og måned.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /^Lagre/ }).count()).toBe(0);
    const text = page.getByRole('textbox', { name: /^Møteplanen/ });
    await text.fill((await text.inputValue()).replace('30. februar', '3. februar'));
    await tabTo(page, /^Se hva som blir endret/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vi fant 4 møter.' }).waitFor();
    await tabTo(page, /^Lagre 4 endringer/);
    await page.keyboard.press('Enter');
    await page.getByText('4 endringer er lagret i møteplanen.').waitFor();
    await tabTo(page, /^Se møteplanen/);
    await page.keyboard.press('Enter');
    await page.getByText('Eldrerådet: 1 møte i 2017').waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
