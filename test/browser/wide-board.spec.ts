import { aWideBoard, type WideBoard } from '../builders/wide-board';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, untilTrue, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const MOST_ANSWER_BYTES = 60 * 1024;

/** 400 municipalities × 10 steps stay smooth. */
describe('a board of 400 municipalities (P2)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let wide: WideBoard;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    wide = await aWideBoard(env, 400, 10);
    browser = await openBrowser(env);
    await browser.become((await env.as(wide.coordinator)).token);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const rowsInPage = (): Promise<number> => browser.page.locator('.board tbody tr[data-index]').count();

  it('P2: the answer that the page asks for is at most 60 kB on the line', async () => {
    const { page, context } = browser;
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const answers: number[] = [];
    const boards = new Set<string>();
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.endsWith('/graphql') && (request.postData ?? '').includes('query CaseBoard('))
        boards.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (boards.has(requestId)) answers.push(encodedDataLength);
    });
    await browser.open(`/cases/${wide.caseId}`);
    await page.locator('.board tbody tr').first().waitFor();
    expect(answers.length).toBeGreaterThan(0);
    expect(Math.max(...answers)).toBeLessThan(MOST_ANSWER_BYTES);
  });

  it('only the rows in sight exist; the table says how many there are; the arrow keys go through all of them (U2)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${wide.caseId}?sort=NAME`);
    const table = page.getByRole('table');
    expect(await table.getAttribute('aria-rowcount')).toBe('401');
    expect(await rowsInPage()).toBeLessThan(40);
    expect(await violationsOn(page)).toEqual([]);
    const names = page.locator('[data-along="name"]');
    await names.first().focus();
    for (let down = 0; down < 30; down++) await page.keyboard.press('ArrowDown');
    const focusedRow = (): Promise<string> =>
      page.evaluate(`document.activeElement.closest('tr')?.getAttribute('aria-rowindex') ?? ''`);
    expect(await focusedRow()).toBe('32');
    await page.keyboard.press('Control+End');
    await untilTrue(page, `document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '401'`);
    await page.keyboard.press('Control+Home');
    await untilTrue(page, `document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '2'`);
    expect(await rowsInPage()).toBeLessThan(45);
  });

  it('five municipalities are in sight on a screen, the first one on a phone; nothing goes sideways but what is to', async () => {
    const { page } = browser;
    const places = (): Promise<{ top: number; bottom: number }[]> =>
      page
        .locator('.board tbody tr[data-index]')
        .evaluateAll((rows) =>
          rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
        );
    await browser.open(`/cases/${wide.caseId}`);
    await page.getByRole('button', { name: /^(Send påminnelse til|Se hvorfor)/ }).waitFor();
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/head.png` : undefined });
    expect((await places()).filter(({ bottom }) => bottom <= 900).length).toBeGreaterThanOrEqual(5);
    await page.getByRole('button', { name: 'Flere valg' }).click();
    await page.getByLabel('Sorter etter').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await browser.open(`/cases/${wide.caseId}`);
    await page.getByRole('button', { name: /^(Send påminnelse til|Se hvorfor)/ }).waitFor();
    expect((await places())[0]!.bottom).toBeLessThanOrEqual(844);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/head-390.png` : undefined });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('a row that has the focus stays when it is scrolled away; on paper all rows are there', async () => {
    const { page } = browser;
    await browser.open(`/cases/${wide.caseId}?sort=NAME`);
    const first = page.locator('[data-along="name"]').first();
    const name = await first.innerText();
    await first.focus();
    await page.locator('.board').evaluate((box) => box.scrollTo(0, 20_000));
    await page.waitForTimeout(300);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await rowsInPage()).toBe(400);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  });

  it('counts are filters, the search finds, and the view stands in the address', async () => {
    const { page } = browser;
    await browser.open(`/cases/${wide.caseId}`);
    await page.getByRole('button', { name: /^100 Rekker ikke fristen/ }).click();
    await page.getByText('Viser 100 av 400 kommuner').waitFor();
    expect(page.url()).toContain('filter=CANNOT_MAKE_IT');
    await page.getByRole('searchbox', { name: 'Søk etter kommune' }).fill('vik 3');
    await untilTrue(
      page,
      `/^Viser [1-9]\\d? av 400/.test(document.querySelector('.board-tools [role=status]').textContent)`,
    );
    await page.getByRole('button', { name: 'Flere valg' }).click();
    await page.getByLabel('Sorter etter').selectOption('Minst tid å gå på');
    expect(page.url()).toMatch(/q=vik\+3.*sort=SLACK/);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/wide.png` : undefined });
  });
});
