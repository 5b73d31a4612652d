import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

describe('routes, closed weeks and reminders in the administration, by keyboard', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await env.drain();
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
  const choose = async (name: RegExp, letters: string): Promise<void> => {
    await tabTo(browser.page, name);
    await browser.page.keyboard.type(letters);
  };

  it('a template shows its dates before it is saved', async () => {
    const { page } = browser;
    await browser.open('/administration/routes');
    await tabTo(page, /^Navn på malen/);
    await page.keyboard.type('Vanlig sak');
    await choose(/^Organ/, 'Form');
    await tabTo(page, /^Legg til et ledd/);
    await page.keyboard.press('Enter');
    await page.getByText('Velg organ eller arbeidsdager for hvert ledd').waitFor();
    await page.locator('.route-step').nth(1).getByLabel('Organ').focus();
    await page.keyboard.type('Komm');
    await choose(/^Hva leddet gjør/, 'Vedtar');
    await page.getByRole('rowheader', { name: 'Kommunestyret' }).waitFor();
    expect(await page.getByRole('row', { name: /^Formannskapet/ }).textContent()).toContain('31.08.2016');
    await tabTo(page, /^Frist/);
    await page.keyboard.type('31.12.2016');
    await page.getByRole('columnheader', { name: 'Senest', exact: true }).waitFor();
    await page.getByText('I rute').waitFor();
    expect(await env.admin.query('select from route_template')).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    await shot('routes');
    await page.getByRole('button', { name: 'Lagre malen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Vanlig sak er lagret.').waitFor();
    expect(await env.admin.query('select title, weight from route_template_step order by position')).toEqual([
      { title: 'Formannskapet', weight: 'RECOMMENDING' },
      { title: 'Kommunestyret', weight: 'DECIDING' },
    ]);
  });

  it('weeks are ticked, and become a period', async () => {
    const { page } = browser;
    await browser.open('/administration/closed-weeks');
    for (const week of [41, 42]) {
      await page.getByRole('checkbox', { name: `Uke ${week}` }).focus();
      await page.keyboard.press('Space');
    }
    await page.getByText('10.10.2016–23.10.2016', { exact: true }).waitFor();
    await page.getByText('Endringene er ikke lagret ennå.').waitFor();
    await tabTo(page, /^Grunn for 10.10.2016/);
    await page.keyboard.type('Høstferie');
    expect(await violationsOn(page)).toEqual([]);
    await shot('closed-weeks');
    await tabTo(page, /^Lagre ukene/);
    await page.keyboard.press('Enter');
    await page.getByText('De lukkede ukene er lagret.').waitFor();
    expect(await env.admin.query('select from_date, to_date, reason from closed_week')).toEqual([
      { from_date: '2016-10-10', to_date: '2016-10-23', reason: 'Høstferie' },
    ]);
  });

  it('the mail that would go is shown where it can do nothing, and nothing is sent', async () => {
    const { page } = browser;
    await browser.open('/administration/reminders');
    const heading = page.locator('iframe').contentFrame().locator('h1');
    await heading.getByText('Meld inn mengdene').waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await page.locator('iframe').contentFrame().locator('a[href]').count()).toBe(0);
    await choose(/^Hva det gjelder/, 'Inv');
    await heading.getByText('Svar på invitasjonen').waitFor();
    await page.getByRole('radio', { name: 'Nynorsk' }).focus();
    await page.keyboard.press('Space');
    await heading.getByText('blir Grimstad med').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('reminders');
    await page.getByRole('checkbox', { name: /^Mengder/ }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, /^Lagre/);
    await page.keyboard.press('Enter');
    await page.getByText('Valget er lagret.').waitFor();
    expect(await env.admin.query('select escalates from reminder_policy')).toEqual([{ escalates: ['VOLUMES'] }]);
    expect(browser.complaints).toEqual([]);
  });
});
