import { anInvited, decide, submit, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';

describe('decide a step', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;
  let path: string;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    path = `/cases/${route.case.caseId}/participations/${route.participationId}`;
    await browser.become(route.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const card = () => browser.page.locator('.next');

  it('says what is decided, what is not, and where the case goes then', async () => {
    await browser.open(path);
    const said = (await card().textContent()) ?? '';
    expect(said).toContain('Skal Grimstad delta i fellesanskaffelsen');
    expect(said).toContain('ikke valgt ennå');
    // What it costs is not known: said so, and never taken for nothing.
    expect(said).toContain('Ikke kjent. Mengdene er ikke meldt inn ennå.');
    expect(said).toContain('Dere innstiller. Saken går videre, uansett hva dere kommer til.');
    expect(said).toContain('Se på helheten');
    expect(said).toContain('Leverandør og pris avgjøres ikke nå.');
    expect(said).toMatch(/Etterpå går saken til Formannskapet, etter planen \d\d\.\d\d\.2016\./);
  });

  it('says what comes then when it is recorded', async () => {
    const { page } = browser;
    await page.getByRole('radio', { name: 'Tilrådd', exact: true }).click();
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    await page.getByText(/Etterpå går saken til Formannskapet/).waitFor();
    await page.getByRole('heading', { name: 'Gjør dette nå: Formannskapet' }).waitFor();
    expect(await card().textContent()).toContain('Se på økonomien');
  });

  it('the council sets limits: kroner, share, one part only, this host only; they stand on the page', async () => {
    const { page } = browser;
    await submit(route.client, route.steps[1]!, route.executive.meetings['2016-10-12']!);
    await submit(route.client, route.steps[2]!, route.council.meetings['2016-10-26']!);
    await env.setClock('2016-10-27T09:00+02:00');
    await decide(route.client, route.steps[1]!, 'RECOMMENDED', '2016-10-12', {
      meetingId: route.executive.meetings['2016-10-12'],
    });
    await env.drain();
    await browser.open(path);
    expect(await card().textContent()).toContain('Bare et nei her er kommunens nei.');
    await page.getByRole('radio', { name: 'Vedtatt', exact: true }).click();
    // Who looks something up on another page finds what was written.
    await card().getByText('Tekst, arkiv og stemmer').first().click();
    await page.getByLabel('Vedtakets ordlyd').fill('Grimstad deltar.');
    await page.getByRole('link', { name: 'Saker', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Vedtakets ordlyd').inputValue()).toBe('Grimstad deltar.');
    expect(await page.getByRole('radio', { name: 'Vedtatt', exact: true }).isChecked()).toBe(true);
    await card().getByText('Grenser i vedtaket').first().click();
    await page.getByLabel('Per innbygger per år').fill('52');
    await page.getByLabel('Beløp per år').fill('300.000');
    await page.getByLabel('Andel av felles kostnad').fill('12,5 prosent');
    await page.getByRole('group', { name: 'Bare disse delene' }).getByRole('checkbox').first().check();
    await page.getByRole('checkbox', { name: /som vert$/ }).check();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    expect(await page.getByLabel('Andel av felles kostnad').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Andel av felles kostnad').fill('12,5');
    await page.getByLabel('Stemmer for').fill('nitten');
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    expect(await page.getByLabel('Stemmer for').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Stemmer for').fill('19');
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    const [kept] = await env.admin.query(
      `select limit_per_inhabitant_per_year::text as "perInhabitant", limit_per_year::text as "perYear", limit_share_of_cost::text as share,
         array_length(limit_part_ids, 1) as parts, limit_host_organisation_id as host from participation where id = $1`,
      [route.participationId],
    );
    expect(kept).toMatchObject({ perInhabitant: '52.00', perYear: '300000.00', parts: 1 });
    expect(Number(kept.share)).toBe(12.5);
    expect(kept.host).not.toBeNull();
    const limits = ((await page.locator('#limits').textContent()) ?? '').replaceAll('\u00a0', ' ');
    for (const said of ['52 kr', '12,5 %', 'Del 1', 'må den behandles på nytt']) expect(limits).toContain(said);
  });

  it('a legality review that is demanded holds the municipality back until the decision stands (R5)', async () => {
    const { page } = browser;
    await browser.open(path);
    const part = page.locator('#legality');
    await part.locator('summary', { hasText: 'Registrer et krav om kontroll' }).click();
    await part.getByLabel('Dagen kravet kom').fill('1.12.2016');
    await part.getByRole('button', { name: 'Registrer et krav om kontroll' }).click();
    await part.getByRole('alert').waitFor();
    expect(await part.getByLabel('Dagen kravet kom').getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/legality.png`, fullPage: true });
    await part.getByLabel('Dagen kravet kom').fill('27.10.2016');
    await part.getByRole('button', { name: 'Registrer et krav om kontroll' }).click();
    await part.getByText('Lovlighetskontroll ble krevd 27.10.2016.').waitFor();
    await part.locator('summary', { hasText: 'Vedtaket blir stående' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await part.getByRole('button', { name: 'Vedtaket blir stående' }).click();
    await page.getByText('Kontrollen er avsluttet. Vedtaket blir stående.').waitFor();
    await part.getByText('Fristen er tre uker.').waitFor();
  });

  it('hints of the route stand where it is decided, with their reason; none stands in the way (R1)', async () => {
    const { page } = browser;
    await browser.open(path);
    const { participationRoute } = await route.client.query(
      'query ($id: UUID!) { participationRoute(participationId: $id) { hints { sentence } } }',
      { id: route.participationId },
    );
    const { hints } = participationRoute;
    expect(hints.length).toBeGreaterThan(0);
    for (const { sentence } of hints) await page.getByText(sentence).waitFor();
  });

  it('nothing is asked: says when the next thing comes', async () => {
    const { page } = browser;
    await env.admin.query(`update expectation set withdrawn_at = now(), withdrawn_because = 'REPLACED'`);
    await browser.open('/tasks');
    await page.getByText('Ingen oppgaver med frist nå').waitFor();
    await page.getByRole('heading', { name: 'Saker som går nå' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});
