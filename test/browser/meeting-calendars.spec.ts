import PDFDocument from 'pdfkit';
import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { tabTo } from './tab-to';

describe('meeting calendars in the web app, by keyboard', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-01T09:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await browser.become(route.client.token);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });
  const shot = async (name: string): Promise<void> => {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    for (const width of [1280, 320]) {
      await browser.page.setViewportSize({ width, height: 900 });
      await browser.page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    }
    await browser.page.setViewportSize({ width: 1280, height: 900 });
  };

  it('a meeting is added and cancelled, on purpose', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars?year=2016');
    await tabTo(page, /^Kommunestyret: 5 møter i 2016/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Legg til et møte/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Dato/);
    await page.keyboard.type('20.12.2016');
    await page.keyboard.press('Tab');
    await page.keyboard.type('18');
    await page.keyboard.press('Enter');
    await page.getByText('Skriv klokkeslettet som 18:00.').waitFor();
    await page.keyboard.type(':00');
    await page.keyboard.press('Enter');
    await page.getByText('Møtet 20.12.2016 er lagt til.').waitFor();
    await page.getByText('Kommunestyret: 6 møter i 2016').waitFor();
    await tabTo(page, /^Avlys møtet 20.12.2016/);
    await page.keyboard.press('Enter');
    await page.getByText('Skal møtet 20.12.2016 avlyses?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Møtet 20.12.2016 er avlyst.').waitFor();
    await page.getByText('Kommunestyret: 5 møter i 2016').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shot('calendars');
  });

  it('a year without a plan stands as provisional', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars?year=2018');
    await page.getByText('Formannskapet: 1 møte i 2018, foreløpig').click();
    await page.getByText('Datoene følger mønsteret fra 2017').first().waitFor();
    expect(await page.getByRole('button', { name: /^Avlys/ }).count()).toBe(0);
  });

  it('the text of a plan becomes meetings: looked at first, a missing body added, then saved', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars');
    await tabTo(page, /^Les inn møteplan/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Les inn møteplan' }).waitFor();
    await tabTo(page, /^Møteplanen/);
    await page.keyboard.insertText(
      'Møteplan 2017\fFormannskapet: 8. februar, 8. mars kl. 09.00\nKommunestyret: 22. februar\nEldrerådet: 30. februar\n',
    );
    await tabTo(page, /^Se hva som blir endret/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vi fant 3 møter.' }).waitFor();
    await shot('import-found');
    await tabTo(page, /^Legg til Eldrerådet/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 feil må rettes først' }).first().waitFor();
    await page.getByText('«30.» er ingen dato. Kontroller dag og måned.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /^Lagre/ }).count()).toBe(0);
    const text = page.getByRole('textbox', { name: /^Møteplanen/ });
    await text.fill((await text.inputValue()).replace('30. februar', '3. februar'));
    await tabTo(page, /^Se hva som blir endret/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vi fant 4 møter.' }).waitFor();
    await tabTo(page, /^Lagre 4 endringer/);
    await page.keyboard.press('Enter');
    await page.getByText('4 endringer er lagret i møteplanen.').waitFor();
    await tabTo(page, /^Se møteplanen/);
    await page.keyboard.press('Enter');
    await page.getByText('Eldrerådet: 1 møte i 2017').waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('a PDF is read in the browser: its columns become dates, its text can be mended, pictures alone are told', async () => {
    const { page } = browser;
    await browser.open('/administration/calendars/import');
    await page.getByRole('radio', { name: 'PDF-fil' }).check();
    const look = page.getByRole('button', { name: 'Se hva som blir endret' });
    const give = async (buffer: Buffer): Promise<void> => {
      await page
        .getByLabel('Fil', { exact: true })
        .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer });
      await look.click();
    };
    await give(Buffer.from('%PDF-1.7 or not'));
    await page.getByText('Filen kan ikke leses som PDF.').waitFor();
    await give(await pdfOf([]));
    await page.getByText('Filen har bare bilder og ingen tekst.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('År for datoer uten år').selectOption('2018');
    await give(
      await pdfOf([
        ['Organ', 'Januar', 'Februar', 'Mars'],
        ['Kommunestyret', '25.', '', '22.'],
        ['Formannskapet', '11.', '8.', '8.'],
      ]),
    );
    await page.getByText('Teksten under er lest ut av PDF-filen.').waitFor();
    await page.getByRole('heading', { name: 'Vi fant 5 møter.' }).waitFor();
    expect(await page.getByRole('textbox', { name: /^Møteplanen/ }).inputValue()).toContain(
      'Kommunestyret\t25.\t\t22.',
    );
    await page.getByText('torsdag 22. mars 2018').waitFor();
    await shot('import-pdf');
    await page.getByRole('button', { name: 'Lagre 5 endringer' }).click();
    await page.getByText('5 endringer er lagret i møteplanen.').waitFor();
    expect(browser.complaints).toEqual([]);
  });
});

/** A PDF with a table, as a word processor writes it: every cell a piece of text of its own. */
function pdfOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  rows.forEach((row, down) =>
    row.forEach((cell, right) => document.text(cell, 72 + right * 110, 100 + down * 24, { lineBreak: false })),
  );
  document.end();
  return new Promise((done) => document.on('end', () => done(Buffer.concat(parts))));
}
