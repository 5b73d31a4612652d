import type { Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { everyPage, routesOfTheApp, type EveryPage } from './pages';

describe('every page', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;
  let places: EveryPage['places'];
  let mailId: string;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    ({ all, places, mailId } = await everyPage(env));
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('the log-in: no violation', async () => {
    await browser.open('/');
    await browser.page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    expect(await violationsOn(browser.page)).toEqual([]);
  });

  it('has its line in the list that every test of all pages goes through: the list has the routes of app.tsx', () => {
    expect([...new Set(places.map(({ route }) => route))].sort()).toEqual(routesOfTheApp().sort());
    expect(routesOfTheApp(`page('needs', () => x), { path: 'maps/:id', Component: Maps }`)).toEqual([
      'needs',
      'maps/:id',
    ]);
  });

  it('forms that are folded out and refused have no violation either', async () => {
    const { page } = browser;
    const { caseId, participationId } = all.ids;
    await browser.become(all.all.token);
    await browser.open(`/cases/${caseId}/participations/${participationId}`);
    const closed = page.locator('details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    await page.getByRole('button', { name: 'Registrer fullmakten' }).click();
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    await browser.open('/needs/new');
    await page.getByRole('button', { name: 'Meld inn behovet' }).click();
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(2);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('opening pages and links changes nothing (R13, S7)', async () => {
    await browser.become(all.all.token);
    const before = await fingerprint(env);
    for (const { path } of places) await browser.open(path);
    expect(browser.mutations).toEqual([]);
    expect(await fingerprint(env)).toEqual(before);
  }, 120_000);

  it('speaks the language of the person, and says so (U4)', async () => {
    const { page } = browser;
    const titles: Record<string, string> = {};
    for (const language of ['NN', 'EN', 'NB']) {
      await env.admin.query('update person set language = $1', [language]);
      await browser.open('/tasks');
      await page.locator(`html[lang="${language.toLowerCase()}"]`).waitFor();
      titles[language] = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.title()).toBe(`${titles[language]} – Samanker`);
    }
    expect(titles).toEqual({ NN: 'Mine oppgåver', EN: 'My tasks', NB: 'Mine oppgaver' });
  });

  it('a mail is shown where it can run nothing', async () => {
    await browser.open(`/mailbox/${mailId}`);
    const frame = browser.page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await frame.contentFrame().locator('h1').textContent()).toContain('Svar nå');
  });

  it('prints nothing, breaks no policy, and asks nobody else for anything (S10)', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.elsewhere).toEqual([]);
    expect(browser.withoutPolicy).toEqual([]);
  });

  it('canary: a policy that is broken and another server that is asked are seen', async () => {
    const { page } = browser;
    await browser.open('/nowhere');
    await page.evaluate(`fetch('http://127.0.0.1:9/nothing').catch(() => 0)`);
    await page.evaluate(`document.body.setAttribute('style', 'color: red')`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p style="color: red">.</p>')`);
    await page.waitForTimeout(100);
    expect(browser.complaints.join()).toMatch(/Content Security Policy/);
    expect(browser.complaints.length).toBeGreaterThan(1);
  });
});

/** How many rows each table has, but for sessions; and the end of the decision log. */
async function fingerprint(env: SamankerUnderTest): Promise<Record<string, string>> {
  const tables: { name: string }[] = await env.admin.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'session' order by 1`,
  );
  const counts: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await env.admin.query(
      `select count(*)::text || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as content from "${name}" t`,
    );
    counts[name] = row.content;
  }
  return counts;
}
