import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

/** R5b: the effect first, then the decision, then once more; the board, the map and the report say what happened. */
describe('leaving a case, on the pages (R5b)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;
  let other: BuiltRoute;
  let host: Client;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    other = await anInvited(env, { name: 'Lillesand', case: route.case });
    host = await env.as(route.case.coordinator);
    await browser.become(route.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });
  const look = async (name: string): Promise<void> => {
    if (process.env.SCREENSHOTS)
      await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
  };

  it('the municipality sees the effect, records the decision, looks once more, and is out', async () => {
    const { page } = browser;
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
    await page.locator('summary', { hasText: 'Meld kommunen ut' }).click();
    await page.getByRole('columnheader', { name: 'Uten kommunen' }).waitFor();
    await page.getByText('Ingen andre må behandle saken på nytt.').waitFor();
    await page.locator('summary', { hasText: 'Før vedtaket om å gå ut' }).click();
    const form = page.getByRole('form', { name: 'Meld kommunen ut' });
    await form.getByRole('button', { name: 'Se over før du melder ut' }).click();
    await form.locator('input[aria-invalid="true"]').first().waitFor();
    expect(browser.mutations).toEqual([]);
    await form.getByLabel(/^Hvem har vedtatt det/).fill('Kommunestyret');
    await form.getByLabel(/^Vedtaksdato/).fill('16.11.2016');
    await form.getByLabel(/^Saksnummer eller arkivreferanse/).fill('PS 112/16');
    await form.getByLabel(/^Hvorfor går kommunen ut/).fill('Kommunen kjøper selv.');
    expect(await violationsOn(page)).toEqual([]);
    await look('leave-form');
    await form.getByRole('button', { name: 'Se over før du melder ut' }).click();
    await form.getByRole('heading', { name: /^Grimstad går ut av «/ }).waitFor();
    expect(browser.mutations).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    await look('leave-check');
    await form.getByRole('button', { name: 'Bekreft utmeldingen' }).click();
    await page.getByRole('status').filter({ hasText: 'Grimstad er meldt ut.' }).waitFor();
    await page.getByRole('heading', { name: 'Kommunen er meldt ut' }).waitFor();
    await page.getByText('PS 112/16').first().waitFor();
    expect(await page.locator('summary', { hasText: 'Meld kommunen ut' }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await look('leave-done');
  });

  it('the board and the report say when and by which decision; the host registers another on its behalf', async () => {
    const { page } = browser;
    await browser.become(host.token);
    await browser.open(`/cases/${route.case.caseId}/report`);
    await page.getByRole('rowheader', { name: /Grimstad .*Meldt ut ved vedtak PS 112\/16 av 16\.11\.2016/ }).waitFor();
    await browser.open(`/cases/${route.case.caseId}`);
    await page.getByRole('row', { name: /Grimstad .*Meldt ut ved vedtak PS 112\/16 av 16\.11\.2016/ }).waitFor();
    await look('leave-board');
    await page
      .getByRole('row', { name: /Lillesand/ })
      .getByRole('button')
      .first()
      .click();
    const panel = page.getByRole('dialog');
    await panel.locator('summary', { hasText: 'Meld kommunen ut' }).click();
    await panel.locator('summary', { hasText: 'Før vedtaket om å gå ut' }).click();
    const form = panel.getByRole('form', { name: 'Meld kommunen ut' });
    await form.getByLabel(/^Hvem har vedtatt det/).fill('Kommunestyret');
    await form.getByLabel(/^Vedtaksdato/).fill('15.11.2016');
    await form.getByLabel(/^Saksnummer eller arkivreferanse/).fill('PS 9/16');
    await form.getByLabel(/^Hvorfor går kommunen ut/).fill('Budsjettet er brukt.');
    await form.getByLabel(/^Hvorfor fører dere dette/).fill('De ba om det i brev.');
    await form.getByLabel(/^Skriftlig anmodning/).fill('16/00123-9');
    expect(await violationsOn(page)).toEqual([]);
    await form.getByRole('button', { name: 'Se over før du melder ut' }).click();
    await form.getByRole('button', { name: 'Bekreft utmeldingen' }).click();
    await panel.getByText('Meldt ut ved vedtak PS 9/16 av 15.11.2016').waitFor();
    await look('leave-panel');
  });

  it('who has left is shown when others are invited, and comes back by that', async () => {
    const { page } = browser;
    await browser.open(`/cases/${route.case.caseId}/participations/${other.participationId}`);
    await page.getByRole('link', { name: 'Inviter på nytt' }).click();
    await page.getByText('Meldt ut ved vedtak PS 9/16 av 15.11.2016').waitFor();
    await page.getByLabel(/^Lillesand/).check();
    await page.getByRole('button', { name: /^Inviter/ }).click();
    await page
      .getByRole('row', { name: /Lillesand .*Invitert/ })
      .first()
      .waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
