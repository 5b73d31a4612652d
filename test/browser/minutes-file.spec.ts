import { readFile } from 'node:fs/promises';
import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aPdf } from '../builders/attachment';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** The minutes as a file: by keyboard, with what is wrong said at the field, and taken along from the page afterwards. */
describe('the minutes as a file, on the pages', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    // Whoever listens from now on takes the dialog from the browser before a key can open it.
    browser.page.on('filechooser', () => undefined);
    route = await anInvited(env);
    await browser.become(route.client.token);
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const label = 'Møteprotokollen eller vedtaket som fil';
  const pdf = aPdf('Innstilling', 300_000);
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

  it('says before what is taken, and at the field what was wrong', async () => {
    const { page } = browser;
    await page.getByText('Tekst, arkiv og stemmer').first().click();
    const field = page.getByLabel(label).first();
    await page.getByText('PDF på høyst 25 MB').first().waitFor();
    await field.setInputFiles(file('notat.txt', 'text/plain', Buffer.from('hei')));
    await page.getByText('Filen er ikke en PDF. Lagre den som PDF og velg den på nytt.').waitFor();
    await field.setInputFiles(file('stor.pdf', 'application/pdf', Buffer.alloc(26 * 1024 * 1024)));
    await page.getByText('Filen er større enn 25 MB.').waitFor();
    // The page believes the ending, the service does not: its sentence stands at the field.
    await field.setInputFiles(file('falsk.pdf', 'application/pdf', Buffer.from('PK\u0003\u0004')));
    await page.getByText('Filen er ikke en PDF. Lagre den som PDF og last den opp på nytt.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is chosen by keyboard, sent at once, and recorded with the decision', async () => {
    const { page } = browser;
    await page.getByLabel(label).first().focus();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file('Innstilling æøå.pdf', 'application/pdf', pdf));
    await page.getByText('Innstilling æøå.pdf (0,3 MB) er lastet opp.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page
      .getByLabel(/^Tilrådd$/)
      .first()
      .check();
    await tabTo(page, /^Før vedtaket/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    const [decision] = await env.admin.query(
      'select name from decision d join attachment a on a.id = d.minutes_attachment_id where d.step_id = $1',
      [route.steps[0]],
    );
    expect(decision.name).toBe('Innstilling æøå.pdf');
  });

  it('stands on the participation as a download', async () => {
    const { page } = browser;
    const fetched = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Innstilling æøå.pdf (0,3 MB)' }).first().click();
    const download = await fetched;
    expect(download.suggestedFilename()).toBe('Innstilling æøå.pdf');
    expect((await readFile(await download.path())).equals(pdf)).toBe(true);
    expect(browser.complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });
});
