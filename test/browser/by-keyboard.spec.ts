import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { everything, type Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** U2, without a mouse: log in, decide a step, write to the next level, take the report along. Volumes have a spec of their own. */
describe('by keyboard only (U2)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    all = await everything(env);
    await env.admin.query(
      `update person set name = 'Alle Roller' where id = (select person_id from role where kind = 'SECRETARIAT' limit 1)`,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const press = (key: string): Promise<void> => browser.page.keyboard.press(key);

  it('logs in; the first stop is a link past the menu', async () => {
    const { page } = browser;
    await browser.open(`/cases/${all.ids.caseId}/participations/${all.ids.participationId}`);
    await tabTo(page, /^Hopp til innholdet/, 1);
    await tabTo(page, /^Søk etter navn/);
    await page.keyboard.type('Alle Roller');
    await tabTo(page, /^Alle Roller.*Koordinator/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kristiansand' }).waitFor();
  });

  it('decides the step that can be decided', async () => {
    const { page } = browser;
    await page.getByText('Er saken behandlet?').waitFor();
    await tabTo(page, /Er saken behandlet/);
    await press('Enter');
    await tabTo(page, /^Tilrådd$/);
    await press('Space');
    await tabTo(page, /^Møte i/);
    await tabTo(page, /^Før vedtaket/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    const [decision] = await env.admin.query('select outcome from decision where step_id = $1', [all.ids.stepId]);
    expect(decision.outcome).toBe('RECOMMENDED');
  });

  it('writes to the next level, having seen the mail', async () => {
    const { page } = browser;
    await browser.open(`/cases/${all.ids.caseId}/mails`);
    await tabTo(page, /^Se e-posten/);
    await press('Enter');
    await tabTo(page, /^(Send|La være)$/);
    await press('Enter');
    await page.getByText('Ingen forslag nå.').waitFor();
    expect(browser.mutations.at(-1)).toMatch(/Escalation$/);
  });

  it('freezes the report and takes it along: the file has the hash that stands on the page', async () => {
    const { page } = browser;
    await browser.open(`/cases/${all.ids.caseId}/report`);
    await tabTo(page, /^Lås rapporten/);
    await press('Enter');
    await page.getByRole('link', { name: 'Versjon 1' }).waitFor();
    await tabTo(page, /^Versjon 1/);
    await press('Enter');
    await page.getByText('Kontrollert: innholdet stemmer').waitFor();
    const fetched = page.waitForEvent('download');
    await tabTo(page, /^Last ned som JSON/);
    await press('Enter');
    const file = await readFile(await (await fetched).path());
    const hash = createHash('sha256').update(file).digest('hex');
    expect(await page.getByText(hash).count()).toBe(1);
  });

  it('after a click inside the app the focus is on the heading of the new page', async () => {
    const { page } = browser;
    await tabTo(page, /^Saker/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
