import { anInvited, decide, type BuiltRoute } from '../builders/anchoring';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

/** The coordinator's morning on the board. */
describe('the case board', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let built: BuiltCase;
  let birkenes: BuiltRoute;
  let neighbour: Client;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2016-12-31' });
    birkenes = await anInvited(env, { case: built, name: 'Birkenes' });
    await anInvited(env, { case: built, name: 'Bykle' });
    await env.admin.query(`update person set phone = '+47 900 11 222' where id = $1`, [birkenes.person.personId]);
    await browser.become((await env.as(built.coordinator)).token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const row = (name: string) => browser.page.getByRole('row', { name: new RegExp(name) });

  it('a note, the date they say and the telephone number stand in the row; the panel is used by keyboard (R28, U2)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.caseId}`);
    expect(
      await row('Birkenes')
        .getByRole('link', { name: /^Ring / })
        .getAttribute('href'),
    ).toBe('tel:+4790011222');
    const opener = page.getByRole('button', { name: 'Notat og historikk: Birkenes' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Birkenes' });
    await panel.waitFor();
    await panel.getByText('Noter en dato').click();
    await panel.getByLabel('Når sier de at vedtaket kommer?').fill('14.12.2016');
    await panel.getByLabel('Hvem sa det?').selectOption('Kommunalsjef');
    await panel.getByRole('button', { name: 'Lagre datoen' }).click();
    await panel.getByText('Datoen 14.12.2016 er lagret.').waitFor();
    await panel.getByText('Skriv et notat').click();
    await panel.getByRole('button', { name: 'Lagre notatet' }).click();
    await panel.locator('[aria-invalid="true"]').waitFor();
    const note = panel.locator('form').filter({ has: page.getByLabel('Notat', { exact: true }) });
    await note.getByLabel('Notat', { exact: true }).fill('Vi holder en plass til dem.');
    await note.getByRole('radio', { name: 'Delt i saken' }).check();
    await note.getByRole('button', { name: 'Lagre notatet' }).click();
    await panel.getByText('Notatet er lagret.').waitFor();
    // Whoever shared one note has not shared the next.
    expect(await note.getByRole('radio', { name: 'Privat' }).isChecked()).toBe(true);
    await note.getByLabel('Notat', { exact: true }).fill('Ring igjen når budsjettet er lagt fram.');
    await note.getByRole('button', { name: 'Lagre notatet' }).click();
    await panel.getByText('· Privat').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/panel.png` : undefined });
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    const said = await row('Birkenes').innerText();
    expect(said).toContain('De sier 14.12.2016');
    expect(said).toContain('Kommunalsjef, på telefon 01.08.2016');
    expect(said).toContain('Ring igjen når budsjettet er lagt fram. (Privat)');
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/board.png` : undefined });
  });

  it('what somebody else does is there within seconds, said politely; focus and place stay', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.caseId}`);
    const opener = page.getByRole('button', { name: 'Notat og historikk: Bykle' });
    await opener.focus();
    await decide(birkenes.client, birkenes.steps[0]!, 'RECOMMENDED', '2016-08-01');
    await page.getByText(/Oppdatert nå: .*Birkenes/).waitFor({ timeout: 30_000 });
    expect(await row('Birkenes').innerText()).toContain('Tilrådd');
    expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('reminds after a preview: who gets what, who nothing and why (R10, R11)', async () => {
    const { page } = browser;
    await env.drain();
    await env.setClock('2016-08-03T10:00+02:00');
    await browser.open(`/cases/${built.caseId}`);
    await page.getByRole('button', { name: 'Send påminnelse til 2 kommuner' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send påminnelse nå' });
    await dialog.getByText(/^Bykle: til /).click();
    await dialog
      .getByText(/Avgjør saken innen/)
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/remind.png` : undefined });
    await dialog.getByRole('button', { name: 'Send 2 e-poster' }).click();
    await page.getByText('2 påminnelser er lagt i kø.').waitFor();
    // Both have their mail of today: nobody is offered any more, and why is one click away.
    await page.getByText('Ingen å minne på noe nå.').waitFor();
    expect(await page.getByRole('button', { name: /^Send påminnelse til/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Notat og historikk: Bykle' }).click();
    const panel = page.getByRole('dialog', { name: 'Bykle' });
    await panel.getByText('Ingenting å minne dem på nå.').waitFor();
    await panel.getByRole('button', { name: 'Se hvorfor' }).click();
    await page.getByText('Ingen får påminnelse nå. Se hvorfor under.').waitFor();
    await page.getByRole('dialog', { name: 'Send påminnelse nå' }).getByRole('button', { name: 'Avbryt' }).click();
    await panel.getByText('Alt som er gjort').click();
    await panel.locator('.log-line').first().waitFor();
    await panel.getByText('E-poster til kommunen').click();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/history.png` : undefined });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.keyboard.press('Escape');
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/board-320.png` : undefined });
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('others see neither the number nor what was written for the host', async () => {
    neighbour = await aNeighbour();
    await browser.become(neighbour.token);
    await browser.open(`/cases/${built.caseId}`);
    const said = await row('Birkenes').innerText();
    expect(said).not.toContain('900 11 222');
    expect(said).not.toContain('De sier');
    expect(said).not.toContain('Ring igjen');
    await browser.become((await env.as(built.coordinator)).token);
  });

  it('the host moves the deadline, pauses the case, takes it up again and cancels it (R5b)', async () => {
    const { page } = browser;
    await browser.open(`/cases/${built.caseId}`);
    const lead = page.getByRole('region', { name: 'Styr saken' });
    const fold = (title: string) => lead.locator('summary', { hasText: title }).click();
    const act = (title: string) => lead.getByRole('button', { name: title }).click();
    await fold('Flytt fristen');
    await act('Flytt fristen');
    await lead.getByText('Fyll ut dette feltet.').waitFor();
    await lead.getByLabel('Ny frist for vedtak').fill('1.1.2016');
    await act('Flytt fristen');
    await lead.getByRole('alert').waitFor();
    expect(await lead.getByLabel('Ny frist for vedtak').getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
    await lead.getByLabel('Ny frist for vedtak').fill('31.1.2017');
    await act('Flytt fristen');
    await lead.getByText('Fristen er flyttet til 31.01.2017.').waitFor();
    await page.getByText('Vedtaksfrist: 31.01.2017').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/lead.png`, fullPage: true });
    for (const [title, reason, done] of [
      ['Sett saken på pause', 'Vi venter på budsjettet.', 'Saken er satt på pause.'],
      ['Ta opp saken igjen', 'Budsjettet er lagt fram.', 'Saken er tatt opp igjen.'],
      ['Avlys saken', 'Staten kjøper for alle.', 'Saken er avlyst.'],
    ] as const) {
      await fold(title);
      await lead.getByLabel('Hvorfor').fill(reason);
      await act(title);
      await lead.getByText(done).waitFor();
    }
    await page.getByText('Staten kjøper for alle.').waitFor();
    expect(await lead.locator('summary').count()).toBe(0);
    await browser.become(neighbour.token);
    await browser.open(`/cases/${built.caseId}`);
    expect(await lead.count()).toBe(0);
  });

  const aNeighbour = async () => (await anInvited(env, { case: built, name: 'Lillesand' })).client;
});
