import { anInvited, decide, submit, type BuiltRoute } from '../builders/anchoring';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('the time line and the ways out', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let built: BuiltCase;
  let slow: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2016-10-12' });
    slow = await anInvited(env, { case: built, name: 'Birkenes' });
    await anInvited(env, { case: built, name: 'Bykle' });
    await anInvited(env, { case: built, name: 'Lillesand' });
    await decide(slow.client, slow.steps[0]!, 'RECOMMENDED', '2016-08-01');
    await submit(slow.client, slow.steps[1]!, slow.executive.meetings['2016-08-31']!);
    await submit(slow.client, slow.steps[2]!, slow.council.meetings['2016-09-14']!);
    await env.setClock('2016-09-15T09:00+02:00');
    await decide(slow.client, slow.steps[1]!, 'RECOMMENDED', '2016-08-31');
    await decide(slow.client, slow.steps[2]!, 'DEFERRED', '2016-09-14');
    await env.drain();
    await browser.become(slow.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('the arrow keys go through the rows, and each says its route in words (U2, U8)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.caseId}/timeline`);
    const rows = page.locator('.gantt-rows a');
    await rows.first().focus();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.getAttribute("aria-label") ?? ""');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    await page.locator('.gantt-rows a[data-row="1"]:focus').waitFor();
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('End');
    await page.locator('.gantt-rows a[data-row="2"]:focus').waitFor();
    expect(await focused()).toMatch(/^\S+: .*(Planlagt|Venter|Klar|Avgjort|Meldt).* Ferdig: \d\d\.\d\d\.\d{4}\.$/);
    expect(await page.locator('.gantt-rows a[tabindex="0"]').count()).toBe(1);
  });

  it('the chart, its table and its file say the same (U8)', async () => {
    const { page } = browser;
    await page.locator('summary', { hasText: 'Saksgangene mot møteplanene' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Last ned CSV: Saksgangene/ }).click(),
    ]);
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part as Buffer));
    const lines = Buffer.concat(parts).toString('utf8').trim().split('\r\n');
    const table = page.getByRole('table', { name: /Saksgangene/ });
    await table.waitFor();
    expect(lines).toHaveLength(await table.getByRole('row').count());
    expect(lines).toContainEqual(expect.stringMatching(/^Birkenes;.*;Rådmannen;Avgjort;;01\.08\.2016$/));
  });

  it('another deadline shows who is won, and changes nothing (R7)', async () => {
    const { page } = browser;
    await page.getByLabel('Fristen du vil prøve').fill('31.12.2016');
    await page.getByRole('heading', { name: /Rekker bare den nye fristen \([1-3]\)/ }).waitFor();
    const slider = page.getByLabel('Flytt fristen');
    expect(await slider.getAttribute('aria-valuetext')).toBe('31.12.2016');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: /Rekker ikke lenger fristen \(\d\)/ }).waitFor();
    expect(browser.mutations).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('a postponed step shows the lawful ways with dates and a text to send (R7b)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.caseId}/participations/${slow.participationId}`);
    await page.getByRole('heading', { name: 'Lovlige veier videre' }).waitFor();
    await page.locator('summary', { hasText: 'La formannskapet avgjøre hastesaken' }).click();
    const way = page.locator('#ways-out details[open]');
    await way.getByText('kommuneloven (1992) § 13').first().waitFor();
    // A trial waits until it can be clicked, and does not carry it out.
    await way.getByRole('button').last().click({ trial: true });
    expect(await way.locator('blockquote').first().textContent()).toContain('Vi ber ordføreren vurdere');
    expect(await violationsOn(page)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
