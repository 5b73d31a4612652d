import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

describe('GraphiQL, served from here under the same strict policy (S10)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    env = await startSamanker({ webFolder: WEB_FOLDER, worker: false, outside: { introspection: false } });
    browser = await openBrowser(env);
    const regionId = await aRegion(env);
    const person = await aPerson(env, regionId, { roles: ['SECRETARIAT'], name: 'Siv Sekretær' });
    await anOrganisation(env, regionId);
    await browser.become((await env.as(person)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('runs a query, shows the schema, and breaks no rule of the policy', async () => {
    const { page, complaints } = browser;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    // It asks for the schema by itself first.
    const schema = page.waitForResponse(`${env.url}/graphql`);
    await page.goto(`${env.url}/graphiql`);
    expect((await schema).status()).toBe(200);
    await page.getByText('today', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: /Execute query/i }).click();
    await page.locator('.result-window').getByText('Siv Sekretær').waitFor();
    await page.getByRole('button', { name: /Show Documentation Explorer/i }).click();
    await page.getByText('Query', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: /settings/i }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(complaints.filter((said) => !/^(log|info|debug):/.test(said))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(env.url) && !url.startsWith('data:'))).toEqual([]);
  });
});
