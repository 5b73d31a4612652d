import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('log-in by a code from the mail, in the browser', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let person: BuiltPerson;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T20:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId, { name: 'Grimstad' });
    person = await aPerson(env, regionId, { organisationId, roles: ['RECORDER'] });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('the way is shown where a region allows it, and only there', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Få kode på e-post' }).count()).toBe(0);
    await browser.become((await env.as(await aPerson(env, person.regionId, { roles: ['SECRETARIAT'] }))).token);
    await browser.open('/administration/organisations');
    await page.getByRole('button', { name: 'Slå på kode' }).click();
    await page.getByText('Alle i regionen kan logge inn med kode på e-post.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/region-log-in.png`, fullPage: true });
    await page.context().clearCookies();
    await browser.open('/tasks');
    await page.getByRole('heading', { name: 'Få kode på e-post' }).waitFor();
  });

  it('address, code, in: by keyboard, with the faults said at the field', async () => {
    const { page } = browser;
    const address = page.getByLabel('E-postadressen din på jobb');
    await address.fill('kari');
    await address.press('Enter');
    await page.getByText('Skriv én gyldig e-postadresse.').waitFor();
    await address.fill(person.email);
    await address.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: `Hvis ${person.email} er registrert` })
      .waitFor();
    await env.drain();
    const { messages } = await env.mailbox.list({ to: person.email });
    const mail = await env.mailbox.read(messages[0]!.id);
    const code = /\b\d{4} \d{4}\b/.exec(mail!.text)![0];

    const field = page.getByLabel('Koden fra e-posten');
    await field.fill(code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`);
    await field.press('Enter');
    await page.getByText('Koden er feil, brukt eller for gammel.').waitFor();
    await field.fill(code);
    await field.press('Enter');
    await page.getByText('Du er logget inn med engangskode.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/tasks');
  });
});
