import { everything, type Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** The administration, by keyboard only (U2): a colleague is registered, gets a role, and stands in for another one. */
describe('administration', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    all = await everything(env);
    await browser.become((await all.someone('host', ['COORDINATOR'])).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const press = (key: string): Promise<void> => browser.page.keyboard.press(key);
  const said = (text: RegExp | string): Promise<void> =>
    browser.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const seen = async (name: string): Promise<void> => {
    await browser.page.setViewportSize({ width: 320, height: 900 });
    if (process.env.SCREENSHOTS)
      await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-320.png`, fullPage: true });
    expect(await violationsOn(browser.page)).toEqual([]);
    expect(await browser.page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    await browser.page.setViewportSize({ width: 1280, height: 900 });
    if (process.env.SCREENSHOTS)
      await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-1280.png`, fullPage: true });
    expect(await violationsOn(browser.page)).toEqual([]);
  };

  it('leads from the menu to the people, and registers somebody', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await tabTo(page, /^Administrasjon$/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Administrasjon' }).waitFor();
    await seen('administration');
    await tabTo(page, /^Personer og roller$/);
    await press('Enter');
    await tabTo(page, /^Registrer en person$/);
    await press('Enter');
    await tabTo(page, /^Navn/);
    await page.keyboard.type('Berit Berg');
    await tabTo(page, /^Registrer$/);
    await press('Enter');
    // Without an address nothing is sent, and the field says why.
    await page.waitForFunction(
      `document.activeElement.name === 'email' && document.activeElement.ariaInvalid === 'true'`,
    );
    await seen('register-refused');
    await page.keyboard.type('berit.berg@kommune.example');
    await tabTo(page, /^Registrer$/);
    await press('Enter');
    await said('Berit Berg er registrert');
    await seen('people');
  });

  it('grants her a role', async () => {
    const { page } = browser;
    await tabTo(page, /^Berit Berg$/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Berit Berg' }).waitFor();
    await tabTo(page, /^Rolle$/);
    await page.keyboard.type('Enhetsleder');
    await tabTo(page, /^Gi rollen$/);
    await press('Enter');
    await said('har fått rollen enhetsleder');
    const [role] = await env.admin.query(
      `select r.kind, r.deputy_order from role r join person p on p.id = r.person_id where p.name = 'Berit Berg'`,
    );
    expect(role).toEqual({ kind: 'UNIT_LEADER', deputy_order: 0 });
  });

  it('lets a colleague stand in for her from the first of December', async () => {
    const { page } = browser;
    await env.admin.query(`update person set name = 'Kari Nordmann' where id = $1`, [all.ids.deputyId]);
    await page.reload();
    await page.getByText('La en kollega ta over en periode').first().waitFor();
    await tabTo(page, /^La en kollega ta over en periode$/);
    await press('Enter');
    await tabTo(page, /^Hvem tar over/);
    await page.keyboard.type('Kari');
    await tabTo(page, /^Første dag/);
    await press('Control+a');
    await page.keyboard.type('1.12.2016');
    await tabTo(page, /^Siste dag/);
    await page.keyboard.type('9.12.2016');
    await tabTo(page, /^La kollegaen ta over$/);
    await press('Enter');
    await said('Kari Nordmann tar over fra 01.12.2016 til og med 09.12.2016.');
    await page.getByText('tar over fra 01.12.2016 til og med 09.12.2016.').first().waitFor();
    await seen('person');
    await tabTo(page, /^Ta rollen tilbake/);
    await press('Enter');
    await said('Rollen er tatt tilbake.');
  });

  it('ends a role after a second press, and says plainly why the last one stays', async () => {
    const { page } = browser;
    await tabTo(page, /^Avslutt rollen/);
    await press('Enter');
    await page.getByRole('group', { name: /Avslutte rollen/ }).waitFor();
    await press('Enter');
    await said('Rollen enhetsleder er avsluttet.');
  });

  it('whoever goes away leaves the own role to a colleague', async () => {
    const { page } = browser;
    await browser.open('/my-session');
    await tabTo(page, /^Skal du være borte/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Når du er borte' }).waitFor();
    await page.getByText('La en kollega ta over en periode').first().waitFor();
    await seen('my-deputies');
  });

  it('offers nothing to those who keep nothing', async () => {
    const { page } = browser;
    await browser.become((await all.someone('neighbour', ['READER'])).token);
    await browser.open('/administration');
    await page.getByText('Du har ingen rolle som styrer noe her').waitFor();
    expect(await page.getByRole('navigation', { name: 'Hovedmeny' }).getByText('Administrasjon').count()).toBe(0);
    await browser.open('/administration/people');
    expect(await page.getByRole('button', { name: 'Registrer en person' }).count()).toBe(0);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
