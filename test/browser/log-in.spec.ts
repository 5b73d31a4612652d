import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { logInGround, type LogInGround } from '../environment/log-in-ground';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

const SESSION = '__Host-samanker';

describe('log in, act for another, log out everywhere: in a real Chromium', () => {
  let ground: LogInGround;
  let browser: Browser;
  let kari: BuiltPerson;

  beforeAll(async () => {
    ground = await logInGround({ worker: false, webFolder: WEB_FOLDER });
    const { env } = ground;
    const regionId = await aRegion(env);
    const grimstad = await anOrganisation(env, regionId, { name: 'Grimstad', organisationNumber: '910753614' });
    const amli = await anOrganisation(env, regionId, { name: 'Åmli', organisationNumber: '964965404' });
    kari = await aPerson(env, regionId, {
      organisationId: grimstad,
      name: 'Kari Nordmann',
      email: 'k@grimstad.example',
    });
    await env.admin.query('insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, $4)', [
      regionId,
      kari.personId,
      amli,
      'COORDINATOR',
    ]);
    browser = await openBrowser(env);
  });
  afterAll(async () => {
    await browser?.close();
    await ground?.stop();
  });

  const token = async (): Promise<string | undefined> =>
    (await browser.context.cookies(ground.url.replace('http:', 'https:'))).find(({ name }) => name === SESSION)?.value;
  const heading = (name: string) => browser.page.getByRole('heading', { level: 1, name });
  const isKnown = async (cookie: string): Promise<boolean> => {
    const response = await fetch(`${ground.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `${SESSION}=${cookie}` },
      body: JSON.stringify({ query: '{ me { personId } }' }),
    });
    return ((await response.json()) as { data: object | null }).data !== null;
  };
  const logIn = async (): Promise<void> => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Logg inn med Ansattporten' }).click();
    await heading('Hvem vil du logge inn som?').waitFor();
    await page.getByLabel('Søk etter navn eller kommune').fill('grimstad');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
  };

  it('the main way in is the provider, marked as a stand-in; its page is in Norwegian and can be used by everybody', async () => {
    const { page } = browser;
    await browser.open('/cases');
    await heading('Logg inn').waitFor();
    await page.getByText('en etterligning av Ansattporten').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Logg inn med Ansattporten' }).click();
    await heading('Hvem vil du logge inn som?').waitFor();
    expect(new URL(page.url()).origin).toBe(ground.issuer);
    expect(await page.locator('html').getAttribute('lang')).toBe('nb');
    expect(await violationsOn(page)).toEqual([]);
    await page.goBack();
  });

  it('after the log-in the page stands open that was asked for, and the cookie is out of reach of scripts', async () => {
    const { page } = browser;
    await browser.open('/cases');
    await logIn();
    await page.waitForURL(`${ground.url}/cases`);
    await page.getByText('Kari Nordmann').waitFor();
    await page.getByText('for Grimstad').waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');
    const [cookie] = (await browser.context.cookies(ground.url.replace('http:', 'https:'))).filter(
      ({ name }) => name === SESSION,
    );
    expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Lax', domain: '127.0.0.1' });
  });

  it('acts for another organisation: everything is shown for that one, and the former token is dead', async () => {
    const { page } = browser;
    const before = (await token())!;
    await page.getByRole('button', { name: /Kari Nordmann/ }).click();
    await page.getByRole('link', { name: 'Innloggingen din' }).click();
    await heading('Innloggingen din').waitFor();
    await page.getByRole('button', { name: 'Bytt til Åmli' }).waitFor();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Bytt til Åmli' }).click();
    await page.getByText('for Åmli').waitFor();
    expect(await token()).not.toBe(before);
    expect(await isKnown(before)).toBe(false);
    expect(await isKnown((await token())!)).toBe(true);
  });

  it('logs out everywhere: here, on the other device, and at the provider', async () => {
    const { page } = browser;
    const here = (await token())!;
    const other = await ground.env.as(kari);
    await browser.open('/my-session');
    await page.getByRole('button', { name: 'Logg ut overalt' }).click();
    await heading('Logg ut av Ansattporten').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, logg ut' }).click();
    await heading('Logg inn').waitFor();
    expect(new URL(page.url()).origin).toBe(ground.url);
    expect(await token()).toBeUndefined();
    expect(await isKnown(here)).toBe(false);
    expect((await other.ask('{ me { personId } }')).errors).toBeDefined();
    // Whoever puts the old cookie back is nobody.
    await browser.become(here);
    await browser.open('/tasks');
    await heading('Logg inn').waitFor();
  });

  it('a log-in that comes to nothing says why in three languages, and how to go on', async () => {
    const { page } = browser;
    for (const because of [
      'NOT_SET_UP',
      'CANCELLED',
      'EXPIRED',
      'PROVIDER_AWAY',
      'NOT_TRUSTED',
      'UNSUITABLE',
      'NO_ROLE',
    ]) {
      await browser.open(`/log-in-failed?because=${because}`);
      await page.getByRole('alert').waitFor();
    }
    const said: string[] = [];
    for (const [name, lang] of [
      ['Bokmål', 'nb'],
      ['Nynorsk', 'nn'],
      ['English', 'en'],
    ] as const) {
      await browser.open('/log-in-failed?because=UNKNOWN_PERSON');
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator(`html[lang="${lang}"]`).waitFor();
      said.push((await page.getByRole('alert').innerText()).split('\n')[0]!);
      expect(await violationsOn(page)).toEqual([]);
    }
    expect(said).toEqual([
      'Innloggingen din er ikke koblet til noen',
      'Innlogginga di er ikkje kopla til nokon',
      'Your log-in is not connected to anybody',
    ]);
    await browser.open('/log-in-failed?because=<script>alert(1)</script>');
    expect(await page.getByRole('alert').innerText()).toContain('The log-in was not completed');
    await page.getByRole('button', { name: 'Bokmål', exact: true }).click();
    await page.getByRole('link', { name: 'Logg inn med Ansattporten' }).click();
    await heading('Hvem vil du logge inn som?').waitFor();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Du avbrøt innloggingen').waitFor();
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints.filter((line) => line.includes(ground.url))).toEqual([]);
  });
});

describe('the first log-in with a provider that tells no address', () => {
  let ground: LogInGround;
  let browser: Browser;

  beforeAll(async () => {
    ground = await logInGround({ webFolder: WEB_FOLDER }, { tellsAddress: false });
    const { env } = ground;
    const regionId = await aRegion(env);
    const organisationId = await anOrganisation(env, regionId, { name: 'Grimstad', organisationNumber: '910753614' });
    await aPerson(env, regionId, { organisationId, name: 'Ola Nordmann', email: 'ola@grimstad.example' });
    browser = await openBrowser(env);
  });
  afterAll(async () => {
    await browser?.close();
    await ground?.stop();
  });

  it('is connected by a code to the work address, once', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await page.getByRole('link', { name: 'Logg inn med Ansattporten' }).click();
    await page.getByRole('button', { name: /Ola Nordmann/ }).click();
    await page.getByText('Innloggingen din er ikke koblet til noen').waitFor();
    await page.getByLabel('E-postadressen din på jobb').fill('ola@grimstad.example');
    await page.getByRole('button', { name: 'Send kode' }).click();
    await page.getByLabel('Koden fra e-posten').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await ground.env.drain();
    const { messages } = await ground.env.mailbox.list({ to: 'ola@grimstad.example' });
    const { text } = (await ground.env.mailbox.read(messages[0]!.id))!;
    await page.getByLabel('Koden fra e-posten').fill(/\b\d{4} \d{4}\b/.exec(text)![0]);
    await page.locator('#content').getByRole('button', { name: 'Logg inn', exact: true }).click();
    // The frame names the person a moment before the page is left.
    await page.waitForURL((url) => url.pathname === '/tasks');
    await page.getByText('for Grimstad').waitFor();
    const [session] = await ground.env.admin.query('select log_in from session');
    expect(session).toEqual({ log_in: 'OIDC' });
  });
});
