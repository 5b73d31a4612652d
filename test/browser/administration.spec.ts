import { everything, type Everything } from '../builders/everything';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

/** The administration, by keyboard only (U2): a colleague is registered, gets a role, and stands in for another one. */
describe('administration', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let all: Everything;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    all = await everything(env);
    await browser.become((await all.someone('host', ['COORDINATOR'])).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const press = (key: string): Promise<void> => browser.page.keyboard.press(key);
  const said = (text: RegExp | string): Promise<void> =>
    browser.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const seen = async (name: string): Promise<void> => {
    await browser.page.setViewportSize({ width: 320, height: 900 });
    if (process.env.SCREENSHOTS)
      await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-320.png`, fullPage: true });
    expect(await violationsOn(browser.page)).toEqual([]);
    expect(await browser.page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    await browser.page.setViewportSize({ width: 1280, height: 900 });
    if (process.env.SCREENSHOTS)
      await browser.page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-1280.png`, fullPage: true });
    expect(await violationsOn(browser.page)).toEqual([]);
  };

  it('leads from the menu to the people, and registers somebody', async () => {
    const { page } = browser;
    await browser.open('/tasks');
    await tabTo(page, /^Administrasjon$/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Administrasjon' }).waitFor();
    await seen('administration');
    await tabTo(page, /^Personer og roller$/);
    await press('Enter');
    await tabTo(page, /^Registrer en person$/);
    await press('Enter');
    await tabTo(page, /^Navn/);
    await page.keyboard.type('Berit Berg');
    await tabTo(page, /^Registrer$/);
    await press('Enter');
    // Without an address nothing is sent, and the field says why.
    await page.locator('[name=email][aria-invalid=true]:focus').waitFor();
    await seen('register-refused');
    await page.keyboard.type('berit.berg@kommune.example');
    await tabTo(page, /^Registrer$/);
    await press('Enter');
    await said('Berit Berg er registrert');
    await seen('people');
  });

  it('grants her a role', async () => {
    const { page } = browser;
    await tabTo(page, /^Berit Berg$/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Berit Berg' }).waitFor();
    await tabTo(page, /^Rolle$/);
    await page.keyboard.type('Enhetsleder');
    await tabTo(page, /^Gi rollen$/);
    await press('Enter');
    await said('har fått rollen enhetsleder');
    const [role] = await env.admin.query(
      `select r.kind, r.deputy_order from role r join person p on p.id = r.person_id where p.name = 'Berit Berg'`,
    );
    expect(role).toEqual({ kind: 'UNIT_LEADER', deputy_order: 0 });
  });

  it('lets a colleague stand in for her from the first of December', async () => {
    const { page } = browser;
    await env.admin.query(`update person set name = 'Kari Nordmann' where id = $1`, [all.ids.deputyId]);
    await page.reload();
    await page.getByText('La en kollega ta over en periode').first().waitFor();
    await tabTo(page, /^La en kollega ta over en periode$/);
    await press('Enter');
    await tabTo(page, /^Hvem tar over/);
    await page.keyboard.type('Kari');
    await tabTo(page, /^Første dag/);
    await press('Control+a');
    await page.keyboard.type('1.12.2016');
    await tabTo(page, /^Siste dag/);
    await page.keyboard.type('9.12.2016');
    await tabTo(page, /^La kollegaen ta over$/);
    await press('Enter');
    await said('Kari Nordmann tar over fra 01.12.2016 til og med 09.12.2016.');
    await page.getByText('tar over fra 01.12.2016 til og med 09.12.2016.').first().waitFor();
    await seen('person');
    await tabTo(page, /^Ta rollen tilbake/);
    await press('Enter');
    await said('Rollen er tatt tilbake.');
  });

  it('ends a role after a second press', async () => {
    const { page } = browser;
    await tabTo(page, /^Avslutt rollen/);
    await press('Enter');
    await page.getByRole('group', { name: /Avslutte rollen/ }).waitFor();
    await press('Enter');
    await said('Rollen enhetsleder er avsluttet.');
  });

  it('whoever goes away leaves the own role to a colleague', async () => {
    const { page } = browser;
    await browser.open('/my-session');
    await tabTo(page, /^Skal du være borte/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Når du er borte' }).waitFor();
    await page.getByText('La en kollega ta over en periode').first().waitFor();
    await seen('my-deputies');
  });

  it('changes the official address, and says what is wrong with one', async () => {
    const { page } = browser;
    await browser.open('/administration/organisations');
    await tabTo(page, /^Endre Postmottaket i/);
    await press('Enter');
    await page.locator('[name=address]:focus').waitFor();
    await press('Control+a');
    await page.keyboard.type('ikke en adresse');
    await press('Enter');
    await page.locator('[name=address][aria-invalid=true]:focus').waitFor();
    await page.getByText('Skriv én gyldig e-postadresse.').first().waitFor();
    await seen('official-address');
    await page.locator('[name=address]').focus();
    await press('Control+a');
    await page.keyboard.type('post@ny.kommune.example');
    await press('Enter');
    await said(/Postmottaket i .* er lagret/);
    await page.getByText('post@ny.kommune.example').waitFor();
    await seen('organisations');
  });

  it('gives a program access, tells the secret once, exchanges it and closes the access', async () => {
    const { page } = browser;
    await browser.open('/administration');
    await tabTo(page, /^Programmer med tilgang$/);
    await press('Enter');
    await page.getByText('Ingen programmer har tilgang').waitFor();
    await seen('programs-none');
    await tabTo(page, /^Gi et program tilgang$/);
    await press('Enter');
    await tabTo(page, /^Navn på programmet/);
    await page.keyboard.type('Møteplan');
    await tabTo(page, /^Føre organer/);
    await press('Space');
    await tabTo(page, /^Siste dag med tilgang/);
    await page.keyboard.type('31.12.2016');
    await seen('create-program');
    await tabTo(page, /^Gi tilgang$/);
    await press('Enter');
    const secret = page.getByRole('group', { name: 'Ta vare på hemmeligheten til Møteplan' });
    await secret.waitFor();
    await seen('secret');
    const first = await secret.locator('code').nth(1).textContent();
    expect(first!.length).toBeGreaterThan(20);
    await tabTo(page, /^Jeg har tatt vare på den$/);
    await press('Enter');
    await secret.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(first);

    await tabTo(page, /^Bytt hemmelighet/);
    await press('Enter');
    await page.getByRole('group', { name: /^Lage en ny hemmelighet/ }).waitFor();
    await press('Enter');
    await secret.waitFor();
    expect(await secret.locator('code').nth(1).textContent()).not.toBe(first);
    await tabTo(page, /^Steng tilgangen/);
    await press('Enter');
    await page.getByRole('group', { name: /^Stenge tilgangen/ }).waitFor();
    await press('Enter');
    await said('Møteplan har ikke tilgang lenger.');
    await page.getByText('Stengt').first().waitFor();
    await seen('programs');
  });

  it('“not me”: asks a colleague about the next step, and takes the task back', async () => {
    const { page } = browser;
    await env.admin.query(`update person set name = 'Alle Roller' where id = $1`, [all.ids.colleagueId]);
    await browser.open(`/cases/${all.ids.caseId}/participations/${all.ids.participationId}`);
    await tabTo(page, /^Ikke du\? Spør en kollega$/);
    await press('Enter');
    await tabTo(page, /^Hvem skal svare/);
    await page.keyboard.type('Alle');
    await tabTo(page, /^Send videre$/);
    await press('Enter');
    await said('Alle Roller er spurt i stedet.');
    await page.getByText('Spurt nå: Alle Roller', { exact: true }).waitFor();
    await tabTo(page, /^Ikke du\? Spør en kollega$/);
    await press('Enter');
    await tabTo(page, /^Gi tilbake til/);
    await seen('hand-over');
    await press('Enter');
    await said('Oppgaven er tilbake');
  });

  it('offers nothing to those who keep nothing', async () => {
    const { page } = browser;
    await browser.become((await all.someone('neighbour', ['READER'])).token);
    await browser.open('/administration');
    await page.getByText('Du har ingen rolle som styrer noe her').waitFor();
    expect(await page.getByRole('navigation', { name: 'Hovedmeny' }).getByText('Administrasjon').count()).toBe(0);
    await browser.open('/administration/people');
    expect(await page.getByRole('button', { name: 'Registrer en person' }).count()).toBe(0);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
