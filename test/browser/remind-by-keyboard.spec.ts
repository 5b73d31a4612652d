import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** U2: the coordinator reminds without a mouse, having seen who gets what. */
describe('reminds by keyboard only (U2)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Bykle' });
    await env.drain();
    await env.setClock('2016-08-03T10:00+02:00');
    await browser.become((await env.as(route.case.coordinator)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const mails = async (): Promise<number> => (await env.admin.query('select 1 from mail')).length;

  it('from my tasks to the board, the preview and the mail', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    // The host sees at once how far they are in all.
    await page.getByText('0 av 1 kommuner er forankret.').waitFor();
    await tabTo(page, /^Saker/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
    await tabTo(page, /responssenter/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send påminnelse til 1 kommune' }).waitFor();
    await tabTo(page, /^Send påminnelse til 1 kommune/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/^Bykle: til /)
      .waitFor();
    const before = await mails();
    await tabTo(page, /^Send 1 e-post/);
    await page.keyboard.press('Enter');
    await page.getByText('1 påminnelse er lagt i kø.').waitFor();
    await env.drain();
    expect(await mails()).toBe(before + 1);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
