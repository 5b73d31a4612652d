import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** A municipality asks on its own page, the host answers from its tasks, another municipality reads what is shared. */
describe('questions and answers on the pages', () => {
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
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const look = async (name: string): Promise<void> => {
    for (const width of [1280, 320]) {
      await browser.page.setViewportSize({ width, height: 900 });
      if (process.env.SCREENSHOTS)
        await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
      expect(await browser.page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    }
    await browser.page.setViewportSize({ width: 1280, height: 900 });
  };

  it('a municipality asks the host where it works, by keyboard (U2)', async () => {
    const { page } = browser;
    await browser.become(route.client.token);
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
    await page.locator('summary', { hasText: /^Spør / }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Spørsmål til /).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Når kommer prisen på alarmene?');
    await tabTo(page, /^Send spørsmålet/);
    await page.keyboard.press('Enter');
    await page.getByText('Spørsmålet er sendt.').waitFor();
    await page.locator('#questions').getByText('Venter på svar').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('the host finds it among its tasks and answers in three clicks, shared with all (U3)', async () => {
    const { page } = browser;
    await browser.become(host.token);
    await browser.open('/tasks');
    await page.getByRole('link', { name: /^Svar på spørsmålet om fellesanskaffelsen/ }).click();
    await page.getByText('Venter på svar fra dere').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await look('questions-open');
    await page.locator('summary', { hasText: 'Svar Grimstad' }).click();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.locator('textarea[aria-invalid="true"]').waitFor();
    await page.getByRole('textbox', { name: 'Svar' }).fill('I mai, når rammeavtalen er inngått.');
    await page.getByLabel('Del med alle kommunene').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByText('Svaret er lagret.').waitFor();
    await page.getByText('I mai, når rammeavtalen er inngått.').waitFor();
    await look('questions-answered');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('the host shares an answer afterwards; another municipality finds it among the news, by one link (R28)', async () => {
    const { page } = browser;
    const ASKED = '{ __typename ... on Question { id } ... on UserError { message } }';
    const { asked } = await route.client.mutate(
      `mutation ($input: AskQuestionInput!) { asked: askQuestion(input: $input) ${ASKED} }`,
      { input: { participationId: route.participationId, text: 'Kan vi vente til juni?' } },
    );
    await host.mutate(`mutation ($input: AnswerQuestionInput!) { answered: answerQuestion(input: $input) ${ASKED} }`, {
      input: { questionId: asked.id, text: 'Ja, ut juni.' },
    });
    await browser.become(host.token);
    await browser.open(`/cases/${route.case.caseId}/questions`);
    await page.locator('summary', { hasText: 'Del svaret med alle kommunene' }).click();
    await page.getByText('Du kan ikke angre det.').waitFor();
    await look('questions-share');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Del svaret' }).click();
    await page.getByText('Svaret er delt.').waitFor();
    await page.locator(`[id="${asked.id}"]`).getByText('Delt med alle kommunene').waitFor();

    await browser.become(other.client.token);
    await browser.open('/news');
    await page
      .getByRole('link', { name: 'Verten har delt svaret på et spørsmål fra Grimstad med alle.' })
      .first()
      .click();
    await page.getByText('Ja, ut juni.').waitFor();
    expect(new URL(page.url()).hash).toBe(`#${asked.id}`);
  });

  it('another municipality reads what is shared; the host asks it in return', async () => {
    const { page } = browser;
    await browser.become(other.client.token);
    await browser.open(`/cases/${route.case.caseId}/questions`);
    await page.getByText('Delt med alle kommunene').first().waitFor();
    await page.getByText('Når kommer prisen på alarmene?').waitFor();
    await browser.become(host.token);
    await browser.open(`/cases/${route.case.caseId}/questions`);
    await page.getByLabel('Hvem spør du?').selectOption({ label: 'Lillesand' });
    await page.getByRole('textbox', { name: 'Spørsmål' }).fill('Har dere budsjett i 2018?');
    await page.getByRole('button', { name: 'Send spørsmålet' }).click();
    await page.getByText('Har dere budsjett i 2018?').waitFor();
    await browser.become(other.client.token);
    await browser.open('/tasks');
    await page.getByRole('link', { name: /^Svar på spørsmålet om fellesanskaffelsen/ }).waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
