import { readFile } from 'node:fs/promises';
import { everything, type Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('the decision log as a page (R31)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    all = await everything(env);
    await all.all.mutate(
      'mutation ($input: ChangeDecisionDeadlineInput!) { changeDecisionDeadline(input: $input) { __typename } }',
      { input: { caseId: all.ids.caseId, decisionDeadline: '2017-03-31' } },
    );
    await env.drain();
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const lines = (): Promise<string[]> => browser.page.locator('.log-line p:first-child').allTextContents();

  it('says in sentences what was done in a case, by whom; narrows by what people look for, and keeps it in the address', async () => {
    const { page } = browser;
    await browser.become(all.all.token);
    await browser.open(`/cases/${all.ids.caseId}/log`);
    await page.getByRole('heading', { level: 1, name: 'Historikk' }).waitFor();
    const said = (await lines()).join('\n');
    expect(said).toMatch(/tilrådde saken 16\.11\.2016\./);
    expect(said).toMatch(/flyttet vedtaksfristen fra 28\.02\.2017 til 31\.03\.2017\./);
    expect(said).not.toMatch(/gjorde en endring|undefined|[a-z][A-Z]/);
    await page.getByLabel('Hva det gjelder').selectOption({ label: 'Saker og konkurranse' });
    await page.getByLabel('Fra og med').fill('16.11.2016');
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.waitForURL(/kind=CASES&from=2016-11-16/);
    await page.getByRole('status').filter({ hasText: 'Viser nummer' }).waitFor();
    // What was there before stays until the answer comes.
    await page.locator('.log-line').nth(1).waitFor({ state: 'detached' });
    expect(await lines()).toEqual([expect.stringContaining('flyttet vedtaksfristen')]);
    expect(await page.locator('.log-by').first().textContent()).toMatch(/^av \S/);
    await page.getByText(/^Vis bevis for nummer/).click();
    expect(await page.locator('.log-text').textContent()).toContain('"verb":"changeDecisionDeadline"');
    await page.getByLabel('Fra og med').fill('i går');
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByText('Skriv datoen som 22.11.2016.').waitFor();
    await page.getByRole('link', { name: 'Vis alt' }).click();
    await page.getByRole('status').filter({ hasText: 'Viser nummer' }).waitFor();
    await page.locator('.log-line').nth(3).waitFor();
  });

  it('an auditor checks it, takes a checkpoint, and downloads what proves itself elsewhere', async () => {
    const { page } = browser;
    await browser.become((await all.someone('region', ['AUDITOR'])).token);
    await browser.open(`/log?case=${all.ids.caseId}`);
    await page.getByRole('button', { name: 'Kontroller hele loggen' }).click();
    await page.getByText(/^Loggen stemmer\. Alle \d+ linjer og 0 sjekkpunkter er kontrollert\.$/).waitFor();
    await page.getByText('Sjekkpunkter', { exact: true }).click();
    await page.getByRole('button', { name: 'Ta et sjekkpunkt nå' }).click();
    await page.getByText('Sjekkpunkt 1 er tatt og sendt på e-post.').waitFor();
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned sjekkpunkt 1' }).click(),
    ]);
    expect(Object.keys(JSON.parse(await readFile(await kept.path(), 'utf8')))).toEqual([
      'text',
      'signature',
      'publicKey',
    ]);
    await page.getByRole('radio', { name: /^Bare saken/ }).check();
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned', exact: true }).click(),
    ]);
    expect(zip.suggestedFilename()).toBe('samanker-2016-11-16.zip');
    expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');
    await page.getByText('node verify.mjs').waitFor();
    expect(await lines()).toEqual(expect.arrayContaining([expect.stringMatching(/^Loggen ble lastet ned/)]));
    expect(await violationsOn(page)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  it('shows how far a long check has come, and names the line that was changed', async () => {
    const { page } = browser;
    const [{ seq }] = await env.admin.query('select max(seq) as seq from decision_log where region_id = $1', [
      all.regionId,
    ]);
    await env.admin.query(
      `update decision_log set entry = replace(entry, '"v":2', '"v":3') where region_id = $1 and seq = $2`,
      [all.regionId, seq],
    );
    // A log of millions is followed in many parts: here each part is three lines long.
    let questions = 0;
    await page.route('**/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!/verifyDecisionLog/.test(query)) return route.continue();
      questions++;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return route.continue({ postData: JSON.stringify({ query, variables: { ...variables, atMost: 3 } }) });
    });
    await browser.open('/log');
    await page.getByRole('button', { name: 'Kontroller hele loggen' }).click();
    await page.getByText(/^\d+ av \d+ linjer er kontrollert$/).waitFor();
    expect(await page.getByRole('progressbar').getAttribute('max')).toBe(String(seq));
    await page.getByText(`Den første feilen er i linje ${seq}. Linjen er endret etterpå.`).waitFor();
    expect(questions).toBeGreaterThan(3);
    expect(await violationsOn(page)).toEqual([]);
    await page.unroute('**/graphql');
  });

  it('whoever does not audit sees no tools, and not what others did for themselves', async () => {
    const { page } = browser;
    await browser.become((await all.someone('neighbour', ['READER'])).token);
    await browser.open('/log');
    await page.getByText('Du ser det som er gjort i sakene og for organisasjonen din.').waitFor();
    expect(await page.getByRole('button', { name: 'Kontroller hele loggen' }).count()).toBe(0);
    expect((await lines()).join()).not.toMatch(/Sjekkpunkt/);
  });
});
