import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';
import { tabTo as tabToOn } from './tab-to';

describe('volumes by keyboard (U2)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;
  let sheet: string;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await browser.become(route.client.token);
    sheet = `/cases/${route.case.caseId}/participations/${route.participationId}/volumes`;
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const kept = async (table: 'volume_line' | 'volume_draft'): Promise<[number, string][]> =>
    (
      await env.admin.query(
        `select l.year, l.expected::float8::text as expected from ${table} l join volume_item i on i.id = l.item_id
         where l.participation_id = $1 order by i.number, l.year`,
        [route.participationId],
      )
    ).map(({ year, expected }: { year: number; expected: string }) => [year, expected]);

  const tabTo = (name: RegExp): Promise<void> => tabToOn(browser.page, name);

  it('reaches the sheet, fills in cells, sees the sum as it types, and declares', async () => {
    const { page } = browser;
    await browser.open(sheet);
    await tabTo(/^Trygghetsalarm, 2017/);
    await page.keyboard.type('1 200');
    await tabTo(/^Trygghetsalarm, 2018/);
    await page.keyboard.type('34,5');
    const sums = page.locator('[data-sum]');
    expect(await sums.first().textContent()).toBe('1\u00a0234,5');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Installasjon, 2018');
    await page.keyboard.type('12');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Trygghetsalarm, 2018');
    await tabTo(/^Meld inn mengdene/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Mengdene er meldt inn' }).waitFor();
    expect(await kept('volume_line')).toEqual([
      [2017, '1200'],
      [2018, '34.5'],
      [2018, '12'],
    ]);
  });

  it('a draft is kept for the own organisation only, and declared later', async () => {
    const { page } = browser;
    await browser.open(sheet);
    await tabTo(/^Trygghetsalarm, 2019/);
    await page.keyboard.type('50');
    await tabTo(/^Lagre kladd/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Kladden er lagret' }).waitFor();
    expect(await kept('volume_draft')).toEqual([[2019, '50']]);
    expect(await kept('volume_line')).toHaveLength(3);
  });

  it('the arrow keys go from cell to cell, F2 into the text, Escape takes back what was typed', async () => {
    const { page } = browser;
    await browser.open(sheet);
    const { keyboard } = page;
    const here = () => page.evaluate('document.activeElement.getAttribute("aria-label")');
    const text = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    await tabTo(/^Trygghetsalarm, 2017/);
    await keyboard.press('ArrowRight');
    expect(await here()).toBe('Trygghetsalarm, 2018');
    await keyboard.press('ArrowDown');
    expect(await here()).toBe('Installasjon, 2018');
    await keyboard.press('ArrowLeft');
    expect(await here()).toBe('Installasjon, 2017');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowLeft');
    expect(await here()).toBe('Trygghetsalarm, 2017');
    // F2: the caret is at the end of 1 200 and goes before its last nought.
    await keyboard.press('F2');
    await keyboard.press('ArrowLeft');
    await keyboard.type('5');
    expect(await here()).toBe('Trygghetsalarm, 2017');
    expect((await text('Trygghetsalarm, 2017')).replace(/\s/g, '')).toBe('12050');
    await keyboard.press('Escape');
    expect((await text('Trygghetsalarm, 2017')).replace(/\s/g, '')).toBe('1200');
    // Typed over, and on to the right as in a spreadsheet; the arrow to the left stays in what has just been typed.
    await keyboard.press('ArrowRight');
    await keyboard.type('77');
    await keyboard.press('ArrowLeft');
    await keyboard.type('0');
    expect(await text('Trygghetsalarm, 2018')).toBe('707');
    await keyboard.press('End');
    await keyboard.press('ArrowRight');
    expect(await here()).toBe('Trygghetsalarm, 2019');
    await keyboard.press('End');
    await keyboard.press('ArrowRight');
    expect(await here()).toBe('Trygghetsalarm, 2022');
    await keyboard.press('Control+Home');
    expect(await here()).toBe('Trygghetsalarm, 2017');
  });

  it('takes a block from a spreadsheet', async () => {
    const { page } = browser;
    await browser.open(sheet);
    await tabTo(/^Trygghetsalarm, 2020/);
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '10\\t11\\r\\n20\\t21\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    const value = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    expect(
      await Promise.all(
        ['Trygghetsalarm, 2020', 'Trygghetsalarm, 2021', 'Installasjon, 2020', 'Installasjon, 2021'].map(value),
      ),
    ).toEqual(['10', '11', '20', '21']);
  });

  it('what is no number is marked and not sent', async () => {
    const { page } = browser;
    await browser.open(sheet);
    const before = browser.mutations.length;
    await tabTo(/^Trygghetsalarm, 2017/);
    await page.keyboard.type('mange');
    await tabTo(/^Meld inn mengdene/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Trygghetsalarm, 2017');
    expect(await page.getByLabel('Trygghetsalarm, 2017', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(browser.mutations).toHaveLength(before);
  });

  it('a heading of years and names of items place a block; what has no place is told', async () => {
    const { page } = browser;
    await browser.open(sheet);
    await tabTo(/^Trygghetsalarm, 2017/);
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Vare\\tEnhet\\t2021\\t2022\\nInstallasjon\\tstk\\t5\\t6\\nKomfyrvakt\\tstk\\t7\\t8\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await page.getByText('2 tall fikk ikke plass i arket').waitFor();
    const value = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    expect(await value('Installasjon, 2021')).toBe('5');
    expect(await value('Installasjon, 2022')).toBe('6');
    expect((await value('Trygghetsalarm, 2017')).replace(/\s/g, '')).toBe('1200');
  });

  it('what was typed is saved as well when the page is left at once', async () => {
    const { page } = browser;
    await browser.open(sheet);
    await page.getByLabel('Installasjon, 2020', { exact: true }).fill('77');
    const saved = page.waitForResponse((response) => (response.request().postData() ?? '').includes('DeclareVolumes'));
    await page.getByRole('link', { name: 'Grimstad' }).last().click();
    await saved;
    expect(await kept('volume_draft')).toContainEqual([2020, '77']);
  });

  it('in English 1,200 is twelve hundred, as it is shown there', async () => {
    const { page } = browser;
    await env.admin.query(`update person set language = 'EN' where id = $1`, [route.person.personId]);
    await browser.open(sheet);
    await page.getByRole('heading', { level: 1, name: 'Volumes: Grimstad' }).waitFor();
    expect(await page.getByLabel('Trygghetsalarm, 2017', { exact: true }).inputValue()).toBe('1,200');
    expect(await page.locator('[data-sum]').first().textContent()).toMatch(/^1,2\d\d\.5$/);
    await page.getByLabel('Trygghetsalarm, 2018', { exact: true }).fill('2,400');
    await page.getByRole('button', { name: /^Declare/ }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /declared/i })
      .waitFor();
    expect((await kept('volume_line')).slice(0, 2)).toEqual([
      [2017, '1200'],
      [2018, '2400'],
    ]);
    await env.admin.query(`update person set language = 'NB' where id = $1`, [route.person.personId]);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
