import { aCalendar } from '../builders/meeting-calendar';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { someClassification } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

/** Journey 1 on the pages: two municipalities register needs, two people accept, the municipalities are invited. */
describe('from needs to a case, on the pages', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  const people: Record<string, BuiltPerson> = {};

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-01-18T09:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    await someClassification(env);
    const regionId = await aRegion(env);
    for (const name of ['Kristiansand', 'Åmli']) {
      const organisationId = await anOrganisation(env, regionId, { name });
      await aCalendar(env, regionId, organisationId);
      people[name] = await aPerson(env, regionId, {
        organisationId,
        roles: ['COORDINATOR'],
        name: `Koordinator ${name}`,
      });
    }
    people.secretary = await aPerson(env, regionId, { roles: ['SECRETARIAT'], name: 'Sekretær' });
    people.chair = await aPerson(env, regionId, { roles: ['REGIONAL_GROUP'], name: 'Leder' });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const become = async (name: string): Promise<void> => browser.become((await env.as(people[name]!)).token);

  it.each([
    ['Kristiansand', '1 027'],
    ['Åmli', '24'],
  ])('%s registers a need, the problem first, with a code that is searched for', async (name, quantity) => {
    const { page } = browser;
    await become(name);
    await browser.open('/needs/new');
    await page
      .getByLabel('Problem', { exact: false })
      .first()
      .fill('Eldre får ikke hjelp i tide når de faller hjemme.');
    await page.getByLabel('Hva trengs').fill('Trygghetsalarmer for hjemmeboende eldre');
    await page.getByLabel('Mengde').fill(quantity);
    await page.getByLabel('Fra og med').fill('1.1.2017');
    await page.getByLabel('Til og med').fill('31.12.2020');
    await page.getByLabel('CPV-koder').fill('33195');
    await page
      .getByRole('button', { name: /33195000/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Meld inn behovet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trygghetsalarmer for hjemmeboende eldre' }).waitFor();
    expect(await page.getByText('01.01.2017–31.12.2020').count()).toBe(1);
    expect(await page.getByText(`${quantity.replace(' ', '\u00a0')} stykk`).count()).toBe(1);
  });

  it('what was written stands in the form when the need is changed, and is sent whole (R15)', async () => {
    const { page } = browser;
    await page.locator('summary', { hasText: 'Endre behovet' }).click();
    const form = page.locator('form');
    expect(await form.getByLabel('Mengde').inputValue()).toBe('24');
    expect(await form.getByLabel('Til og med').inputValue()).toBe('31.12.2020');
    await form.getByLabel('Til og med').fill('1.1.2016');
    await form.getByRole('button', { name: 'Lagre', exact: true }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByLabel('Til og med').getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
    await form.getByLabel('Til og med').fill('31.12.2020');
    await form.getByLabel('Hva trengs').fill('Trygghetsalarmer for hjemmeboende');
    await form.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Behovet er endret.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Trygghetsalarmer for hjemmeboende', exact: true }).waitFor();
    expect(await page.getByText('33195000').count()).toBeGreaterThan(0);
    await page.locator('summary', { hasText: 'Endre behovet' }).click();
    await form.getByLabel('Hva trengs').fill('Trygghetsalarmer for hjemmeboende eldre');
    await form.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Trygghetsalarmer for hjemmeboende eldre' }).waitFor();
  });

  it('the secretariat sees the proposal with its reasons, and sets the terms', async () => {
    const { page } = browser;
    await env.drain();
    await become('secretary');
    await browser.open('/proposals');
    await page.getByRole('link', { name: 'Trygghetsalarmer for hjemmeboende eldre' }).click();
    await page.getByRole('heading', { name: 'Hvorfor de kan høre sammen' }).waitFor();
    expect(await page.getByText('33195000').count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Vert').selectOption({ label: 'Kristiansand' });
    await page.getByLabel('Vedtaksfrist').fill('20.12.2016');
    await page.getByRole('button', { name: 'Godta forslaget' }).click();
    await page.getByText('Du har godtatt forslaget').waitFor();
  });

  it('another person confirms the same terms, and the case is there', async () => {
    const { page } = browser;
    await become('chair');
    await browser.open('/proposals');
    expect(await page.getByText('Godtatt av Sekretær').count()).toBe(1);
    await page.getByRole('link', { name: 'Trygghetsalarmer for hjemmeboende eldre' }).click();
    await page.getByText('20.12.2016').waitFor();
    await page.getByRole('button', { name: 'Godta og opprett saken' }).click();
    await page.getByRole('link', { name: 'Gå til saken' }).click();
    await page.getByRole('heading', { name: 'Trygghetsalarmer for hjemmeboende eldre' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('the host invites, and the board shows each route', async () => {
    const { page } = browser;
    await become('Kristiansand');
    await browser.open('/cases');
    await page.getByRole('link', { name: 'Trygghetsalarmer for hjemmeboende eldre', exact: true }).click();
    await page.getByRole('link', { name: 'Inviter kommuner' }).click();
    await page.getByRole('button', { name: 'Velg alle' }).click();
    await page.getByRole('button', { name: 'Inviter 2 kommuner' }).click();
    await page.getByRole('rowheader', { name: /Åmli/ }).waitFor();
    await page.locator('td').filter({ hasText: 'Kommunestyret' }).nth(1).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(browser.mutations).toEqual([
      'RegisterNeed',
      'RegisterNeed',
      'ChangeNeed',
      'ChangeNeed',
      'ChangeNeed',
      'AcceptMergeProposal',
      'AcceptMergeProposal',
      'InviteMunicipalities',
    ]);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
